import { LANGUAGE } from './language.ts';

/** The words of a page that can only be read: one of them stands at its top then. */
export const PAGE = {
  old: 'Your browser is older than this page needs. You can read all of it, with the starting network; to change a number, open it in Chrome or Edge 121, Firefox 125, Safari 17.4, or newer.',
  failed:
    'This page did not load fully. You can read all of it, with the starting network; load it again to change a number.',
} as const;

/** What index.html says of the page, as HTML. */
export const HEAD = {
  language: LANGUAGE,
  title: 'Crease: why do neural networks need activation functions?',
  description:
    'Drag the weights of a small neural network and watch the algebra: without activation functions it always folds flat into one linear model. Exact, interactive, free.',
} as const;

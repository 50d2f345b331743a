/** The words of a page that can only be read: one of them stands at its top then. */
export const PAGE = {
  old: 'Your browser is older than this page needs. You can read all of it, with the starting network; to change a number, open it in Chrome or Edge 121, Firefox 125, Safari 17.4, or newer.',
  failed:
    'This page did not load fully. You can read all of it, with the starting network; load it again to change a number.',
} as const;

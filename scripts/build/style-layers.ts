import type { Plugin } from 'vite';

/** The cascade layers, the weakest first. KaTeX's styles are the formulas. */
const ORDER = ['reset', 'tokens', 'base', 'formulas', 'controls', 'views', 'stage', 'article'] as const;
type Layer = (typeof ORDER)[number];

const FOLDERS: Readonly<Record<string, Layer>> = {
  controls: 'controls',
  diagram: 'views',
  equation: 'views',
  plot: 'views',
  stage: 'stage',
  share: 'stage',
  chapter: 'article',
};
const FILES_OF_STYLES: Readonly<Record<string, Layer>> = {
  reset: 'reset',
  tokens: 'tokens',
  fonts: 'tokens',
  page: 'base',
};

/**
 * Puts each style sheet into the cascade layer of its folder: a view's rule wins over a control's, whatever their
 * selectors are. Each sheet says the order as well, because nobody knows which of them a browser reads first.
 */
export function styleLayers(): Plugin {
  return {
    name: 'style-layers',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css$/ },
      handler: (code, id) => `@layer ${ORDER.join(',')};@layer ${layerOf(id)}{${code}}`,
    },
  };
}

function layerOf(id: string): Layer {
  if (/[\\/]katex[\\/]dist[\\/]/.test(id)) return 'formulas';
  const [, folder = '', name = ''] = /[\\/]src[\\/](\w+)[\\/]([\w-]+)\.css$/.exec(id) ?? [];
  const layer = folder === 'styles' ? FILES_OF_STYLES[name] : FOLDERS[folder];
  if (layer === undefined) throw new Error(`style-layers: no layer is known for ${id}`);
  return layer;
}

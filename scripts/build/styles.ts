import type { Plugin } from 'vite';
import {
  BREAKPOINTS,
  FINGER,
  MOTION,
  NARROW_DIAGRAM,
  NARROW_SHEET,
  PAGE,
  WIDE_PAGE,
  RADIUS,
  ROOM,
  ROOM_ON_PAPER,
  TYPE,
  TYPE_ON_PAPER,
  Z,
} from '../../src/styles/sizes.ts';
import { LAYERS } from '../layers.mjs';
import { STAND_IN_FACES } from './stand-ins.ts';

/** The cascade layers, the weakest first. KaTeX's styles are the formulas. */
const ORDER = ['reset', 'tokens', 'base', 'formulas', 'controls', 'views', 'stage', 'article'] as const;
type Layer = (typeof ORDER)[number];

const FOLDERS: ReadonlyMap<string, Layer> = new Map(
  LAYERS.flat().flatMap(({ name, styles: layer }) => (layer ? [[name, layer] as const] : [])),
);
const FILES_OF_STYLES: Readonly<Record<string, Layer>> = {
  reset: 'reset',
  tokens: 'tokens',
  fonts: 'tokens',
  page: 'base',
};

/** What `(--name)` stands for in a media or container query. */
const QUERIES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(BREAKPOINTS).map(([name, width]) => [name, `(width <= ${width}px)`] as const),
  ...Object.entries(BREAKPOINTS).map(([name, width]) => [`above-${name}`, `(width > ${width}px)`] as const),
  ['narrow-sheet', `(width <= ${NARROW_SHEET}px)`],
  ['narrow-diagram', `(width < ${NARROW_DIAGRAM}px)`],
]);

const properties = (sizes: Readonly<Record<string, string>>) =>
  Object.entries(sizes).map(([name, size]) => `--${name}:${size}`);

/** The sizes as custom properties. */
const PROPERTIES = [
  ...properties({ ...TYPE, ...ROOM }),
  ...Object.entries(RADIUS).map(([name, px]) => `--radius-${name}:${px}px`),
  ...Object.entries(Z).map(([name, z]) => `--z-${name}:${z}`),
  ...Object.entries(MOTION).map(([name, ms]) => `--${name}:${ms}ms`),
].join(';');
const ON_PAPER = properties({ ...TYPE_ON_PAPER, ...ROOM_ON_PAPER }).join(';');
const SIZES = `:root{${PROPERTIES};--page:${PAGE}px;--wide-page:${WIDE_PAGE}px;--target:0px}@media (pointer:coarse){:root{--target:${FINGER}px}}@media print{:root{${ON_PAPER}}}`;

/** What the build adds to a sheet, by its name. */
const ADDED: Readonly<Record<string, string>> = { tokens: SIZES, fonts: STAND_IN_FACES };

/**
 * Puts each style sheet into the cascade layer of its folder: a view's rule wins over a control's, whatever their
 * selectors are. Names of breakpoints become widths, and the sizes of `src/styles/sizes.ts` join the colours.
 *
 * Each sheet says the order of the layers as well, because nobody knows which of them a browser reads first in development.
 * In a build it is the one that the page begins with; a later one that said it again would have the styles of all elements
 * found out anew.
 */
export function styles(): Plugin {
  return {
    name: 'styles',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css$/ },
      handler: (code, id) => {
        const [, name = ''] = /([\w-]+)\.css$/.exec(id) ?? [];
        const text = withWidths(code) + (ADDED[name] ?? '');
        return `@layer ${ORDER.join(',')};@layer ${layerOf(id)}{${text}}`;
      },
    },
    generateBundle(_, bundle) {
      const entries = Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry);
      const first = new Set(entries.flatMap((file) => [...(file.viteMetadata?.importedCss ?? [])]));
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css') || first.has(file.fileName)) continue;
        file.source = String(file.source).replace(/@layer [\w,\s]+;/g, '');
      }
    },
  };
}

function withWidths(code: string): string {
  return code.replace(/\(--([\w-]+)\)(?=[^;{}]*\{)/g, (_, name: string) => {
    const query = QUERIES.get(name);
    if (query === undefined) throw new Error(`styles: there is no breakpoint of the name ${name}`);
    return query;
  });
}

function layerOf(id: string): Layer {
  if (/[\\/]katex[\\/]dist[\\/]/.test(id)) return 'formulas';
  const [, folder = '', name = ''] = /[\\/]src[\\/](\w+)[\\/]([\w-]+)\.css$/.exec(id) ?? [];
  const layer = folder === 'styles' ? FILES_OF_STYLES[name] : FOLDERS.get(folder);
  if (layer === undefined) throw new Error(`styles: no layer is known for ${id}`);
  return layer;
}

import type { Plugin } from 'vite';

/** The faces that our formulas use: letters and digits, bold for matrices, and the sizes of brackets. */
const FACES = new Set([
  'Main-Regular',
  'Main-Bold',
  'Math-Italic',
  'Size1-Regular',
  'Size2-Regular',
  'Size3-Regular',
  'Size4-Regular',
]);

/**
 * KaTeX brings 20 faces: its stylesheet names each in three formats, all of which a bundler copies, and its script has
 * the metrics of every letter of each. This keeps the faces that we use, as woff2. A formula that needs another face
 * throws ("Font metrics not found"), so none is left out unnoticed.
 */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]katex[\\/]dist[\\/]katex(?:\.min\.css|\.mjs)$/ },
      handler: (code, id) => (id.endsWith('.css') ? withoutFaces(code) : { code: withoutMetrics(code), map: null }),
    },
  };
}

function withoutFaces(css: string): string {
  return css.replace(/@font-face\s*\{[^}]*\}/g, (rule) => {
    const face = /fonts\/KaTeX_([\w-]+)\.woff2/.exec(rule)?.[1];
    if (face === undefined || !FACES.has(face)) return '';
    return rule.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '');
  });
}

/** The metrics are one object: for each face a line with its name, then a line for each letter, then a closing one. */
function withoutMetrics(script: string): string {
  return script.replace(/^  "(\w+-\w+)": \{\n(?: {4}.*\n)+ {2}\},?\n/gm, (metrics, face: string) =>
    FACES.has(face) ? metrics : '',
  );
}

import type { Plugin } from 'vite';

/** The faces that our formulas use: letters and digits, bold for matrices, and the sizes of brackets. */
const FACES = new Set([
  'KaTeX_Main-Regular',
  'KaTeX_Main-Bold',
  'KaTeX_Math-Italic',
  'KaTeX_Size1-Regular',
  'KaTeX_Size2-Regular',
  'KaTeX_Size3-Regular',
  'KaTeX_Size4-Regular',
]);

/**
 * KaTeX's stylesheet names 20 faces in three formats each, and a bundler copies all of them. This keeps the faces that
 * we use, as woff2. (A test looks for text in a face that is missing: see tests/e2e/fixtures.ts.)
 */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /katex(\.min)?\.css/ },
      handler: (css) =>
        css.replace(/@font-face\s*\{[^}]*\}/g, (rule) => {
          const face = /fonts\/([\w-]+)\.woff2/.exec(rule)?.[1];
          if (face === undefined || !FACES.has(face)) return '';
          return rule.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '');
        }),
    },
  };
}

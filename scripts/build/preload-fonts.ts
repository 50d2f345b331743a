import type { Plugin } from 'vite';

/** Faces that the first screen shows. KaTeX's only when the prerendered page has a formula. */
const TEXT = /\/(?:inter|source-serif-4)-latin-wght-normal/;
const FORMULA = /\/KaTeX_(?:Main-Regular|Math-Italic)/;

/** Lets the browser fetch the fonts of the first screen beside the stylesheet, rather than after it. */
export function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const hasFormula = /class="?katex/.test(html);
        return Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2') && (TEXT.test(file) || (hasFormula && FORMULA.test(file))))
          .map((file) => ({
            tag: 'link',
            // Fonts are always fetched as CORS requests, so without `crossorigin` they would be fetched twice.
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: true },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

import type { Plugin } from 'vite';

/**
 * Vite marks stylesheets `crossorigin`, and a browser refuses those when the page is opened as a file. Nothing needs
 * the mark; without it the page reads as it should from a disk too.
 */
export function plainStylesheets(): Plugin {
  return {
    name: 'plain-stylesheets',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"'),
    },
  };
}

import { runnerImport, type Plugin } from 'vite';

interface Prerendered {
  readonly render: () => Promise<string>;
}

/** Rendering needs no styles, and the pipeline for them is not running when a module is imported on its own. */
const NO_STYLE = '\0no-style';
const noStyles: Plugin = {
  name: 'no-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? NO_STYLE : null),
  load: (id) => (id === NO_STYLE ? 'export {};' : null),
};

/**
 * Puts the page's HTML, rendered by `entry`, into index.html in place of the comment `<!--app-->`, so that the page can
 * be read before (and without) any script. It is done inside the build, so whatever hashes the HTML sees the final one.
 */
export function prerender(entry: string): Plugin {
  return {
    name: 'prerender',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { module } = await runnerImport<Prerendered>(entry, { plugins: [noStyles] });
        const app = await module.render();
        // A function, because the rendered text may hold `$&`, which a replacement string would interpret.
        return html.replace('<!--app-->', () => app);
      },
    },
  };
}

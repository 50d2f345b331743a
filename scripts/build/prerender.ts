import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { shortMarkup } from './short-markup.ts';

interface Prerendered {
  readonly render: () => Promise<string>;
}

/**
 * Puts the page's HTML, rendered by `entry`, into index.html in place of the comment `<!--app-->`, so that the page can
 * be read before (and without) any script. It is done inside the build, so whatever hashes the HTML sees the final one.
 */
export function prerender(entry: string): Plugin {
  return {
    name: 'prerender',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { server }) {
        const app = server ? await renderIn(server, entry) : await renderAlone(entry);
        // A function, because the rendered text may hold `$&`, which a replacement string would interpret.
        return html.replace('<!--app-->', () => app);
      },
    },
  };
}

async function renderIn(server: ViteDevServer, entry: string): Promise<string> {
  const { render } = (await server.ssrLoadModule(entry)) as Prerendered;
  return shortMarkup(await render());
}

/** In a build: a development server without a port turns the TypeScript into modules that run here. */
async function renderAlone(entry: string): Promise<string> {
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'warn',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  try {
    return await renderIn(server, entry);
  } finally {
    await server.close();
  }
}

import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { words } from './language.ts';
import { shortMarkup, shortScripts, shortTemplate } from './short-markup.ts';

interface Prerendered {
  readonly render: () => Promise<string>;
  /** What stands in the page's head: `%title%` and the like in index.html. */
  readonly HEAD: Readonly<Record<string, string>>;
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
        const { app, head } = server ? await renderIn(server, entry) : await renderAlone(entry);
        // Functions, because the texts may hold `$&`, which a replacement string would interpret.
        const page = Object.entries(head).reduce((text, [name, value]) => text.replace(`%${name}%`, () => value), html);
        return shortScripts(shortTemplate(page).replace('<!--app-->', () => app));
      },
    },
  };
}

interface Rendered {
  readonly app: string;
  readonly head: Prerendered['HEAD'];
}

async function renderIn(server: ViteDevServer, entry: string): Promise<Rendered> {
  const { render, HEAD } = (await server.ssrLoadModule(entry)) as Prerendered;
  return { app: shortMarkup(await render()), head: HEAD };
}

/** In a build: a development server without a port turns the TypeScript into modules that run here. */
async function renderAlone(entry: string): Promise<Rendered> {
  const server = await createServer({
    configFile: false,
    resolve: { alias: [words] },
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

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const WORKER = 'sw.js';

/** After load, so that filling the cache takes nothing from the first screen; without support, nothing happens. */
const REGISTER = `if ('serviceWorker' in navigator && location.protocol.startsWith('http'))
  addEventListener('load', () => navigator.serviceWorker.register('./${WORKER}').catch(() => {}));`;

/**
 * Makes the built page work offline: writes a service worker that knows every built file and a revision, which is the
 * hash of them all, and registers it in index.html. The worker itself is service-worker.js in this folder.
 */
export function offline(): Plugin {
  let outDir = 'dist';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'script', children: REGISTER, injectTo: 'body' }],
    },
    // On disk and last of all: only there is every file final, those copied from public/ among them.
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name !== WORKER)
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(outDir.length + 1)
              .replaceAll('\\', '/'),
          )
          .sort();
        const hash = createHash('sha256');
        for (const file of files) hash.update(file).update(readFileSync(join(outDir, file)));
        // The page is asked for by its folder's address, and some servers redirect index.html to that.
        const urls = files.map((file) => (file === 'index.html' ? './' : file));
        const worker = readFileSync(new URL('./service-worker.js', import.meta.url), 'utf8');
        writeFileSync(
          join(outDir, WORKER),
          `const REVISION = '${hash.digest('hex').slice(0, 16)}';\nconst FILES = ${JSON.stringify(urls)};\n${worker}`,
        );
      },
    },
  };
}

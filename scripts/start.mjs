// npm start: install and build what is missing, then serve the built page on this machine.
import { ensureBuilt } from './build.mjs';
import { freePort, HOST } from './free-port.mjs';
import { ensureInstalled, ROOT } from './install.mjs';

ensureInstalled();
await ensureBuilt();

const { env, platform } = process;
const hasDesktop = platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
const port = await freePort(4173);
// `localhost` may be another address, on which another program listens.
const address = `http://${HOST}:${port}/`;

const { preview } = await import('vite');
const server = await preview({
  root: ROOT,
  logLevel: 'warn',
  preview: { host: HOST, port, strictPort: true, open: hasDesktop && !env.CI ? address : false },
});
console.log(`\n  Crease is at ${address}\n\n  Ctrl+C ends it.`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void server.close().finally(() => process.exit(0)));
}

// What keeps the main thread busy for longer than 50 ms while a page is opened, by the browser's own count, in a browser that
// nobody inspects. One that is inspected (by DevTools, by Playwright) looks up in the source where each Error was made, and
// React makes five as it starts: for each the script is parsed once more.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { freePort, HOST } from './free-port.mjs';
import { ROOT } from './install.mjs';

const LOADS = 7;
/** All that comes by itself has come by then, ms. */
const AT_REST = 4000;
/** Before a load the browser has nothing to do for so long, ms. */
const PAUSE = 1500;
/** A browser that does not start says nothing, ms. */
const PATIENCE = 120_000;

/** In front of all else on the page. The network does not fold up by itself. */
const PROBE = `<script>
localStorage.setItem('crease-folded', '1');
const long = [];
new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'longtask', buffered: true });
setTimeout(async () => {
  await fetch('/report', { method: 'POST', body: JSON.stringify(long) });
  location.href = '/pause';
}, ${AT_REST});
</script>`;

/**
 * Opens the page again and again in one browser; the first time, when the browser itself is starting, does not count.
 * @param {string} hash
 * @returns {Promise<number[][]>} of each load the durations of its long tasks, ms, the longest first
 */
async function longTasks(hash) {
  const port = await freePort(4373);
  const page = readFileSync(`${ROOT}dist/index.html`, 'utf8')
    // The page's own policy lets no other script run.
    .replace(/<meta http-equiv="?Content-Security-Policy[^>]*>/i, '')
    .replace('<head>', `<head>${PROBE}`);
  /** @type {number[][]} */
  const loads = [];
  let end = () => {};
  const isDone = new Promise((resolve) => (end = () => resolve(undefined)));
  const server = await preview({
    root: ROOT,
    logLevel: 'warn',
    preview: { host: HOST, port, strictPort: true, headers: { 'cache-control': 'no-store' } },
    plugins: [
      {
        name: 'long-tasks',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            const send = (/** @type {string} */ html) =>
              response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(html);
            if (request.url === '/') return void send(page);
            if (request.url === '/pause')
              return void send(`<script>setTimeout(() => (location.href = '/${hash}'), ${PAUSE})</script>`);
            if (request.url !== '/report') return next();
            let body = '';
            request.on('data', (part) => (body += part));
            request.on('end', () => {
              response.end();
              loads.push(JSON.parse(body).sort((/** @type {number} */ p, /** @type {number} */ q) => q - p));
              if (loads.length > LOADS) end();
            });
          });
        },
      },
    ],
  });
  const profile = mkdtempSync(join(tmpdir(), 'crease-bench-'));
  const browser = spawn(
    await ensureBrowser(),
    [
      ...BROWSER_ARGS,
      '--headless',
      '--window-size=1440,900',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      `http://${HOST}:${port}/pause`,
    ],
    { stdio: 'ignore' },
  );
  const isGone = new Promise((resolve) => browser.once('exit', resolve));
  await Promise.race([isDone, new Promise((resolve) => setTimeout(resolve, PATIENCE).unref())]);
  browser.kill();
  await isGone;
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return loads.slice(1);
}

/**
 * Prints a line for each page: of each load the longest task, and the time above 50 ms of all of them.
 * @param {readonly { name: string, hash: string }[]} pages
 */
export async function benchLongTasks(pages) {
  console.log(
    `\nLong tasks while a page is opened, ms: the longest of each of ${LOADS} loads, and the blocking time's median:`,
  );
  for (const { name, hash } of pages) {
    const loads = await longTasks(hash);
    const longest = loads.map(([first = 0]) => first).sort((p, q) => p - q);
    const blocking = loads.map((tasks) => tasks.reduce((sum, ms) => sum + ms - 50, 0)).sort((p, q) => p - q);
    const texts = longest.map((ms) => (ms === 0 ? '-' : ms.toFixed(0)).padStart(5));
    console.log(`${name.padEnd(26)}${texts.join('')}${(blocking[blocking.length >> 1] ?? NaN).toFixed(0).padStart(8)}`);
  }
}

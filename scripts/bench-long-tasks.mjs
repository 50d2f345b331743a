// What keeps the main thread busy for longer than 50 ms while a page is opened, by the browser's own count, in a browser that
// nobody inspects. One that is inspected (by DevTools, by Playwright) looks up in the source where each Error was made, and
// React makes five as it starts: for each the script is parsed once more.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { freePort, HOST } from './free-port.mjs';
import { ROOT } from './install.mjs';

const LOADS = 7;
/** All that comes by itself has come by then, ms. */
const AT_REST = 4000;
/** Before a load the browser has nothing to do for so long, ms. */
const PAUSE = 1500;
/** For a load, ms: a browser that does not start says nothing. */
const PATIENCE = 20_000;

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
 * Opens each page again and again in one browser; the first load, when the browser itself is starting, does not count.
 * @param {readonly string[]} hashes
 * @returns {Promise<number[][]>} of each load the durations of its long tasks, ms, the longest first
 */
async function longTasks(hashes) {
  const port = await freePort(4373);
  const page = readFileSync(`${ROOT}dist/index.html`, 'utf8')
    // The page's own policy lets no other script run.
    .replace(/<meta http-equiv="?Content-Security-Policy[^>]*>/i, '')
    .replace('<head>', `<head>${PROBE}`);
  const others = hashes.flatMap((hash) => Array.from({ length: LOADS }, () => hash));
  /** @type {number[][]} */
  const loads = [];
  let end = () => {};
  const isDone = new Promise((resolve) => (end = () => resolve(undefined)));
  let next = hashes[0] ?? '';
  const server = await preview({
    root: ROOT,
    logLevel: 'warn',
    preview: { host: HOST, port, strictPort: true, headers: { 'cache-control': 'no-store' } },
    plugins: [
      {
        name: 'long-tasks',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, pass) => {
            const send = (/** @type {string} */ html) =>
              response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(html);
            if (request.url === '/') send(page);
            else if (request.url === '/pause')
              send(`<script>setTimeout(() => (location.href = '/${next}'), ${PAUSE})</script>`);
            else if (request.url === '/report')
              void text(request).then((body) => {
                loads.push(JSON.parse(body).sort((/** @type {number} */ p, /** @type {number} */ q) => q - p));
                next = others[loads.length - 1] ?? '';
                response.end();
                if (loads.length > others.length) end();
              });
            else pass();
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
    { stdio: 'ignore', detached: !isWindows },
  );
  await Promise.race([isDone, setTimeout(PATIENCE * (1 + others.length), undefined, { ref: false })]);
  endAll(browser);
  await server.close();
  // Its other processes end a moment later.
  await setTimeout(1000);
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  return loads.slice(1);
}

const isWindows = process.platform === 'win32';

/**
 * Ends the process, and what it has started: what starts a browser may be a script.
 * @param {import('node:child_process').ChildProcess} browser
 */
function endAll({ pid }) {
  if (pid === undefined) return;
  if (isWindows) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGKILL');
}

/**
 * Prints a line for each page: of each load the longest task, and the time above 50 ms of all of them.
 * @param {readonly { name: string, hash: string }[]} pages
 */
export async function benchLongTasks(pages) {
  console.log(
    `\nLong tasks while a page is opened, ms: the longest of each of ${LOADS} loads, and the blocking time's median:`,
  );
  const all = await longTasks(pages.map(({ hash }) => hash));
  for (const [i, { name }] of pages.entries()) {
    const loads = all.slice(i * LOADS, (i + 1) * LOADS);
    const longest = loads.map(([most = 0]) => most).sort((p, q) => p - q);
    const blocking = loads.map((tasks) => tasks.reduce((sum, ms) => sum + ms - 50, 0)).sort((p, q) => p - q);
    const texts = longest.map((ms) => (ms === 0 ? '-' : ms.toFixed(0)).padStart(5));
    console.log(`${name.padEnd(26)}${texts.join('')}${(blocking[blocking.length >> 1] ?? NaN).toFixed(0).padStart(8)}`);
  }
}

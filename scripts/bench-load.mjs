// What the browser's main thread does while a link is opened, until its verdict is there: the longest tasks, and all of its work
// beside an empty page's.
import { preview } from 'vite';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { freePort, HOST } from './free-port.mjs';
import { ROOT } from './install.mjs';

const SHOWN = 4;
/** The network does not fold up by itself. */
const SEEN = "location.protocol.startsWith('http') && localStorage.setItem('crease-folded', '1')";
/** The marks of the bench are in the second, the tasks in the third. */
const CATEGORIES = ['devtools.timeline', 'blink.user_timing', 'disabled-by-default-devtools.timeline'];

/**
 * A link to a network of these layers: the same numbers at every run.
 * @param {readonly number[]} widths the inputs first
 * @param {string} activation
 * @param {(random: () => number) => string} number
 */
function link(widths, activation, number = (random) => String(Math.round(random() * 80 - 40) / 10)) {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const numbers = (/** @type {number} */ count) => Array.from({ length: count }, () => number(random)).join(',');
  const layer = (/** @type {number} */ nodes, /** @type {number} */ fanIn) =>
    Array.from({ length: nodes }, () => `${numbers(fanIn)}:${numbers(1)}`).join(';');
  const [inputs = 1, ...hidden] = widths;
  const parts = hidden.map((nodes, l) => `h${l + 1}=${layer(nodes, widths[l] ?? 1)}`);
  const names = 'ABCDEF'.slice(0, inputs).split('').join(',');
  return `#v=1&in=${names}&at=${numbers(inputs)}&f=${activation}&${parts.join('&')}&y=${layer(1, widths.at(-1) ?? 1)}`;
}

const fraction = (/** @type {() => number} */ random) =>
  `${Math.floor(random() * 1e18)}1/${Math.floor(random() * 1e18)}7`;

const PAGES = [
  { name: 'the start page', hash: '' },
  { name: 'the chapter with ReLU', hash: '#preset=chapter-8-relu' },
  ...['linear', 'relu', 'hardTanh', 'gelu'].map((activation) => ({
    name: `6-8-8-8-8-1 ${activation}`,
    hash: link([6, 8, 8, 8, 8], activation),
  })),
  { name: '4-8-8-1 relu', hash: link([4, 8, 8], 'relu') },
  { name: '2-8-8-1, long fractions', hash: link([2, 8, 8], 'relu', fraction) },
];

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} url
 * @returns {Promise<{ ms: number, cpu: number }[]>} the longest first
 */
async function tasksAt(page, url) {
  const client = await page.context().newCDPSession(page);
  /** @type {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: any }[]} */
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {any} */ (value)));
  await client.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
  await page.goto(url);
  await page.mouse.move(300, 300);
  await page.locator('.story .section').last().waitFor({ state: 'attached' });
  await page.locator('.verdict:not([data-kind="unknown"])').waitFor({ timeout: 60_000 });
  await page.evaluate(() => performance.mark('bench:end'));
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  // The renderer's main thread is the one that our mark is on.
  const end = events.find(({ name }) => name === 'bench:end');
  return events
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === end?.pid && tid === end.tid)
    .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, cpu: tdur / 1000 }))
    .sort((p, q) => q.ms - p.ms);
}

/** What opening a page needs at least: one line of text is laid out and painted. */
const EMPTY_PAGE = 'data:text/html,<!doctype html><html lang="en"><title>Empty</title><p>Empty';
const ROUNDS = 5;
/** Of the machine's speed. */
const QUARTER = 4;

/**
 * ms of the processor that the main thread is at work until nothing more comes.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
async function workAt(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await context.addInitScript(SEEN);
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await client.send('Emulation.setCPUThrottlingRate', { rate: QUARTER });
    const before = await taskSeconds(client);
    await page.goto(url, { waitUntil: 'networkidle' });
    let after = await taskSeconds(client);
    // At rest: in half a second the main thread does next to nothing.
    for (let last = before; after - last > 0.02;) {
      last = after;
      await page.waitForTimeout(500);
      after = await taskSeconds(client);
    }
    return 1000 * (after - before);
  } finally {
    await context.close();
  }
}

/** @param {import('@playwright/test').CDPSession} client */
async function taskSeconds(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {number} port
 */
async function benchWork(browser, port) {
  /** @type {number[]} */
  const empty = [];
  /** @type {number[]} */
  const ours = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(await workAt(browser, EMPTY_PAGE));
    ours.push(await workAt(browser, `http://${HOST}:${port}/`));
  }
  const median = (/** @type {number[]} */ values) => [...values].sort((p, q) => p - q)[values.length >> 1] ?? NaN;
  console.log(
    `\nOpening the start page at a quarter of the speed: ${median(ours).toFixed(0)} ms of the main thread, ` +
      `${(median(ours) / median(empty)).toFixed(1)} times the empty page's (${median(empty).toFixed(0)} ms); medians of ${ROUNDS} rounds.`,
  );
}

/** Opens every page in a fresh browser profile and prints a line for each. */
export async function benchLoad() {
  const port = await freePort(4273);
  const server = await preview({ root: ROOT, logLevel: 'warn', preview: { host: HOST, port, strictPort: true } });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_ARGS });
  try {
    console.log(`\nThe longest tasks while a link is opened, ms (of them at work; the rest is the machine's):`);
    for (const { name, hash } of PAGES) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        serviceWorkers: 'block',
      });
      await context.addInitScript(SEEN);
      const tasks = await tasksAt(await context.newPage(), `http://${HOST}:${port}/${hash}`);
      const texts = tasks.slice(0, SHOWN).map(({ ms, cpu }) => `${ms.toFixed(0)} (${cpu.toFixed(0)})`.padStart(12));
      console.log(name.padEnd(26) + texts.join(''));
      await context.close();
    }
    await benchWork(browser, port);
  } finally {
    await browser.close();
    await server.close();
  }
}

// What the browser's main thread does while a page is opened: the longest tasks, and all of its work beside an empty page's.
import { preview } from 'vite';
import { chromium } from '@playwright/test';
import { benchLongTasks } from './bench-long-tasks.mjs';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { freePort, HOST } from './free-port.mjs';
import { ROOT } from './install.mjs';

/** The network does not fold up by itself. */
const SEEN = "location.protocol.startsWith('http') && localStorage.setItem('crease-folded', '1')";

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

export async function benchLoad() {
  await benchLongTasks(PAGES);
  const port = await freePort(4273);
  const server = await preview({ root: ROOT, logLevel: 'warn', preview: { host: HOST, port, strictPort: true } });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_ARGS });
  try {
    await benchWork(browser, port);
  } finally {
    await browser.close();
    await server.close();
  }
}

// What one edit costs on the browser's main thread while a weight is dragged, from a trace of the browser.
import { preview } from 'vite';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { freePort, HOST } from './free-port.mjs';
import { ROOT } from './install.mjs';

const MOVES = 120;
const FRAME = 1000 / 60;
/** Pixels per move. The pointer goes out for TURN moves and comes back, again and again. */
const STRIDE = 6;
const TURN = 16;
const RATES = [1, 4];
const ROUNDS = 3;

const PAGES = [
  { name: 'one label (empty page)', hash: null },
  { name: "the chapter's network", hash: '#preset=chapter-8' },
  { name: 'the same with ReLU', hash: '#preset=chapter-8-relu' },
  { name: '6-8-8-1', hash: `#${wideLink()}` },
];

/** A link to a 6-8-8-1 network: the same weights at every run, one place each. */
function wideLink() {
  let seed = 7;
  const number = () => {
    seed = (seed * 48271) % 2147483647;
    return String(((seed % 81) - 40) / 10);
  };
  const numbers = (/** @type {number} */ count) => Array.from({ length: count }, number).join(',');
  const layer = (/** @type {number} */ nodes, /** @type {number} */ fanIn) =>
    Array.from({ length: nodes }, () => `${numbers(fanIn)}:${number()}`).join(';');
  return `v=1&in=A,B,C,D,E,F&at=${numbers(6)}&h1=${layer(8, 6)}&h2=${layer(8, 8)}&y=${layer(1, 8)}`;
}

/** A page that does the least that a drag can do: it moves one label and writes a number in it. */
const EMPTY_PAGE = `<!doctype html><html lang="en"><title>Empty</title><body>
  <div id="label" style="position: fixed; left: 300px; top: 300px; padding: 4px; touch-action: none">0</div>
  <script>
    const label = document.getElementById('label');
    let from = null;
    label.addEventListener('pointerdown', (event) => { from = event.clientX; label.setPointerCapture(event.pointerId); });
    label.addEventListener('pointermove', (event) => {
      if (from === null) return;
      label.textContent = String((event.clientX - from) / 10);
      label.style.transform = 'translateX(' + (event.clientX - from) + 'px)';
    });
    label.addEventListener('pointerup', () => { from = null; });
  </script></body></html>`;

/** Which of our columns an event of the trace belongs to; what is not here counts in the total only. */
const COLUMN = new Map(
  Object.entries({
    script: [
      'EventDispatch',
      'FunctionCall',
      'FireAnimationFrame',
      'TimerFire',
      'EvaluateScript',
      'RunMicrotasks',
      'MinorGC',
      'MajorGC',
      'V8.GCScavenger',
    ],
    style: ['UpdateLayoutTree', 'RecalculateStyles', 'ParseAuthorStyleSheet'],
    layout: ['Layout', 'UpdateLayer', 'HitTest'],
    paint: ['PrePaint', 'Paint', 'Layerize', 'Commit', 'CompositeLayers', 'UpdateLayerTree'],
  }).flatMap(([column, events]) => events.map((event) => [event, column])),
);
const COLUMNS = ['script', 'style', 'layout', 'paint'];

/**
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, cat: string, args: any, id2?: any }} TraceEvent times in µs
 * @typedef {{ edits: Record<string, number>[], dropped: number, frames: number }} Drag per edit: ms in all (`total`) and in each column
 */

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The q-quantile, by the nearest rank.
 * @param {readonly number[]} values
 * @param {number} q
 */
function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? NaN;
}

/**
 * The handle to drag, in page coordinates; `take` gives its value before each move since the last call, and now.
 * @param {import('@playwright/test').Page} page
 * @param {boolean} isEmpty
 */
async function findHandle(page, isEmpty) {
  const weight = /^weight from \S+ to hidden node 1(\.1)?$/;
  // A large network is shown as its matrices, which have no chips; then it is the desk's slider of the same name.
  const chip = page.locator('.diagram-picture').getByLabel(weight);
  const slider = page.getByRole('group', { name: 'Weights and biases' }).getByRole('slider', { name: weight });
  const handle = isEmpty ? page.locator('#label') : chip.or(slider).first();
  await handle.waitFor({ timeout: 5000 });
  const box = await boxAtRest(page, handle);
  // What the handle shows, noted before each move is handled: it tells which moves changed the value.
  const values = await handle.evaluateHandle((element) => {
    const read = () =>
      element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow') ?? element.textContent;
    /** @type {(string | null)[]} */
    const seen = [];
    addEventListener('pointermove', () => seen.push(read()), { capture: true });
    return { take: () => [...seen.splice(0), read()] };
  });
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, take: () => values.evaluate(({ take }) => take()) };
}

/**
 * Brings it into view. Parts that come late may still move it, out of view again, too.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Locator} handle
 */
async function boxAtRest(page, handle) {
  for (let before = await handle.boundingBox(); ;) {
    await page.waitForTimeout(500);
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (box === null) throw new Error('The handle to drag is not on the screen');
    if (before?.x === box.x && before.y === box.y) return box;
    before = box;
  }
}

/**
 * Drags at 60 moves a second whether or not the page keeps up, as a hand does, and records a trace of it.
 * @param {import('@playwright/test').Page} page
 * @param {boolean} isEmpty
 * @param {number} rate
 * @returns {Promise<{ events: TraceEvent[], values: (string | null)[] }>}
 */
async function trace(page, isEmpty, rate) {
  const client = await page.context().newCDPSession(page);
  const { x, y, take } = await findHandle(page, isEmpty);
  /** @param {string} type @param {number} atX */
  const mouse = (type, atX) =>
    client.send('Input.dispatchMouseEvent', {
      type: /** @type {'mousePressed'} */ (type),
      x: atX,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    });
  await client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await client.send('Emulation.setCPUThrottlingRate', { rate });
  await mouse('mousePressed', x);
  // The first moves pay for what is made once (chunks, caches); the reader feels it once, so it is not an edit's cost.
  for (let i = 1; i <= 2 * TURN; i += 1) await mouse('mouseMoved', x + away(i));
  await page.waitForTimeout(500);
  const warmUp = await take();
  if (new Set(warmUp).size === 1) throw new Error(`Dragging changed nothing: the value is still ${warmUp[0]}`);

  /** @type {TraceEvent[]} */
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {any[]} */ (value)));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'blink.user_timing',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'disabled-by-default-devtools.timeline.frame',
      ],
    },
  });
  await page.evaluate(() => performance.mark('bench:start'));
  const start = performance.now();
  /** @type {Promise<unknown>[]} */
  const sent = [];
  for (let i = 1; i <= MOVES; i += 1) {
    const wait = start + i * FRAME - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(mouse('mouseMoved', x + away(i)));
  }
  await Promise.all(sent);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await page.evaluate(() => performance.mark('bench:end'));
  const values = await take();
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  await mouse('mouseReleased', x);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { events, values };
}

/**
 * How far from the start the pointer is at move i, in pixels.
 * @param {number} i
 */
function away(i) {
  const phase = i % (2 * TURN);
  return STRIDE * (phase <= TURN ? phase : 2 * TURN - phase);
}

/**
 * What the main thread did from one pointer move to the next, by the tasks that it ran. A move that came while a frame
 * was late is merged with the next by the browser, and one that did not change the value is no edit; neither is counted.
 * @param {{ events: TraceEvent[], values: (string | null)[] }} traced
 * @returns {Drag}
 */
function measure({ events, values }) {
  const start = events.find(({ name }) => name === 'bench:start');
  const end = events.find(({ name }) => name === 'bench:end');
  if (start === undefined || end === undefined) throw new Error('The trace lacks the marks of the bench');
  const inside = events.filter(({ pid, ts }) => pid === start.pid && ts >= start.ts && ts <= end.ts);
  const main = inside
    .filter(({ tid, ph }) => tid === start.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));

  const moves = main.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'pointermove');
  const edits = moves.map(() => ({ total: 0, ...Object.fromEntries(COLUMNS.map((column) => [column, 0])) }));
  let edit = -1;
  /** Events that are open at the current one; an event's own time is its duration without that of those inside it. */
  /** @type {TraceEvent[]} */
  const open = [];
  for (const event of main) {
    while (open.length > 0 && event.ts >= endOf(open[open.length - 1])) open.pop();
    const parent = open[open.length - 1];
    open.push(event);
    const duration = (event.dur ?? 0) / 1000;
    // A task counts for the last move that it, or a task before it, delivered.
    if (event.name === 'RunTask') {
      while (edit + 1 < moves.length && (moves[edit + 1]?.ts ?? Infinity) < endOf(event)) edit += 1;
      add(edits[edit], 'total', duration);
    }
    add(edits[edit], COLUMN.get(event.name), duration);
    add(edits[edit], COLUMN.get(parent?.name ?? ''), -duration);
  }
  const count = (/** @type {string} */ name) => inside.filter((event) => event.name === name).length;
  if (values.length !== moves.length + 1) throw new Error('The trace and the page differ in the number of moves');
  const changing = edits.filter((_, i) => values[i] !== values[i + 1]);
  return { edits: changing, dropped: count('DroppedFrame'), frames: count('BeginFrame') };
}

/** @param {TraceEvent | undefined} event */
const endOf = (event) => (event?.ts ?? 0) + (event?.dur ?? 0);

/**
 * @param {Record<string, number> | undefined} edit
 * @param {string | undefined} column
 * @param {number} duration
 */
function add(edit, column, duration) {
  if (edit !== undefined && column !== undefined) edit[column] = (edit[column] ?? 0) + duration;
}

/** @param {readonly string[]} cells */
const row = ([first = '', ...cells]) => console.log(first.padEnd(26) + cells.map((cell) => cell.padStart(9)).join(''));
/** @param {number} ms */
const ms = (ms) => ms.toFixed(1);

/** Measures every page at every rate and prints one table for each rate. */
export async function benchDrag() {
  const port = await freePort(4273);
  const server = await preview({ root: ROOT, logLevel: 'warn', preview: { host: HOST, port, strictPort: true } });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_ARGS });
  try {
    console.log(
      `One edit while a weight is dragged: main-thread time in ms, ${ROUNDS} x ${MOVES} moves at 60 a second.`,
    );
    for (const rate of RATES) {
      console.log(`\nCPU at ${rate === 1 ? 'full speed' : `1/${rate} of its speed`}`);
      row([
        '',
        'edits',
        ...COLUMNS.map((column) => `${column}`),
        'all p50',
        'all p95',
        'dropped',
        'p50 own',
        'p95 own',
        'ratio',
      ]);
      /** @type {{ p50: number, p95: number } | undefined} */
      let empty;
      for (const { name, hash } of PAGES) {
        /** @type {Drag[]} */
        const drags = [];
        for (let round = 0; round < ROUNDS; round += 1) drags.push(await drag(browser, port, hash, rate));
        const edits = drags.flatMap((one) => one.edits);
        const sum = (/** @type {'dropped' | 'frames'} */ what) => drags.reduce((total, one) => total + one[what], 0);
        const all = edits.map(({ total }) => total ?? NaN);
        const [p50, p95] = [quantile(all, 0.5), quantile(all, 0.95)];
        const columns = COLUMNS.map((column) => mean(edits.map((edit) => edit[column] ?? NaN)));
        const own =
          empty === undefined ? ['', '', ''] : [ms(p50 - empty.p50), ms(p95 - empty.p95), (p95 / empty.p95).toFixed(1)];
        empty ??= { p50, p95 };
        const dropped = `${((100 * sum('dropped')) / sum('frames')).toFixed(0)} %`;
        row([name, String(edits.length), ...columns.map(ms), ms(p50), ms(p95), dropped, ...own]);
      }
    }
    console.log(
      `\nscript, style, layout, paint: the mean of each. own: above the empty page, where one label moves; ratio: to it, at p95.`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * One drag in a fresh browser profile.
 * @param {import('@playwright/test').Browser} browser
 * @param {number} port
 * @param {string | null} hash null: the empty page
 * @param {number} rate
 */
async function drag(browser, port, hash, rate) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // The network does not fold up by itself.
  await context.addInitScript("location.protocol === 'about:' || localStorage.setItem('crease-folded', '1')");
  try {
    const page = await context.newPage();
    if (hash === null) {
      await page.setContent(EMPTY_PAGE);
    } else {
      await page.goto(`http://${HOST}:${port}/${hash}`);
      // Filling the offline cache is not an edit's work either.
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForLoadState('networkidle');
    }
    return measure(await trace(page, hash === null, rate));
  } finally {
    await context.close();
  }
}

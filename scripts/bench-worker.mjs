// Samples a second of the page's own worker that trains, in a browser: it steps a linear and a ReLU network of one shape
// together, asked for 10 ms at a time as the page asks, and each answer holds both networks and the course so far.
import { readdirSync } from 'node:fs';
import { preview } from 'vite';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { freePort, HOST } from './free-port.mjs';
import { ROOT } from './install.mjs';

const ROWS = 200;
/** Samples of each network before the measurement: by then the loss over all rows is taken at few of the steps. */
const WARM = 160_000;
/** Of one measurement, ms. */
const LENGTH = 1000;
const ROUNDS = 3;
const SHAPES = [
  [2, 4],
  [2, 8, 8],
  [3, 32, 32],
];

export async function benchWorker() {
  const executablePath = await ensureBrowser();
  const port = await freePort(5240);
  const server = await preview({ root: ROOT, preview: { port, host: HOST, strictPort: true }, logLevel: 'warn' });
  const browser = await chromium.launch({ args: BROWSER_ARGS, ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage();
    await page.goto(`http://${HOST}:${port}/`);
    const worker = readdirSync(`${ROOT}dist/assets`).find((file) => file.startsWith('fit.worker')) ?? '';
    console.log(
      '\nTraining in the page’s worker: millions of samples a second, both networks counted (median of rounds)',
    );
    for (const [inputs = 1, ...hidden] of SHAPES) {
      for (const batch of [10, 100]) {
        const rates = [];
        for (let round = 0; round < ROUNDS; round++) {
          rates.push(
            await page.evaluate(measure, { worker, inputs, hidden, batch, rows: ROWS, warm: WARM, length: LENGTH }),
          );
        }
        const median = rates.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
        const name = [inputs, ...hidden, 1].join('-').padEnd(12);
        console.log(`${name} batch ${String(batch).padStart(3)} ${(median / 1e6).toFixed(2).padStart(8)}`);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * In the page: samples a second.
 * @param {{ worker: string, inputs: number, hidden: number[], batch: number, rows: number, warm: number, length: number }} asked
 * @returns {Promise<number>}
 */
function measure({ worker, inputs, hidden, batch, rows, warm, length }) {
  let seed = 7;
  const random = () => ({ n: BigInt((seed = (seed * 48271) % 2147483647)) - 1073741823n, d: 1073741823n });
  const setup = {
    inputs: Array.from({ length: inputs }, (_, i) => `${i + 1}`),
    rows: Array.from({ length: rows }, () => Array.from({ length: inputs + 1 }, random)),
    hidden,
    activation: { kind: 'relu' },
    settings: { optimizer: 'sgd', rate: 0.001, batch },
    seed: 1,
  };
  return new Promise((resolve, reject) => {
    const port = new Worker(`./assets/${worker}`, { type: 'module' });
    let id = 0;
    let start = NaN;
    let first = 0;
    const ask = () => port.postMessage({ id: ++id, setup: null, step: 1e9, ms: 10 });
    port.onerror = () => reject(new Error('the worker has failed'));
    port.onmessage = ({ data }) => {
      if (id === 1) {
        start = performance.now();
        first = data.view.step;
      }
      const time = performance.now() - start;
      if (!(time > length)) return ask();
      port.terminate();
      resolve((2 * batch * (data.view.step - first) * 1000) / time);
    };
    port.postMessage({ id: ++id, setup, step: Math.ceil(warm / batch), ms: 60_000 });
  });
}

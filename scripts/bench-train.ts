/**
 * Samples a second of the training engine, plain gradient descent with ReLU, beside a plain yardstick and beside a loop
 * that multiplies and adds and does nothing else. All three run in turns, since a busy machine slows all of them. Prints;
 * asserts nothing.
 */
import type { DataSet } from '../src/train/data-set.ts';
import { generatorsOf, nextUnit } from '../src/train/generator.ts';
import { initialNetwork } from '../src/train/initial-network.ts';
import { takeStep, trainerOf } from '../src/train/trainer.ts';
import { plainTrainer } from './plain-trainer.ts';

const ROWS = 1000;
const RATE = 0.001;
const ROUNDS = 9;
const ROUND_MS = 60;
const SHAPES = [
  [2, 4],
  [2, 8, 8],
  [3, 32, 32],
];

function randomData(inputs: number): DataSet {
  const { order: generator } = generatorsOf(7);
  const values = Float64Array.from({ length: ROWS * (inputs + 1) }, () => 2 * nextUnit(generator) - 1);
  return { inputs, rows: ROWS, values };
}

/** So many steps a millisecond, once it is warm. */
function paceOf(step: () => void): () => number {
  const measure = (milliseconds: number): number => {
    const start = performance.now();
    let steps = 0;
    for (; performance.now() - start < milliseconds; steps += 50) for (let i = 0; i < 50; i++) step();
    return steps / (performance.now() - start);
  };
  measure(5 * ROUND_MS);
  return () => measure(ROUND_MS);
}

let factor = 0.999;
let result = 0;

/** 6,400 multiplications and additions in eight sums that do not wait for each other, and nothing from memory. */
function multiplyAndAdd(): void {
  const x = factor;
  let a = 0;
  let b = 1;
  let c = 2;
  let d = 3;
  let e = 4;
  let f = 5;
  let g = 6;
  let h = 7;
  for (let turn = 0; turn < 800; turn++) {
    a = a * x + x;
    b = b * x + x;
    c = c * x + x;
    d = d * x + x;
    e = e * x + x;
    f = f * x + x;
    g = g * x + x;
    h = h * x + x;
  }
  result = a + b + c + d + e + f + g + h;
  factor = result > 0 ? 0.999 : 0.998;
}

/** Forward, slopes of the weights, and back through all layers but the first. */
function multiplicationsPerSample(sizes: readonly number[]): number {
  let total = 0;
  for (let l = 1; l < sizes.length; l++) {
    total += (l > 1 ? 3 : 2) * (sizes[l - 1] as number) * (sizes[l] as number);
  }
  return total;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

const million = (perMillisecond: number): string => (perMillisecond / 1000).toFixed(2).padStart(8);

console.log('Training: millions of samples a second, plain gradient descent, ReLU (medians of rounds in turn)');
console.log('                batch     ours    plain   ours/plain   multiply-add limit   ours/limit');
for (const [inputs = 0, ...hidden] of SHAPES) {
  for (const batch of [10, 100]) {
    const data = randomData(inputs);
    const names = Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
    const { weights, order } = generatorsOf(1);
    const network = initialNetwork(names, hidden, { kind: 'relu' }, weights);
    const trainer = trainerOf(data, network, { optimizer: 'sgd', rate: RATE, batch }, order);
    const sizes = [inputs, ...hidden, 1];
    const ours = paceOf(() => takeStep(trainer));
    const plain = paceOf(plainTrainer(network, data, { rate: RATE, batch }, generatorsOf(1).order).step);
    const limit = paceOf(multiplyAndAdd);
    const rounds = Array.from({ length: ROUNDS }, () => {
      const [a, b, c] = [ours() * batch, plain() * batch, (limit() * 6400) / multiplicationsPerSample(sizes)] as const;
      return { a, b, c, times: a / b, share: a / c };
    });
    const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
    console.log(
      `${sizes.join('-').padEnd(12)} ${String(batch).padStart(8)} ${million(of(({ a }) => a))} ` +
        `${million(of(({ b }) => b))} ${of(({ times }) => times)
          .toFixed(2)
          .padStart(12)} ` +
        `${million(of(({ c }) => c)).padStart(20)} ${(100 * of(({ share }) => share)).toFixed(0).padStart(10)} %`,
    );
  }
}
if (!Number.isFinite(result)) console.log(result);

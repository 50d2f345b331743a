/**
 * The yardstick of the training engine: the same arithmetic, written straight down with one sample after the other in
 * flat arrays. It also is the test's independent reader of what the engine's sums should be, bit for bit.
 */
import type { Network } from '../src/model/network.ts';
import { batchesOf, takeBatch } from '../src/train/batches.ts';
import type { DataSet } from '../src/train/data-set.ts';
import type { Generator } from '../src/train/generator.ts';

interface PlainLayer {
  readonly n: number;
  readonly m: number;
  readonly w: Float64Array;
  readonly b: Float64Array;
  readonly gw: Float64Array;
  readonly gb: Float64Array;
  /** What comes in, and the slope of the loss by z. */
  readonly x: Float64Array;
  readonly e: Float64Array;
  readonly isBent: boolean;
}

export interface PlainTrainer {
  readonly step: () => void;
  /** Layer by layer, the weights, then the biases. */
  readonly parameters: () => number[];
}

/** ReLU in hidden layers, a linear output, plain gradient descent. */
export function plainTrainer(
  network: Network<number>,
  { inputs, rows, values }: DataSet,
  { rate, batch }: { readonly rate: number; readonly batch: number },
  generator: Generator,
): PlainTrainer {
  const layers = network.layers.map((nodes, l): PlainLayer => {
    const w = Float64Array.from(nodes.flatMap(({ weights }) => weights));
    const b = Float64Array.from(nodes, ({ bias }) => bias);
    const [m, n] = [b.length, w.length / b.length];
    const isBent = l < network.layers.length - 1;
    const [gw, gb] = [new Float64Array(w.length), new Float64Array(m)];
    return { n, m, w, b, gw, gb, x: new Float64Array(n), e: new Float64Array(m), isBent };
  });
  const y = new Float64Array(1);
  const batches = batchesOf(rows, batch, generator);

  function sample(row: number): void {
    for (let i = 0; i < inputs; i++) (layers[0] as PlainLayer).x[i] = values[row * (inputs + 1) + i] as number;
    for (let l = 0; l < layers.length; l++) {
      const { n, m, w, b, x, isBent } = layers[l] as PlainLayer;
      const out = layers[l + 1]?.x ?? y;
      for (let j = 0; j < m; j++) {
        let z = b[j] as number;
        for (let i = 0; i < n; i++) z += (w[j * n + i] as number) * (x[i] as number);
        out[j] = isBent && !(z > 0) ? 0 : z;
      }
    }
    (layers[layers.length - 1] as PlainLayer).e[0] = (y[0] as number) - (values[row * (inputs + 1) + inputs] as number);
    for (let l = layers.length - 1; l >= 0; l--) {
      const { n, m, w, gw, gb, x, e } = layers[l] as PlainLayer;
      for (let j = 0; j < m; j++) {
        const error = e[j] as number;
        for (let i = 0; i < n; i++) gw[j * n + i] = (gw[j * n + i] as number) + error * (x[i] as number);
        gb[j] = (gb[j] as number) + error;
      }
      if (l === 0) continue;
      const before = (layers[l - 1] as PlainLayer).e;
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let j = 0; j < m; j++) sum += (w[j * n + i] as number) * (e[j] as number);
        before[i] = (x[i] as number) > 0 ? sum : 0;
      }
    }
  }

  function step(): void {
    for (const { gw, gb } of layers) {
      gw.fill(0);
      gb.fill(0);
    }
    const count = takeBatch(batches);
    for (let s = batches.next - count; s < batches.next; s++) sample(batches.order[s] as number);
    const share = 2 / count;
    for (const { w, b, gw, gb } of layers) {
      for (let p = 0; p < w.length; p++) w[p] = (w[p] as number) - rate * (share * (gw[p] as number));
      for (let p = 0; p < b.length; p++) b[p] = (b[p] as number) - rate * (share * (gb[p] as number));
    }
  }

  return { step, parameters: () => layers.flatMap(({ w, b }) => [...w, ...b]) };
}

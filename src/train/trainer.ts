/**
 * Gradient descent on one network and one set of data, in doubles and in a fixed order of all sums: the same start,
 * settings and number of steps give the same weights, bit for bit, in every engine.
 *
 * One step is one batch. Its loss is the mean of the squared errors (ŷ - y)^2; the slopes of the halved squares are summed
 * over the samples in their order, and 2 / (samples of the batch) times the sum is the slope g of `optimizer.ts`.
 */
import type { Network } from '../model/network.ts';
import { bend } from './bend.ts';
import { batchesOf, goToPlace, placeOf, takeBatch, type BatchPlace, type Batches } from './batches.ts';
import type { DataSet } from './data-set.ts';
import type { Generator } from './generator.ts';
import { addSlopes, affine, propagateBack } from './kernels.ts';
import { layoutOf, parameterList, withParameters, type Layout, type LayerLayout } from './memory-layout.ts';
import { optimizerMemory, update, type Optimizer } from './optimizer.ts';

export interface Settings {
  readonly optimizer: Optimizer;
  /** The learning rate, > 0. */
  readonly rate: number;
  /** Rows of a batch, >= 1. */
  readonly batch: number;
}

export interface Trainer {
  readonly data: DataSet;
  readonly settings: Settings;
  /** Shape and activations; its numbers are those of the start. */
  readonly start: Network<number>;
  readonly layout: Layout;
  readonly memory: Float64Array;
  readonly optimizerMemory: Float64Array;
  readonly batches: Batches;
  /** All rows in their order. */
  readonly allRows: Uint32Array;
  /** Steps taken. */
  step: number;
}

/** A step to come back to. */
export interface TrainerState {
  readonly step: number;
  readonly parameters: Float64Array;
  readonly optimizerMemory: Float64Array;
  readonly place: BatchPlace;
}

/** More samples at a time leave a processor's nearest cache. Changes no sum. */
const GROUP = 64;

/** Before the first step; `order` is the generator that shuffles the rows. */
export function trainerOf(data: DataSet, start: Network<number>, settings: Settings, order: Generator): Trainer {
  const batches = batchesOf(data.rows, settings.batch, order);
  const layout = layoutOf(start, Math.min(GROUP, data.rows));
  const memory = new Float64Array(layout.size);
  memory.set(parameterList(start));
  return {
    data,
    settings,
    start,
    layout,
    memory,
    optimizerMemory: optimizerMemory(settings.optimizer, layout.parameters),
    batches,
    allRows: Uint32Array.from({ length: data.rows }, (_, row) => row),
    step: 0,
  };
}

/** One step. False when a number of the network is no longer finite. */
export function takeStep(trainer: Trainer): boolean {
  const { layout, memory, optimizerMemory: kept, batches, settings } = trainer;
  const count = takeBatch(batches);
  sumSlopes(trainer, batches.order, batches.next - count, count);
  trainer.step++;
  return update(settings.optimizer, memory, kept, layout.parameters, 2 / count, settings.rate) === 0;
}

/** The mean of the squared errors over all data, summed row by row; Infinity or NaN when it is not finite. */
export function lossOf(trainer: Trainer): number {
  const { data, allRows, layout, memory: m } = trainer;
  const { to } = layout.layers.at(-1) as LayerLayout;
  let sum = 0;
  for (let first = 0; first < data.rows; first += GROUP) {
    const k = Math.min(GROUP, data.rows - first);
    forward(trainer, allRows, first, k);
    for (let s = 0; s < k; s++) {
      const error = (m[to + s] as number) - (m[layout.targets + s] as number);
      sum += error * error;
    }
  }
  return sum / data.rows;
}

/** The slope of that loss by each parameter, in the order of the memory. */
export function lossSlopes(trainer: Trainer): Float64Array {
  const { layout, data, memory, allRows } = trainer;
  sumSlopes(trainer, allRows, 0, data.rows);
  return memory.slice(layout.parameters, 2 * layout.parameters).map((sum) => (2 / data.rows) * sum);
}

/** ŷ for each row of the data. */
export function predictions(trainer: Trainer): Float64Array {
  const { data, allRows, layout, memory } = trainer;
  const { to } = layout.layers.at(-1) as LayerLayout;
  const values = new Float64Array(data.rows);
  for (let first = 0; first < data.rows; first += GROUP) {
    const k = Math.min(GROUP, data.rows - first);
    forward(trainer, allRows, first, k);
    values.set(memory.subarray(to, to + k), first);
  }
  return values;
}

/** The network as it is now. */
export function networkOf({ start, layout, memory }: Trainer): Network<number> {
  return withParameters(start, layout, memory);
}

export function stateOf({ step, memory, layout, optimizerMemory: kept, batches }: Trainer): TrainerState {
  return {
    step,
    parameters: memory.slice(0, layout.parameters),
    optimizerMemory: kept.slice(),
    place: placeOf(batches),
  };
}

/** Back, or on, to a state of the same trainer. */
export function restore(trainer: Trainer, { step, parameters, optimizerMemory: kept, place }: TrainerState): void {
  trainer.step = step;
  trainer.memory.set(parameters);
  trainer.optimizerMemory.set(kept);
  goToPlace(trainer.batches, place);
}

/** The sums of the slopes of (ŷ - y)^2 / 2 over `count` rows of `order`, from `first` on. */
function sumSlopes(trainer: Trainer, order: Uint32Array, first: number, count: number): void {
  const { layout, memory: m } = trainer;
  const { layers, parameters, targets } = layout;
  // A loop: for so few numbers `fill` takes longer.
  for (let p = parameters; p < 2 * parameters; p++) m[p] = 0;
  for (let done = 0; done < count; done += GROUP) {
    const k = Math.min(GROUP, count - done);
    forward(trainer, order, first + done, k);
    const output = layers.at(-1) as LayerLayout;
    for (let s = 0; s < k; s++) {
      const error = (m[output.to + s] as number) - (m[targets + s] as number);
      m[output.errors + s] = (m[output.errors + s] as number) * error;
    }
    for (let l = layers.length - 1; l >= 0; l--) {
      const { unitsIn, unitsOut, weights, weightSlopes, biasSlopes, from, errors } = layers[l] as LayerLayout;
      addSlopes(m, errors, from, weightSlopes, biasSlopes, unitsIn, unitsOut, k);
      if (l > 0) propagateBack(m, weights, errors, (layers[l - 1] as LayerLayout).errors, unitsIn, unitsOut, k);
    }
  }
}

/** z, a and f'(z) of all layers for k rows of `order`, from `first` on. */
function forward(trainer: Trainer, order: Uint32Array, first: number, k: number): void {
  const { layout, memory: m } = trainer;
  gather(trainer, order, first, k);
  for (const { unitsIn, unitsOut, weights, biases, from, to, errors, runs } of layout.layers) {
    affine(m, weights, biases, from, to, unitsIn, unitsOut, k);
    for (const run of runs) bend(m, run.activation, to + run.first * k, errors + run.first * k, run.count * k);
  }
}

/** Puts the rows side by side: one row of k numbers per input, and the outputs. */
function gather({ data, layout, memory: m }: Trainer, order: Uint32Array, first: number, k: number): void {
  const { inputs, values } = data;
  const { from } = layout.layers[0] as LayerLayout;
  for (let s = 0; s < k; s++) {
    const row = (order[first + s] as number) * (inputs + 1);
    for (let i = 0; i < inputs; i++) m[from + i * k + s] = values[row + i] as number;
    m[layout.targets + s] = values[row + inputs] as number;
  }
}

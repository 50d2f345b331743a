/** How a step follows from the slopes g of the batch's loss. One parameter after the other, in the order of the memory. */

/**
 * sgd: w -= rate g. momentum: v = 0.9 v + g; w -= rate v. adam (Kingma and Ba 2015): m = 0.9 m + 0.1 g;
 * v = 0.999 v + 0.001 g^2; w -= rate (m / (1 - 0.9^t)) / (sqrt(v / (1 - 0.999^t)) + 10^-8).
 */
export const OPTIMIZERS = ['sgd', 'momentum', 'adam'] as const;

export type Optimizer = (typeof OPTIMIZERS)[number];

const KEEP = 0.9;
const KEEP_SQUARES = 0.999;
const TINY = 1e-8;

/** What an optimizer remembers from step to step: zeros at first, but 1 for the powers 0.9^t and 0.999^t of adam. */
export function optimizerMemory(optimizer: Optimizer, parameters: number): Float64Array {
  switch (optimizer) {
    case 'sgd':
      return new Float64Array(0);
    case 'momentum':
      return new Float64Array(parameters);
    case 'adam': {
      const memory = new Float64Array(2 * parameters + 2);
      return memory.fill(1, 2 * parameters);
    }
  }
}

/**
 * One step for the first `count` numbers of m; the sums of slopes stand behind them, and `share` times each is g. Returns
 * 0 if all of the new numbers are finite, else NaN.
 */
export function update(
  optimizer: Optimizer,
  m: Float64Array,
  memory: Float64Array,
  count: number,
  share: number,
  rate: number,
): number {
  switch (optimizer) {
    case 'sgd':
      return descend(m, count, share, rate);
    case 'momentum':
      return roll(m, memory, count, share, rate);
    case 'adam':
      return adapt(m, memory, count, share, rate);
  }
}

function descend(m: Float64Array, count: number, share: number, rate: number): number {
  let check = 0;
  for (let p = 0; p < count; p++) {
    const w = (m[p] as number) - rate * (share * (m[count + p] as number));
    m[p] = w;
    check += w - w;
  }
  return check;
}

function roll(m: Float64Array, memory: Float64Array, count: number, share: number, rate: number): number {
  let check = 0;
  for (let p = 0; p < count; p++) {
    const v = KEEP * (memory[p] as number) + share * (m[count + p] as number);
    memory[p] = v;
    const w = (m[p] as number) - rate * v;
    m[p] = w;
    check += w - w;
  }
  return check;
}

function adapt(m: Float64Array, memory: Float64Array, count: number, share: number, rate: number): number {
  const powers = 2 * count;
  const power = (memory[powers] as number) * KEEP;
  const powerOfSquares = (memory[powers + 1] as number) * KEEP_SQUARES;
  memory[powers] = power;
  memory[powers + 1] = powerOfSquares;
  let check = 0;
  for (let p = 0; p < count; p++) {
    const g = share * (m[count + p] as number);
    const mean = KEEP * (memory[p] as number) + (1 - KEEP) * g;
    const square = KEEP_SQUARES * (memory[count + p] as number) + (1 - KEEP_SQUARES) * (g * g);
    memory[p] = mean;
    memory[count + p] = square;
    const w = (m[p] as number) - (rate * (mean / (1 - power))) / (Math.sqrt(square / (1 - powerOfSquares)) + TINY);
    m[p] = w;
    check += w - w;
  }
  return check;
}

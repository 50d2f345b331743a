/**
 * What the exact engine does in a second: pieces of random ReLU networks of three inputs in a large box, their growth,
 * their number against the formula, and the verdict alone. Prints; asserts nothing.
 */
import { eachCell, enumerateCells } from '../src/algebra/cells.ts';
import { decideAffine } from '../src/algebra/collapse.ts';
import { bentForm } from '../src/algebra/crease.ts';
import { ALL, type Domain } from '../src/algebra/domain.ts';
import { facetsOf } from '../src/algebra/polyhedron.ts';
import { rational, type Rational } from '../src/number/rational.ts';
import { regionsOf } from '../src/algebra/region.ts';
import type { Network, Node } from '../src/model/network.ts';

const INPUTS = 3;
const SIZES = [4, 8, 16, 32];

/** Marsaglia's xorshift: the same networks every time. */
function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** ReLU layers with weights and biases in hundredths from -1 to 1, and a linear output. */
function randomNetwork(inputs: number, widths: readonly number[], random: () => number): Network<Rational> {
  const hundredths = () => rational(Math.round(200 * random()) - 100, 100);
  const sizes = [inputs, ...widths, 1];
  return {
    inputs: Array.from({ length: inputs }, (_, i) => `x${i + 1}`),
    layers: sizes.slice(1).map((width, l) =>
      Array.from({ length: width }, (): Node<Rational> => {
        const weights = Array.from({ length: sizes[l] as number }, hundredths);
        return { weights, bias: hundredths(), activation: { kind: l < widths.length ? 'relu' : 'linear' } };
      }),
    ),
  };
}

function box(inputs: number, half: bigint): Domain {
  const sides = Array.from({ length: inputs }, () => half);
  return { kind: 'box', min: sides.map((side) => rational(-side)), max: sides.map((side) => rational(side)) };
}

function milliseconds(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

/** The median over repeated runs, at least three, for about a second. */
function timed(task: () => void): number {
  const times: number[] = [];
  for (let spent = 0; times.length < 3 || (spent < 1000 && times.length < 200);) {
    const time = milliseconds(task);
    times.push(time);
    spent += time;
  }
  return median(times);
}

function binomialSum(n: number, k: number): number {
  let total = 0;
  for (let i = 0, binomial = 1; i <= k; binomial = (binomial * (n - i)) / (i + 1), i++) total += binomial;
  return total;
}

function table(title: string, rows: readonly (readonly (string | number)[])[]): void {
  console.log(`\n${title}`);
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] as string[]).map((_, i) => Math.max(...texts.map((row) => (row[i] as string).length)));
  for (const row of texts) console.log('  ' + row.map((cell, i) => cell.padStart(widths[i] as number)).join('  '));
}

function growth(title: string, layers: number, domain: Domain): void {
  const rows: (string | number)[][] = [['n', 'pieces', 'formula', 'ms', 'us/piece', 'growth', 'pieces/s']];
  let before: number | null = null;
  for (const n of SIZES) {
    const network = randomNetwork(INPUTS, Array<number>(layers).fill(n), randomSource(20 + n));
    let pieces = 0;
    const time = timed(() => {
      pieces = 0;
      for (const _ of eachCell(network, domain)) pieces++;
    });
    const each = (1000 * time) / pieces;
    const formula = layers === 1 ? binomialSum(n, INPUTS) : '-';
    const ratio = before === null ? '-' : `x${(each / before).toFixed(2)}`;
    rows.push([n, pieces, formula, time.toFixed(1), each.toFixed(1), ratio, Math.round((1000 * pieces) / time)]);
    before = each;
  }
  table(title, rows);
}

growth(
  'One layer of n ReLU nodes, 3 inputs, a large box (growth: of the time per piece, when n doubles)',
  1,
  box(3, 10n ** 6n),
);
growth('The same, over all inputs', 1, ALL);
growth('Two layers of n ReLU nodes, 3 inputs, the box from -2 to 2', 2, box(3, 2n));

const wide = randomNetwork(INPUTS, [16], randomSource(36));
const { cells } = enumerateCells(wide, box(3, 10n ** 6n));
table('On demand, for the 16 nodes above', [
  ['', 'ms'],
  ['all facets', timed(() => cells.forEach(({ cone }) => facetsOf(cone))).toFixed(1)],
  ['regions and crease facets', timed(() => void regionsOf(cells)).toFixed(1)],
]);

const rows: (string | number)[][] = [['nodes', 'inputs', 'model or creases, ms', 'with a witness, ms']];
for (const nodes of [8, 64]) {
  const network = randomNetwork(6, [nodes], randomSource(nodes));
  rows.push([
    nodes,
    6,
    timed(() => void bentForm(network, ALL)).toFixed(2),
    timed(() => void decideAffine(network, ALL)).toFixed(2),
  ]);
}
table('The verdict alone, one hidden layer over all inputs', rows);

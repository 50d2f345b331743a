/**
 * The challenges: what each starts from, and what counts as solved. Checked by the exact engine, and the outcome says
 * where; an answer that is not there yet says what is missing, as data.
 */
import type { Network, NodeAt } from '../model/network.ts';
import { bendsOn } from '../facts/bends.ts';
import { decideAffine } from '../algebra/collapse.ts';
import { difference } from '../algebra/difference.ts';
import { ALL } from '../algebra/domain.ts';
import { forward } from '../algebra/forward.ts';
import { ONE, ZERO, absolute, equal, rational, sign, type Rational } from '../number/rational.ts';
import { decode } from '../state/codec.ts';
import { equalNetwork, type Document } from '../state/document.ts';
import { smallPieces } from '../facts/small-pieces.ts';

export const CHALLENGE_IDS = ['collapse', 'one-crease', 'absolute-value', 'xor', 'pieces', 'find-bend'] as const;

export type ChallengeId = (typeof CHALLENGE_IDS)[number];

/** What is missing. */
export type Missing =
  /** All hidden nodes have to have ReLU, two of them at least. */
  | { readonly kind: 'noRelu' }
  | { readonly kind: 'inputs'; readonly wanted: number }
  | { readonly kind: 'deep' }
  | { readonly kind: 'creases'; readonly count: number }
  /** At this input the network gives something else than it should. */
  | {
      readonly kind: 'differs';
      readonly x: readonly Rational[];
      readonly found: Rational;
      readonly wanted: Rational;
    }
  | { readonly kind: 'pieces'; readonly count: number }
  /** Four pieces are reached: three are next. */
  | { readonly kind: 'four' }
  /** The sums of the hidden nodes, all of them positive. */
  | { readonly kind: 'allOn'; readonly sums: readonly Rational[] }
  | { readonly kind: 'otherNetwork' }
  | { readonly kind: 'undecided' };

/** Where it was checked that the challenge is solved. */
export type Checked =
  | { readonly kind: 'all' }
  /** At these inputs: the task speaks of no others. */
  | { readonly kind: 'inputs'; readonly inputs: readonly (readonly Rational[])[] }
  /** At the current input only, where these nodes are off. */
  | { readonly kind: 'here'; readonly off: readonly NodeAt[] };

export type Outcome =
  { readonly kind: 'solved'; readonly checked: Checked } | { readonly kind: 'missing'; readonly missing: Missing };

const STARTS: Readonly<Record<ChallengeId, string>> = {
  collapse: 'preset=chapter-8-relu',
  'one-crease': 'preset=chapter-8-relu',
  'absolute-value': 'v=1&in=E&at=-3&f=relu&h1=2:0;1:1&y=1,1:0',
  xor: 'v=1&in=A,B&at=1,1&f=relu&h1=1,0:0;0,1:0&y=1,1:0',
  pieces: 'v=1&in=E,H&at=1,2&f=relu&h1=1,0:0;1,0:0&y=1,2:0',
  'find-bend': 'preset=chapter-8-relu',
};

/** The document that a challenge opens. */
export function startOf(id: ChallengeId): Document {
  const decoded = decode(STARTS[id]);
  if (!decoded?.ok) throw new Error(`the start of challenge ${id} does not decode`);
  return decoded.value.document;
}

export interface Memory {
  /** In "four pieces, then three": four have been reached. */
  readonly four: boolean;
}

/** Is the challenge solved by this document? */
export function check(id: ChallengeId, document: Document, memory: Memory): Outcome {
  const { network } = document;
  if (id !== 'find-bend' && !isReluNetwork(network)) return missing({ kind: 'noRelu' });
  switch (id) {
    case 'collapse':
      return checkCreases(network, 0);
    case 'one-crease':
      return checkCreases(network, 1);
    case 'absolute-value':
      return checkAbsoluteValue(network);
    case 'xor':
      return checkXor(network);
    case 'pieces':
      return checkPieces(network, memory);
    case 'find-bend':
      return checkOff(document);
  }
}

const SOLVED_FOR_ALL: Outcome = solved({ kind: 'all' });

function solved(checked: Checked): Outcome {
  return { kind: 'solved', checked };
}

function missing(what: Missing): Outcome {
  return { kind: 'missing', missing: what };
}

/** All hidden nodes have ReLU, there are two or more of them, and the output is linear. */
function isReluNetwork({ layers }: Network<Rational>): boolean {
  const hidden = layers.slice(0, -1).flat();
  return (
    hidden.length >= 2 &&
    hidden.every(({ activation }) => activation.kind === 'relu') &&
    layers.at(-1)?.[0]?.activation.kind === 'linear'
  );
}

function checkCreases(network: Network<Rational>, wanted: number): Outcome {
  const bent = bendsOn(network, ALL);
  if (!bent) return missing({ kind: 'deep' });
  const count = bent.creases.length;
  return count === wanted ? SOLVED_FOR_ALL : missing({ kind: 'creases', count });
}

/** |x| as a network of one node. */
const ABSOLUTE_VALUE: Network<Rational> = {
  inputs: ['x'],
  layers: [
    [{ weights: [ONE], bias: ZERO, activation: { kind: 'abs' } }],
    [{ weights: [ONE], bias: ZERO, activation: { kind: 'linear' } }],
  ],
};

/** Whole numbers and a half, near 0 first: a counterexample that is easy to follow. */
const TRIALS: readonly Rational[] = [
  ...[-1, 1, 0, -2, 2, -3, 3].map((n) => rational(n)),
  rational(1, 2),
  rational(-1, 2),
  ...[-10, 10, -100, 100].map((n) => rational(n)),
];

function checkAbsoluteValue(network: Network<Rational>): Outcome {
  if (network.inputs.length !== 1) return missing({ kind: 'inputs', wanted: 1 });
  for (const x of TRIALS) {
    const found = forward(network, [x]).y;
    const wanted = absolute(x);
    if (!equal(found, wanted)) return missing({ kind: 'differs', x: [x], found, wanted });
  }
  const verdict = decideAffine(difference(network, ABSOLUTE_VALUE), ALL, { shouldStop: (cells) => cells >= MAX_CELLS });
  if (verdict.kind === 'unfinished') return missing({ kind: 'undecided' });
  // Equal at all trials and affine: equal. Not affine: equal at two points and their midpoint would keep the linear law.
  if (verdict.kind === 'affine') return SOLVED_FOR_ALL;
  const { p, q, mid } = verdict.witness;
  for (const x of [p, q, mid]) {
    const found = forward(network, x).y;
    const wanted = absolute(x[0] as Rational);
    if (!equal(found, wanted)) return missing({ kind: 'differs', x, found, wanted });
  }
  throw new Error('the difference bends where it is 0');
}

const XOR_INPUTS = [ZERO, ONE].flatMap((a) => [ZERO, ONE].map((b) => [a, b] as const));

function checkXor(network: Network<Rational>): Outcome {
  if (network.inputs.length !== 2) return missing({ kind: 'inputs', wanted: 2 });
  for (const x of XOR_INPUTS) {
    const found = forward(network, x).y;
    const wanted = equal(...x) ? ZERO : ONE;
    if (!equal(found, wanted)) return missing({ kind: 'differs', x, found, wanted });
  }
  return solved({ kind: 'inputs', inputs: XOR_INPUTS });
}

/** Far more cells than a solution has, and still looked at in a few milliseconds. */
const MAX_CELLS = 200;

function checkPieces(network: Network<Rational>, { four }: Memory): Outcome {
  const count = smallPieces(network)?.length;
  if (count === undefined) return missing({ kind: 'undecided' });
  if (count === 4) return missing({ kind: 'four' });
  return four && count === 3 ? SOLVED_FOR_ALL : missing({ kind: 'pieces', count });
}

function checkOff({ network, x }: Document): Outcome {
  if (!equalNetwork(network, startOf('find-bend').network)) return missing({ kind: 'otherNetwork' });
  const sums = forward(network, x).z[0] ?? [];
  const off = sums.flatMap((z, node) => (sign(z) <= 0 ? [{ layer: 0, node }] : []));
  return off.length > 0 ? solved({ kind: 'here', off }) : missing({ kind: 'allOn', sums });
}

/**
 * Signals of a network in normal form: an affine function of the inputs plus multiples of atoms. Each activation is
 * affine plus an atom that is odd or even, so that equal atoms meet and cancel:
 *
 *   sigmoid(z)  = 1/2 + tanh(z/2)/2   and the like for every smooth function: its `normalForm`
 *   max(0, z)   = z/2 + |z|/2         even, and |k z| = |k| |z|
 *
 * An atom's argument is a signal in normal form itself, up to sign. Equal normal forms are equal functions; whether
 * different ones are is another question (smooth.ts).
 */
import { ACTIVATIONS, familyOf, type Activation, type SmoothKind } from '../activation/activation.ts';
import { pieces, type Branch, type PiecewiseLinear } from '../activation/pieces.ts';
import { negateBall, signOfBall } from '../number/ball.ts';
import { knownOf, signOfValue, toBall, weightedSum } from './evaluate.ts';
import {
  HALF,
  MINUS_ONE,
  ONE,
  ZERO,
  absolute,
  add,
  divide,
  isZero,
  multiply,
  negate,
  rational,
  sign,
  subtract,
  toFractionText,
  type Rational,
} from '../number/rational.ts';
import type { Known } from '../number/rounding.ts';
import { smoothValue, smoothValueOfBall, type Value } from '../activation/smooth-value.ts';

/** Named after the function whose atom it is (`familyOf`). */
export type Family = SmoothKind | 'abs';

/** One object per atom of an `AtomTable`: the same object means the same function. */
export interface Atom {
  readonly id: number;
  readonly family: Family;
  /** Its first coefficient (of inputs, then of atoms, then the intercept) that is not 0 is positive; 1 for `abs`. */
  readonly argument: Signal;
  /** It does not depend on the inputs. */
  readonly isConstant: boolean;
}

/** coef . x + intercept + the sum of times * atom. No `times` is 0. */
export interface Signal {
  /** One per input. */
  readonly coef: readonly Rational[];
  readonly intercept: Rational;
  readonly terms: ReadonlyMap<Atom, Rational>;
}

/** On which side of 0 a signal stays: `crosses` where neither is known. */
export type Side = 'above' | 'below' | 'crosses';

/** Bits to tell the sign of a constant; one that needs more counts as unknown. */
const SIGN_BITS = [128, 1024] as const;

export class AtomTable {
  readonly #atoms = new Map<string, Atom>();

  /** times * family(argument), as a signal. Atoms that are 0 everywhere vanish. */
  atom(family: Family, argument: Signal, times: Rational): Signal {
    const lead = leading(argument);
    if (isZero(lead) && vanishesAtZero(family)) return constantSignal(ZERO, argument.coef.length);
    const negative = sign(lead) < 0;
    const scale = family === 'abs' ? absolute(lead) : ONE;
    const canonical = scaleSignal(divide(negative ? MINUS_ONE : ONE, scale), argument);
    const factor = negative && isOdd(family) ? negate(times) : multiply(times, scale);
    const atom = this.#intern(family, canonical);
    return { ...constantSignal(ZERO, argument.coef.length), terms: new Map([[atom, factor]]) };
  }

  #intern(family: Family, argument: Signal): Atom {
    const parts = sortedTerms(argument).map(([{ id }, times]) => `${id}*${toFractionText(times)}`);
    const affine = [...argument.coef, argument.intercept].map(toFractionText);
    const key = `${family} ${affine.join(' ')} ${parts.join(' ')}`;
    const known = this.#atoms.get(key);
    if (known) return known;
    const atom: Atom = { id: this.#atoms.size, family, argument, isConstant: isConstantSignal(argument) };
    this.#atoms.set(key, atom);
    return atom;
  }

  /** f(z) of a smooth activation. */
  smooth(kind: SmoothKind, z: Signal): Signal {
    const { constant, linear, times, shrink } = ACTIVATIONS[kind].normalForm;
    return addSignals(
      shiftSignal(scaleSignal(linear, z), constant),
      ONE,
      this.atom(familyOf(kind), scaleSignal(shrink, z), times),
    );
  }

  /** f(z) of a piecewise linear activation, given the side of z - kink for each kink, from left to right. */
  straight(activation: Activation<Rational>, z: Signal, sides: readonly Side[]): Signal {
    const { kinks, branches } = pieces(activation) as PiecewiseLinear;
    const first = branches[0] as Branch;
    let a: Signal = shiftSignal(scaleSignal(first.slope, z), first.intercept);
    kinks.forEach((kink, k) => {
      const change = subtract((branches[k + 1] as Branch).slope, (branches[k] as Branch).slope);
      const above = shiftSignal(z, negate(kink));
      if (sides[k] === 'above') a = addSignals(a, change, above);
      if (sides[k] !== 'crosses') return;
      // max(0, u) = u/2 + |u|/2
      const half = multiply(HALF, change);
      a = addSignals(addSignals(a, half, above), ONE, this.atom('abs', above, half));
    });
    return a;
  }
}

/** The same value everywhere, of so many inputs: no atoms. */
export function constantSignal(value: Rational, inputs: number): Signal {
  return { coef: Array.from({ length: inputs }, () => ZERO), intercept: value, terms: new Map() };
}

/** The input x_i itself, of n inputs. */
export function inputSignal(i: number, n: number): Signal {
  return { coef: Array.from({ length: n }, (_, k) => (k === i ? ONE : ZERO)), intercept: ZERO, terms: new Map() };
}

/** f + k g. */
export function addSignals(f: Signal, k: Rational, g: Signal): Signal {
  if (isZero(k)) return f;
  const terms = new Map(f.terms);
  for (const [atom, times] of g.terms) {
    const total = add(terms.get(atom) ?? ZERO, multiply(k, times));
    if (isZero(total)) terms.delete(atom);
    else terms.set(atom, total);
  }
  return {
    coef: f.coef.map((c, i) => add(c, multiply(k, g.coef[i] as Rational))),
    intercept: add(f.intercept, multiply(k, g.intercept)),
    terms,
  };
}

function scaleSignal(k: Rational, f: Signal): Signal {
  return addSignals(constantSignal(ZERO, f.coef.length), k, f);
}

/** f + by. */
export function shiftSignal(f: Signal, by: Rational): Signal {
  return { ...f, intercept: add(f.intercept, by) };
}

/** The sum of weights[i] signals[i] + bias. */
export function sumSignals(
  weights: readonly Rational[],
  signals: readonly Signal[],
  bias: Rational,
  inputs: number,
): Signal {
  return weights.reduce(
    (total, weight, i) => addSignals(total, weight, signals[i] as Signal),
    constantSignal(bias, inputs),
  );
}

/** coef . x + intercept and nothing else? */
export function isAffineSignal({ terms }: Signal): boolean {
  return terms.size === 0;
}

/** No input in it, directly or within an atom? */
export function isConstantSignal(f: Signal): boolean {
  return f.coef.every(isZero) && bendingTerms(f).length === 0;
}

/** The atoms that depend on the inputs, in the order of their making. */
export function bendingTerms({ terms }: Signal): [Atom, Rational][] {
  return [...terms].filter(([atom]) => !atom.isConstant);
}

/** What does not depend on the inputs: the intercept and the constant atoms. */
export function constantPart(f: Signal): Signal {
  return {
    ...constantSignal(f.intercept, f.coef.length),
    terms: new Map([...f.terms].filter(([atom]) => atom.isConstant)),
  };
}

/** The value of a constant signal. */
export function constantValue(f: Signal, bits: number): Value {
  const terms = [...f.terms];
  const values = terms.map(([{ family, argument }]) => atomValue(family, constantValue(argument, bits), bits));
  return weightedSum(
    terms.map(([, times]) => times),
    values,
    f.intercept,
    bits,
  );
}

/** The digits of a constant signal. */
export function knownConstant(f: Signal): Known {
  if (!isConstantSignal(f)) throw new Error('this signal is not constant');
  return knownOf((bits) => constantValue(f, bits));
}

/** The sign of a constant signal, or null where it is not known. */
export function constantSign(f: Signal): -1 | 0 | 1 | null {
  for (const bits of SIGN_BITS) {
    const known = signOfValue(constantValue(f, bits), bits);
    if (known !== null) return known;
  }
  return null;
}

function atomValue(family: Family, z: Value, bits: number): Value {
  if (family === 'abs') {
    const known = signOfValue(z, bits);
    if (known !== null) return weightedSum([rational(known)], [z], ZERO, bits);
    const ball = toBall(z, bits);
    return { exact: ZERO, rest: signOfBall(ball) === -1 ? negateBall(ball) : ball };
  }
  const value = z.rest ? smoothValueOfBall(family, toBall(z, bits), bits) : smoothValue(family, z.exact, bits);
  const { linear } = ACTIVATIONS[family].normalForm;
  return weightedSum([ONE, negate(linear)], [value, z], ZERO, bits);
}

function isOdd(family: Family): boolean {
  return family !== 'abs' && ACTIVATIONS[family].normalForm.parity === 'odd';
}

/** An atom of the constant 0 is 0: not that of softplus, which is ln 2 there. */
function vanishesAtZero(family: Family): boolean {
  if (family === 'abs') return true;
  const { atZero } = ACTIVATIONS[family];
  return atZero !== null && isZero(atZero);
}

function leading({ coef, intercept, terms }: Signal): Rational {
  const first = coef.find((c) => !isZero(c));
  if (first) return first;
  const [, times = intercept] = sortedTerms({ coef, intercept, terms })[0] ?? [];
  return times;
}

function sortedTerms({ terms }: Signal): [Atom, Rational][] {
  return [...terms].sort(([p], [q]) => p.id - q.id);
}

/**
 * The analysis of every shared vector against the oracle's answers: every field that tests/vectors/README.md calls
 * exact, none skipped; the fields that it says to verify are verified with another library's rational numbers.
 */
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/algebra/analyse.ts';
import type { AffineAnswer, Answers, CellAnswer, FormAnswer } from '../src/algebra/answers.ts';
import type { Domain } from '../src/algebra/domain.ts';
import { parseNumberText } from '../src/number/number-text.ts';
import { toFractionText, type Rational } from '../src/number/rational.ts';
import { ACTIVATION_KINDS, type Activation } from '../src/activation/activation.ts';
import type { Node } from '../src/model/network.ts';
import { TEXTBOOK, textbookNumber, textbookPiece } from './textbook.ts';
import { readVectors, type Vector } from './read-vectors.ts';

const vectors = readVectors();

/** The oracle's answers have the same shape. */
type Expected = Partial<Answers>;

const analysed = new Map<string, Answers>();

/** Each vector is analysed once, at the points where the oracle evaluated it. */
function answersOf(vector: Vector): Answers {
  const known = analysed.get(vector.name);
  if (known) return known;
  const points = (expectedOf(vector).evaluate ?? []).map(({ x }) => x.map(read));
  const answers = analyse({ network: vector.network, domain: vector.domain, points });
  analysed.set(vector.name, answers);
  return answers;
}

function expectedOf({ answers }: Vector): Expected {
  return answers;
}

function read(text: string): Rational {
  const parsed = parseNumberText(text);
  if (!parsed.ok) throw new Error(`not a number: ${text}`);
  return parsed.value;
}

/** A rational, or the number that the 20 digits after `~` write. */
function fraction(text: string): Fraction {
  const [mantissa = '', exponent = '0'] = text.replace('~', '').split('e');
  return new Fraction(mantissa).mul(new Fraction(10).pow(Number(exponent)));
}

/** Equal in all but the `~` decimals, which agree within 1e-9 max(1, |value|). */
function assertSame(actual: unknown, expected: unknown, path = ''): void {
  if (typeof expected === 'string' && expected.startsWith('~')) {
    const value = Number(expected.slice(1));
    expect(actual, path).toMatch(/^~/);
    expect(Math.abs(Number(String(actual).slice(1)) - value), path).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(value)),
    );
    return;
  }
  if (typeof expected !== 'object' || expected === null) {
    expect(actual, path).toBe(expected);
    return;
  }
  expect(Object.keys(actual as object), path).toEqual(Object.keys(expected));
  for (const [key, value] of Object.entries(expected)) {
    assertSame((actual as Record<string, unknown>)[key], value, `${path}/${key}`);
  }
}

/** f(z) in the other library's numbers; null for smooth activations. */
function activate({ activation }: Node<Rational>, z: Fraction): Fraction | null {
  const f = TEXTBOOK[activation.kind];
  return f.kinks && f.exact(z, slopeOf(activation));
}

function slopeOf(activation: Activation<Rational>): Fraction {
  return activation.kind === 'leakyRelu' ? fraction(toFractionText(activation.slope)) : new Fraction(0);
}

/** z of every node, and the output; null where a smooth node makes it irrational. */
function passExactly({ network }: Vector, x: readonly string[]): { z: Fraction[][]; y: Fraction } | null {
  const z: Fraction[][] = [];
  let signal: Fraction[] = x.map(fraction);
  for (const layer of network.layers) {
    const before = signal;
    const sums = layer.map(({ weights, bias }) =>
      weights.reduce<Fraction>(
        (sum, weight, i) => sum.add(fraction(toFractionText(weight)).mul(before[i] as Fraction)),
        fraction(toFractionText(bias)),
      ),
    );
    const outputs = layer.map((node, j) => activate(node, sums[j] as Fraction));
    if (outputs.includes(null)) return null;
    z.push(sums);
    signal = outputs as Fraction[];
  }
  return { z, y: signal[0] as Fraction };
}

/** The same in doubles, with smooth nodes. */
function passInDoubles({ network }: Vector, x: readonly string[]): number {
  let signal = x.map((text) => Number(fraction(text)));
  for (const layer of network.layers) {
    const before = signal;
    signal = layer.map((node) => {
      const z = node.weights.reduce(
        (sum, weight, i) => sum + Number(fraction(toFractionText(weight))) * (before[i] as number),
        Number(fraction(toFractionText(node.bias))),
      );
      return textbookNumber(node.activation.kind, z, Number(slopeOf(node.activation)));
    });
  }
  return signal[0] as number;
}

function isInside(domain: Domain, x: readonly string[]): boolean {
  return x.every((text, i) => {
    const value = fraction(text);
    if (domain.kind === 'all') return true;
    if (domain.kind === 'nonnegative') return value.compare(0) >= 0;
    const [low, high] = [domain.min[i] as Rational, domain.max[i] as Rational];
    return value.compare(toFractionText(low)) >= 0 && value.compare(toFractionText(high)) <= 0;
  });
}

function valueOf({ coef, intercept }: FormAnswer, x: readonly string[]): Fraction {
  return coef.reduce<Fraction>((sum, c, i) => sum.add(fraction(c).mul(fraction(x[i] as string))), fraction(intercept));
}

function verifyWitness(vector: Vector, domain: Domain, { witness }: AffineAnswer): void {
  if (!witness) throw new Error('a witness is due');
  const { p, q, mid } = witness;
  expect([p, q, mid].every((x) => isInside(domain, x))).toBe(true);
  expect(mid).toEqual(
    p.map((value, i) =>
      fraction(value)
        .add(fraction(q[i] as string))
        .div(2)
        .toFraction(),
    ),
  );
  const points = [p, q, mid] as const;
  const said = [witness.f_p, witness.f_q, witness.f_mid].map(fraction) as [Fraction, Fraction, Fraction];
  const exact = points.map((x) => passExactly(vector, x)?.y ?? null);
  const defect = fraction(witness.defect);
  expect(defect.equals(0)).toBe(false);
  const fromSaid = said[2].sub(said[0].add(said[1]).div(2));
  if (vector.isPiecewiseLinear) {
    expect(said.map((value) => value.toFraction())).toEqual(exact.map((value) => value?.toFraction()));
    expect(fromSaid.equals(defect)).toBe(true);
    return;
  }
  const scale = Math.max(...said.map((value) => Math.abs(Number(value))), Number.MIN_VALUE);
  expect(Math.abs(Number(fromSaid.sub(defect)))).toBeLessThanOrEqual(1e-18 * scale);
  points.forEach((x, k) => {
    const value = Number(said[k]);
    expect(Math.abs(passInDoubles(vector, x) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  });
}

function assertAffine(vector: Vector, domain: Domain, actual: AffineAnswer, expected: AffineAnswer): void {
  expect(actual.must_decide).toBe(expected.must_decide);
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  if (actual.must_decide || expected.verdict !== 'undecided') expect(actual.verdict).toBe(expected.verdict);
  if (expected.verdict === 'affine') assertSame(actual.form, expected.form);
  expect(actual.form !== null).toBe(actual.verdict === 'affine');
  if (actual.verdict === 'not-affine') verifyWitness(vector, domain, actual);
  else expect(actual.witness).toBe(null);
}

/** Strictly inside: all facets positive there, each node strictly on its piece unless its z is constant on the cell. */
function verifyPoint(vector: Vector, cell: CellAnswer): void {
  for (const facet of cell.facets) {
    const row = facet.split(' ');
    const form = { coef: row.slice(0, -1), intercept: row.at(-1) as string };
    expect(valueOf(form, cell.point).compare(0)).toBeGreaterThan(0);
  }
  const pass = passExactly(vector, cell.point);
  expect(pass?.y.toFraction()).toBe(valueOf(cell, cell.point).toFraction());
  const pattern = vector.network.layers.map((layer, l) =>
    layer.map(({ activation }, j) => textbookPiece(activation.kind, pass?.z[l]?.[j] as Fraction)).join(''),
  );
  expect(pattern.join('|')).toBe(cell.pattern);
}

describe.each(vectors)('$name', (vector) => {
  const expected = expectedOf(vector);

  it('evaluate', () => assertSame(answersOf(vector).evaluate, expected.evaluate));

  it('collapse', () => assertSame(answersOf(vector).collapse, expected.collapse));

  it('affine', () => {
    const { affine } = answersOf(vector);
    expect(vector.accept).toContain(affine.verdict);
    assertAffine(vector, vector.domain, affine, expected.affine as AffineAnswer);
  });

  it('affine_nonneg', () => {
    const { affine_nonneg: actual } = answersOf(vector);
    expect(actual === undefined).toBe(expected.affine_nonneg === undefined);
    if (actual) assertAffine(vector, { kind: 'nonnegative' }, actual, expected.affine_nonneg as AffineAnswer);
  });

  it('crease_count', () => assertSame(answersOf(vector).crease_count, expected.crease_count));

  it('regions', () => {
    const { regions } = answersOf(vector);
    const due = expected.regions;
    if (!regions || !due) {
      expect(regions).toBe(due);
      return;
    }
    const withoutPoints = (cells: readonly CellAnswer[] | null) =>
      cells?.map((cell) => ({ ...cell, point: null })) ?? null;
    // A set: the oracle has its own order.
    const asSet = (facets: readonly unknown[] | null) => facets?.map((facet) => JSON.stringify(facet)).sort() ?? null;
    assertSame(
      { ...regions, cells: withoutPoints(regions.cells), crease_facets: asSet(regions.crease_facets) },
      { ...due, cells: withoutPoints(due.cells), crease_facets: asSet(due.crease_facets) },
    );
    for (const cell of regions.cells ?? []) verifyPoint(vector, cell);
  });

  it('neurons', () => assertSame(answersOf(vector).neurons, expected.neurons));

  it('kinks', () => assertSame(answersOf(vector).kinks, expected.kinks));
});

describe('the vectors as a whole', () => {
  it('ask about every activation', () => {
    const kinds = vectors.flatMap(({ network }) => network.layers.flat().map(({ activation }) => activation.kind));
    expect(new Set(kinds)).toEqual(new Set(ACTIVATION_KINDS));
  });

  it('hold no answer that is not compared', () => {
    const compared = ['evaluate', 'collapse', 'affine', 'affine_nonneg', 'crease_count', 'regions', 'neurons', 'kinks'];
    const keys = new Set(vectors.flatMap(({ answers }) => Object.keys(answers)));
    expect([...keys].sort()).toEqual(compared.sort());
    expect(vectors.length).toBeGreaterThan(200);
  });

  it('keep their keys in the order of the README, with the simplest network last', () => {
    for (const vector of vectors) {
      expect(Object.keys(answersOf(vector))).toEqual([...Object.keys(expectedOf(vector)), 'simplest']);
    }
  });
});

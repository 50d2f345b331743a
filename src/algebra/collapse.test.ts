import { describe, expect, it } from 'vitest';
import { readVectors, type Vector } from '../../tests/read-vectors.ts';
import type { Affine } from './affine.ts';
import { collapseLinear, decideAffine, isZeroNetwork } from './collapse.ts';
import { creaseCount } from './crease.ts';
import { NONNEGATIVE, type Domain } from './domain.ts';
import { inDomain } from './domain-range.ts';
import { forward } from './forward.ts';
import { difference, equalOn } from './difference.ts';
import { kinkGroups } from './kinks.ts';
import {
  ONE,
  equal,
  isZero,
  multiply,
  rational,
  subtract,
  add,
  toFractionText,
  type Rational,
} from '../number/rational.ts';
import type { Layer, Network, Node } from '../model/network.ts';
import { analyseNodes } from './neuron-range.ts';
import { simplest } from './simplest.ts';

const vectors = readVectors();
const piecewiseLinear = vectors.filter((vector) => vector.isPiecewiseLinear);

function formAnswer({ coef, intercept }: Affine) {
  return { coef: coef.map(toFractionText), intercept: toFractionText(intercept) };
}

function verdictAnswer(network: Network<Rational>, domain: Domain) {
  const verdict = decideAffine(network, domain);
  return { verdict: verdict.kind, form: verdict.kind === 'affine' ? formAnswer(verdict.form) : null };
}

describe('the shared vectors', () => {
  it.each(piecewiseLinear)('D1 $name: affine or not, and the form', ({ network, domain, answers, affineTruth }) => {
    const { verdict, form } = answers['affine'] as { verdict: string; form: unknown };
    expect(verdict).toBe(affineTruth);
    expect(verdictAnswer(network, domain)).toEqual({ verdict, form });
  });

  it.each(piecewiseLinear.filter(({ domain }) => domain.kind === 'all'))(
    'D1 $name: the same over inputs >= 0',
    ({ network, answers }) => {
      const { verdict, form } = answers['affine_nonneg'] as { verdict: string; form: unknown };
      expect(verdictAnswer(network, NONNEGATIVE)).toEqual({ verdict, form });
    },
  );

  it.each(piecewiseLinear.filter(({ affineTruth }) => affineTruth === 'not-affine'))(
    'D2 $name: the witness is one',
    ({ network, domain }) => {
      const verdict = decideAffine(network, domain);
      if (verdict.kind !== 'not-affine') throw new Error('no witness');
      const { p, q, mid, fP, fQ, fMid, defect } = verdict.witness;
      const half = rational(1, 2);
      expect([p, q, mid].every((x) => inDomain(domain, x))).toBe(true);
      expect(mid).toEqual(p.map((value, i) => multiply(half, add(value, q[i] as Rational))));
      expect([fP, fQ, fMid]).toEqual([p, q, mid].map((x) => forward(network, x).y));
      expect(equal(defect, subtract(fMid, multiply(half, add(fP, fQ))))).toBe(true);
      expect(isZero(defect)).toBe(false);
    },
  );

  it.each(piecewiseLinear.filter(({ sameFunctionAs }) => sameFunctionAs))(
    'D1 $name: the same function as the vector that it names',
    ({ network, domain, sameFunctionAs }) => {
      const other = piecewiseLinear.find(({ name }) => name === sameFunctionAs)?.network as Network<Rational>;
      expect(equalOn(domain, network, other)).toBe(true);
      const [node, ...rest] = other.layers.at(-1) as Layer<Rational>;
      const shifted = [{ ...(node as Node<Rational>), bias: add((node as Node<Rational>).bias, ONE) }, ...rest];
      expect(equalOn(domain, network, { ...other, layers: [...other.layers.slice(0, -1), shifted] })).toBe(false);
    },
  );

  it.each(vectors)('B1 $name: the number of creases', ({ network, domain, answers }) => {
    expect(creaseCount(network, domain)).toBe(answers['crease_count']);
  });

  it.each(vectors)('D4 $name: the linear model and each node of it', ({ network, answers }) => {
    const collapse = collapseLinear(network);
    const answer = collapse && {
      form: formAnswer(collapse.form),
      neurons: collapse.neurons.map((l) => l.map(formAnswer)),
    };
    expect(answer).toEqual(answers['collapse']);
  });

  it.each(vectors)('K1 $name: the groups of kinks', ({ network, domain, answers }) => {
    const groups = network.layers.map((_, layer) =>
      kinkGroups(network, layer, domain).map(({ kind, row, members, jump, cancels, cutsInterior }) => ({
        kind,
        row: row.map(String),
        members: members.map(({ neuron, kink, scale }) => ({ neuron, kink, scale: toFractionText(scale) })),
        jump: jump.map(toFractionText),
        cancels,
        ...(cutsInterior === undefined ? {} : { cuts_interior: cutsInterior }),
      })),
    );
    const expected = (answers['kinks'] as { kind: string }[][]).map((layer) =>
      layer.filter(({ kind }) => kind === 'kink'),
    );
    expect(groups).toEqual(expected);
  });
});

describe('C7 what is stopped says so', () => {
  const deep = vectors.find(({ name }) => name === 'deep-sum-of-three-sorted') as Vector;
  const { network, domain } = deep;

  it('the verdict of a deep network, and equality', () => {
    expect(decideAffine(network, domain, { shouldStop: (cells) => cells === 2 })).toEqual({
      kind: 'unfinished',
      cells: 2,
    });
    const same = difference(network, network);
    expect(isZeroNetwork(same, domain, { shouldStop: () => true })).toBeNull();
    expect(isZeroNetwork(same, domain)).toBe(true);
  });

  it('nodes and the simplest network', () => {
    expect(analyseNodes(network, domain, { shouldStop: () => true })).toBeNull();
    expect(simplest(network, domain, { shouldStop: () => true })).toBeNull();
    // Late, too: whenever it is asked to stop it stops, or it is done.
    for (let patience = 1; patience < 60; patience += 7) {
      let asked = 0;
      const shouldStop = () => ++asked > patience;
      const result = simplest(network, domain, { shouldStop });
      expect(result === null).toBe(asked > patience);
    }
  });
});

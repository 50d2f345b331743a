import { describe, expect, it } from 'vitest';
import { readVectors } from '../../tests/read-vectors.ts';
import type { Affine } from './affine.ts';
import { collapseLinear, decideAffine } from './collapse.ts';
import { creaseCount } from './crease.ts';
import { NONNEGATIVE, inDomain, type Domain } from './domain.ts';
import { forward } from './forward.ts';
import { kinkGroups } from './kinks.ts';
import { equal, isZero, multiply, rational, subtract, add, toFractionText, type Rational } from './rational.ts';
import type { Network } from '../model/network.ts';

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

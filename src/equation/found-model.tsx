/** A linear model that a decision found, written. */
import { useCallback, useMemo } from 'react';
import { affineSum } from '../algebra/derivation.ts';
import type { Network } from '../model/network.ts';
import type { Decision } from '../state/decision.ts';
import { Formula, StaticFormula } from './formula.tsx';
import { plainText } from './plain.ts';
import { write } from './segments.ts';
import { speak } from './speech.ts';
import { sumTex } from './tex.ts';

export type FoundModel = Extract<Decision, { readonly kind: 'collapses' }>;

/** Digits of an irrational constant that are shown. */
const SHOWN_DIGITS = 7;

/** As plain text: `21 x_E + 11 x_H + 18 x_G + 11`. */
export function foundModelText({ model, constant }: FoundModel, network: Network<unknown>): string {
  const sum = affineSum(model);
  if (constant === null) return plainText(sum, network);
  const about = constantText(constant);
  return sum.length === 0 ? about.signed : `${plainText(sum, network)} ${about.sign} ${about.magnitude}`;
}

export function FoundModelFormula({
  found,
  network,
}: {
  readonly found: FoundModel;
  readonly network: Network<unknown>;
}) {
  const sum = useMemo(() => affineSum(found.model), [found.model]);
  const tex = useCallback(() => sumTex(sum, network), [sum, network]);
  const spoken = useCallback(() => speak(sum, network), [sum, network]);
  const formula = <Formula segments={write(sum, network)} tex={tex} spoken={spoken} />;
  if (found.constant === null) return formula;
  const { sign, magnitude, signed } = constantText(found.constant);
  const about = magnitude.replace('≈', '{\\approx}');
  if (sum.length === 0) return <StaticFormula tex={`${sign === '−' ? '-' : ''}${about}`} spoken={signed} />;
  return (
    <>
      {formula} <StaticFormula tex={`{}${sign === '−' ? '-' : '+'}{}${about}`} spoken={`${sign} ${magnitude}`} />
    </>
  );
}

/** It is not rational: only its first digits can be written. */
function constantText(digits: string): {
  readonly sign: '+' | '−';
  readonly magnitude: string;
  readonly signed: string;
} {
  const negative = digits.startsWith('-');
  const magnitude = `≈${digits.replace('-', '').slice(0, SHOWN_DIGITS)}`;
  return { sign: negative ? '−' : '+', magnitude, signed: negative ? `−${magnitude}` : magnitude };
}

/** A linear model that a decision found, written. */
import { useMemo } from 'react';
import { affineSum } from '../algebra/derivation.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Network } from '../model/network.ts';
import type { Decision } from '../state/decision.ts';
import { useKept } from '../state/live.ts';
import { memoize } from '../state/memoize.ts';
import type { CreaseState } from '../state/store.ts';
import type { AnalysisState } from '../state/analysis-state.ts';
import { useLiveAnalysis } from '../state/use-analysis.ts';
import { verdictNow } from '../state/verdict.ts';
import { LiveFormula } from './formula.tsx';
import { plainText } from './plain.ts';
import { write } from './segments.ts';
import { speak } from './speech.ts';
import { StaticFormula } from './static-formula.tsx';
import { sumTex } from './tex.ts';
import type { Written } from './written.ts';

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

/** As it is said aloud: `21 x E plus 11 x H plus 18 x G plus 11`. */
export function foundModelSpoken({ model, constant }: FoundModel, network: Network<unknown>): string {
  const sum = affineSum(model);
  if (constant === null) return speak(sum, network);
  const about = constantText(constant);
  return sum.length === 0 ? about.signed : `${speak(sum, network)} ${about.sign} ${about.magnitude}`;
}

export interface FoundModelFormulaProps {
  /** Where the network is that model: over all inputs, or over those that are at least 0. */
  readonly on: 'all' | 'nonnegative';
}

/** The model that the network in the store collapses to. Stands only where it does. */
export function FoundModelFormula({ on }: FoundModelFormulaProps) {
  const found = useLiveAnalysis(
    useMemo(
      () => (state: CreaseState, known: AnalysisState) => {
        const { network, [on]: decision } = verdictNow(state, known);
        if (decision.kind !== 'collapses') throw new RangeError('no model is known');
        return written(network)(decision);
      },
      [on],
    ),
  );
  const { constant, sum } = useKept(found, sameConstant);
  if (constant === null) return <LiveFormula written={found} texOf={modelTex} spokenOf={spokenModel} />;
  const { sign, magnitude, signed } = constantText(constant);
  const about = magnitude.replace('≈', '{\\approx}');
  if (sum.length === 0) return <StaticFormula tex={`${sign === '−' ? '-' : ''}${about}`} spoken={signed} />;
  return (
    <>
      <LiveFormula written={found} texOf={modelTex} spokenOf={spokenModel} />{' '}
      <StaticFormula tex={`{}${sign === '−' ? '-' : '+'}{}${about}`} spoken={`${sign} ${magnitude}`} />
    </>
  );
}

function sameConstant(p: WrittenModel, q: WrittenModel): boolean {
  return p.constant === q.constant && (p.sum.length === 0) === (q.sum.length === 0);
}

interface WrittenModel extends Written {
  readonly constant: string | null;
}

const written = memoize((network: Network<Rational>) =>
  memoize(({ model, constant }: FoundModel): WrittenModel => {
    const sum = affineSum(model);
    return { network, sum, segments: write(sum, network), constant };
  }),
);

function modelTex({ sum, network }: Written): string {
  return sumTex(sum, network);
}

function spokenModel({ sum, network }: Written): string {
  return speak(sum, network);
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

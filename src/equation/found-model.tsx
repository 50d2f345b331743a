/** A linear model that a decision found, written. */
import { affineSum } from '../algebra/sum.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import type { Decision } from '../facts/decision.ts';
import { memoize } from '../facts/memoize.ts';
import { selectVerdict } from '../live/known-analysis.ts';
import { useLive } from '../live/live.ts';
import { LiveFormula } from './formula.tsx';
import { write, writeWithConstant } from './segments.ts';
import { speak, speakSegments } from './speech.ts';
import { segmentsTex, sumTex } from './tex.ts';
import type { Written } from './written.ts';

export type FoundModel = Extract<Decision, { readonly kind: 'collapses' }>;

/** As it is said aloud: `21 x E plus 11 x H plus 18 x G plus 11`; `about 2.061 times 10 to the minus 9`. */
export function foundModelSpoken({ model, constant }: FoundModel, network: Network<unknown>): string {
  const sum = affineSum(model);
  return constant ? speakSegments(writeWithConstant(sum, constant, network), network) : speak(sum, network);
}

export interface FoundModelFormulaProps {
  /** Where the network is that model: over all inputs, or over those that are at least 0. */
  readonly on: 'all' | 'nonnegative';
}

/** The model that the network in the store collapses to. Stands only where it does. */
export function FoundModelFormula({ on }: FoundModelFormulaProps) {
  const found = useLive(
    (known) => {
      const { network, [on]: decision } = selectVerdict(known);
      return decision.kind === 'collapses' ? written(network)(decision) : undefined;
    },
    [on],
  );
  return <LiveFormula written={found} texOf={modelTex} spokenOf={spokenModel} />;
}

interface WrittenModel extends Written {
  /** Is there a constant beside the sum? Then the segments alone have all of it. */
  readonly hasConstant: boolean;
}

const written = memoize((network: Network<Rational>) =>
  memoize(({ model, constant }: FoundModel): WrittenModel => {
    const sum = affineSum(model);
    const segments = constant ? writeWithConstant(sum, constant, network) : write(sum, network, { slots: true });
    return { network, sum, segments, hasConstant: constant !== null };
  }),
);

function modelTex({ sum, network, segments, hasConstant }: WrittenModel): string {
  return hasConstant ? segmentsTex(segments) : sumTex(sum, network);
}

function spokenModel({ sum, network, segments, hasConstant }: WrittenModel): string {
  return hasConstant ? speakSegments(segments, network) : speak(sum, network);
}

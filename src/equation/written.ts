/** A sum as it stands on the page. */
import type { Sum } from '../algebra/sum.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import type { Segment } from './segments.ts';

export interface Written {
  readonly network: Network<Rational>;
  readonly sum: Sum;
  readonly segments: readonly Segment[];
}

/** Where a plain number of a line is found. */
export function texAt({ segments }: Written, index: number): string | undefined {
  return segments[index]?.tex;
}

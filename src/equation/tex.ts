/** Sums as LaTeX: to be copied, and for MathML. Always exact. */
import type { Sum } from '../algebra/sum.ts';
import type { Network } from '../model/network.ts';
import { OUTPUT_NOTATION } from './notation.ts';
import { write, type Segment } from './segments.ts';

/** `21x_E + 11x_H + 18x_G + 11` */
export function sumTex(sum: Sum, network: Network<unknown>): string {
  return segmentsTex(write(sum, network, { exact: true }));
}

/** `\hat{y} = 21x_E + 11x_H + 18x_G + 11` */
export function lineTex(sum: Sum, network: Network<unknown>): string {
  return `${OUTPUT_NOTATION.tex} = ${sumTex(sum, network)}`;
}

/** Segments as one formula, whose own spacing makes that of the single segments needless. */
export function segmentsTex(segments: readonly Segment[]): string {
  return segments
    .map(({ mark, tex }) => {
      const joined = tex.replaceAll('{}', '');
      return mark.kind === 'sign' && mark.binary ? ` ${joined} ` : joined;
    })
    .join('');
}

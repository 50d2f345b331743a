/** Sums as plain text: for the verdict, for sentences, and to be copied. */
import type { Sum } from '../algebra/sum.ts';
import type { Network } from '../model/network.ts';
import { OUTPUT_NOTATION } from './notation.ts';
import { write, type Segment, type WriteOptions } from './segments.ts';

export interface PlainOptions extends WriteOptions {
  /** No spaces within a group: `x_E+6x_H`. */
  readonly compact?: boolean;
}

/** `21 x_E + 11 x_H + 18 x_G + 11`. Exact unless `exact` is false; then long numbers are rounded, with ≈. */
export function plainText(sum: Sum, network: Network<unknown>, options: PlainOptions = {}): string {
  return segmentsText(write(sum, network, { exact: options.exact ?? true }), options.compact ?? false);
}

/** `ŷ = 21 x_E + 11 x_H + 18 x_G + 11`, exact. */
export function plainLine(sum: Sum, network: Network<unknown>): string {
  return `${OUTPUT_NOTATION.text} = ${plainText(sum, network)}`;
}

/** Segments as one line of text. */
function segmentsText(segments: readonly Segment[], compact = false): string {
  return segments
    .map((segment, i) => {
      const { mark, text } = segment;
      const after = segments[i + 1];
      if (mark.kind === 'sign') {
        if (!mark.binary) return text;
        return compact && segment.breakBefore !== 'group' ? text : ` ${text} `;
      }
      const timesNext = mark.kind === 'number' && after !== undefined && /^(symbol|open)$/.test(after.role);
      if (!timesNext) return text;
      if (!compact) return `${text} `;
      const factor = text.includes('/') ? `(${text})` : text;
      return after.role === 'open' && /\w/.test(after.text) ? `${factor} ` : factor;
    })
    .join('');
}

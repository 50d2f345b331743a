/** A value of a node as it is written. */
import type { Value } from '../../algebra/shown-values.ts';
import { approximateText, shortNumberText } from './number.ts';

/** At most `maxLength` characters; ≈ stands before what is not exact. */
export function valueText(value: Value, maxLength: number): string {
  return value.kind === 'exact' ? shortNumberText(value.value, maxLength) : approximateText(value.value, maxLength);
}

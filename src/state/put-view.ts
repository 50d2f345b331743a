/** The items of the part `view` that have a value, and the writer of all of them (`view.ts`). */
import { partOf } from './link-part.ts';
import { withPart } from './put-part.ts';
import type { ViewSwitch } from './view.ts';

export type ViewValue = 'axes' | 'turn';

/** The numbers of an item, null where there is none: [-34, 25]. */
export function viewNumbers(figures: string | undefined, key: ViewValue): readonly [number, number] | null {
  const [, first, second] = new RegExp(`\\b${key}:(-?\\d+),(\\d+)`).exec(partOf(figures, 'view')) ?? [];
  return first === undefined ? null : [Number(first), Number(second)];
}

/** With another value for one item: true for a switch that is on, null for one that goes. In alphabetical order. */
export function withItem(
  figures: string | undefined,
  key: ViewSwitch | ViewValue,
  value: true | readonly [number, number] | null,
): string {
  const items = partOf(figures, 'view').split(';');
  const others = items.filter((item) => item !== '' && item.split(':')[0] !== key);
  const own = value === null ? [] : [value === true ? key : `${key}:${value.join(',')}`];
  return withPart(figures, 'view', [...others, ...own].sort().join(';'));
}

/** Writes the part `view` that `view.ts` reads. */
import { partOf } from './link-part.ts';
import { withPart } from './put-part.ts';
import type { ViewSwitch } from './view.ts';

/** With one switch on or off. In alphabetical order. */
export function withSwitch(figures: string | undefined, key: ViewSwitch, isOn: boolean): string {
  const others = partOf(figures, 'view')
    .split(';')
    .filter((item) => item !== '' && item !== key);
  return withPart(figures, 'view', [...others, ...(isOn ? [key] : [])].sort().join(';'));
}

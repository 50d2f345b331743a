/** Positions in digits. */
import { thousands } from './count.ts';
import { LANGUAGE } from './language.ts';

const ORDINAL = new Intl.PluralRules(LANGUAGE, { type: 'ordinal' });
const ENDINGS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

/** `9th`, `22nd` */
export function ordinalText(position: number): string {
  return `${thousands(position)}${ENDINGS[ORDINAL.select(position)] ?? 'th'}`;
}

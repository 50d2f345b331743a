/** Positions in digits. */
import { thousands } from './count.ts';

const ENDINGS = ['th', 'st', 'nd', 'rd'];

/** `9th`, `22nd`, but `112th` */
export function ordinalText(position: number): string {
  const isTeen = Math.floor(position / 10) % 10 === 1;
  return `${thousands(position)}${(isTeen ? undefined : ENDINGS[position % 10]) ?? 'th'}`;
}

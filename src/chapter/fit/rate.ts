/** Learning rates on a slider: a log scale of numbers with two digits. */

/** The last notch. */
export const RATES = 80;
const LOWEST = -3;
const HIGHEST = 1;

/** From 0 at a rate of 0.001 to 1 at 10. */
export function rateShare(rate: number): number {
  const share = (Math.log10(rate) - LOWEST) / (HIGHEST - LOWEST);
  return Math.max(0, Math.min(1, Math.round(1e4 * share) / 1e4));
}

/** The rate of a notch, to two digits: 0.05, 0.056, 0.063. */
export function rateAt(notch: number): number {
  return twoDigits(10 ** (LOWEST + ((HIGHEST - LOWEST) * notch) / RATES));
}

export function twoDigits(rate: number): number {
  return Number(rate.toPrecision(2));
}

/** To a thousandth of its unit (px, per cent): finer than any screen shows, and short to write. Never -0. */
export function toThousandth(value: number): number {
  return Math.round(1000 * value) / 1000 + 0;
}

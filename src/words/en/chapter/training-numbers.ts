/** Numbers of a training as they are shown: to four digits, and never said to be exact. */
import { absolute, toNumber, type Rational } from '../../../number/rational.ts';
import { roundRational, valueOfRounded } from '../../../number/rounding.ts';
import { collapseLinear } from '../../../algebra/collapse.ts';
import { mapNumbers, type Network } from '../../../model/network.ts';
import { exactDouble } from '../../../train/exact-number.ts';
import { FIT, linearText } from './what-the-crease-buys-words.ts';
import { roundedText } from '../number.ts';
import { powerText } from '../power-text.ts';

/** `0.3789`, `0.00087`, `3.2 × 10⁻⁷` */
export function shownNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return '∞';
  if (size === 0 || (size >= 1e-3 && size < 1e6)) return roundedText(exactDouble(value));
  if (size >= 1e-6 && size < 1e-3) return value.toPrecision(3).replace('-', '−');
  const [digits = '', exponent = ''] = value.toExponential(1).split('e');
  return `${digits.replace('-', '−')} × ${powerText(Number(`1e${exponent}`))}`;
}

/** How far a loss is from the floor, in words. */
export function distanceText(loss: number, floor: number): string {
  const distance = loss - floor;
  if (Math.abs(distance) < 5e-5 * Math.abs(floor)) return FIT.onFloor;
  return distance > 0 ? FIT.above(shownNumber(distance)) : FIT.below(shownNumber(-distance));
}

/** The one linear model that a network of linear nodes is. */
export function collapsedText(network: Network<number>, isInUnits: boolean): string {
  const collapse = collapseLinear(mapNumbers(network, exactDouble));
  if (!collapse) throw new RangeError('not every node is linear');
  const { coef, intercept } = collapse.form;
  return modelText(network.inputs, coef, intercept, isInUnits);
}

/** To three decimals; in units of the reader's own, where a coefficient may be small and matter, to three digits. */
export function modelText(
  inputs: readonly string[],
  coef: readonly Rational[],
  intercept: Rational,
  isInUnits: boolean,
): string {
  const write = isInUnits ? toThreeDigits : toThreePlaces;
  return linearText(inputs, coef.map(write), write(intercept));
}

function toThreeDigits(value: Rational): string {
  const size = Math.abs(toNumber(value));
  return size === 0 || size >= 1 || size < 1e-4 ? shownNumber(toNumber(value)) : toDigits(value, 3);
}

/** Three decimals are enough beside a drawing; a number that is far from 1 keeps four digits. */
function toThreePlaces(value: Rational): string {
  const size = Math.abs(toNumber(value));
  if (size >= 1000) return shownNumber(toNumber(value));
  if (size < 0.0005) return '0';
  return toDigits(value, Math.max(1, Math.floor(Math.log10(size)) + 4));
}

function toDigits(value: Rational, digits: number): string {
  const text = roundedText(valueOfRounded(roundRational(absolute(value), digits)));
  return value.n < 0n ? `−${text}` : text;
}

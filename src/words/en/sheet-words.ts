/** The words of the sheet: every sentence that a reader sees or hears there. */
import type { Affine } from '../../algebra/affine.ts';
import { absolute, isZero, type Rational } from '../../number/rational.ts';
import { isPiecewiseLinear } from '../../activation/activation.ts';
import type { Network } from '../../model/network.ts';
import { nodesOn } from '../../facts/piece-at.ts';
import { caseCondition } from './cases-words.ts';
import { countText, thousands } from './count.ts';
import { OUTPUT_SYMBOL } from './names.ts';
import { approximateText, axisNumber, numberText, roundedText, shortNumberText, spokenNumber } from './number.ts';
import { SPOKEN, spokenText } from './spoken-formula.ts';
import { signBefore } from './sum-text.ts';

export const SHEET = {
  sheet: 'The function’s sheet:',
  curve: 'The function’s curve:',
  flat: 'flat, no crease',
  flatHere: 'flat in this window',
  straight: 'straight, no crease',
  smooth: 'smooth, sampled',
  partlySmooth: 'partly smooth, sampled',
  tooMany: (limit: number) => `more than ${thousands(limit)} flat pieces, sampled`,
  inWindow: 'in this window',
  onSlice: 'on this slice',
  working: 'finding the pieces …',
  atPoint: 'At the point',
  pointedAt: 'Pointed at',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',
  tiltUp: 'Tilt up',
  tiltDown: 'Tilt down',
  fromAbove: 'From above',
  buttons: 'Turn the sheet',
  view: 'View of the sheet',
  resetView: 'Reset the view',
  firstAxis: 'First input of the sheet',
  secondAxis: 'Second input of the sheet',
  axes: 'Inputs of the sheet',
  from: (name: string) => `${name} from`,
  to: (name: string) => `${name} to`,
  fromShort: 'from',
  toShort: 'to',
  emptyWindow: (name: string) => `The window of ${name} must start below the number where it ends.`,
  currentInput: 'point',
  currentInputOf: (name: string) => `${name} of the point`,
  twoDimensional: '2-D slider',
  pointKeys: 'Left and right arrow keys change the first input, up and down the second.',
  outside: 'The point lies outside this window.',
  output: OUTPUT_SYMBOL,
} as const;

export interface SheetCounts {
  /** Bent lines in the window, and on the whole slice; null when the creases themselves bend (deeper networks). */
  readonly creases: { readonly inWindow: number; readonly onSlice: number } | null;
  /** Flat pieces in the window. */
  readonly pieces: number;
  /** Are other inputs held at their values? */
  readonly isSlice: boolean;
  /** What the verdict counts; null where that is not known. */
  readonly ofNetwork: { readonly creases: number | null; readonly pieces: number | null };
}

/** `2 creases, 4 flat pieces`: what is in the window. */
export function countsText({ creases, pieces, ofNetwork }: SheetCounts): string {
  if (pieces === 1) return creases?.onSlice === 0 || ofNetwork.pieces === 1 ? SHEET.flat : SHEET.flatHere;
  const flat = countText(pieces, 'flat piece');
  return creases ? `${countText(creases.inWindow, 'crease')}, ${flat}` : flat;
}

/**
 * Where was counted, and what the verdict counts instead; null when the counts are those of the whole network. One short
 * line: on a phone there is no more room.
 */
export function countsNote({ creases, pieces, isSlice, ofNetwork }: SheetCounts): string | null {
  const where = isSlice ? SHEET.onSlice : SHEET.inWindow;
  const allCreases = creases ? (ofNetwork.creases ?? creases.onSlice) : 0;
  const more = [
    ...(creases && allCreases > creases.inWindow ? [countText(allCreases, 'crease')] : []),
    ...(ofNetwork.pieces !== null && ofNetwork.pieces !== pieces ? [countText(ofNetwork.pieces, 'flat piece')] : []),
  ];
  if (more.length > 0) return `${where}; ${more.join(', ')} in all`;
  return creases || ofNetwork.pieces !== null ? null : `${where}; the whole network can have more`;
}

/** `1 crease, 2 straight pieces`: over one input a crease is a corner of the curve. */
export function curveText(creases: number): string {
  return creases === 0
    ? SHEET.straight
    : `${countText(creases, 'crease')}, ${countText(creases + 1, 'straight piece')}`;
}

/** `piecesOfNetwork`: null where that is not known. */
export function curveNote(creases: number, piecesOfNetwork: number | null): string | null {
  if (piecesOfNetwork === null || piecesOfNetwork === creases + 1) return null;
  return `${SHEET.inWindow}; ${countText(piecesOfNetwork - 1, 'crease')} in all`;
}

/** Why the picture is sampled. */
export function sampledText(network: Network<unknown>, tooManyOver: number | null): string {
  if (tooManyOver !== null) return SHEET.tooMany(tooManyOver);
  const hidden = network.layers.flat().filter(({ activation: { kind } }) => kind !== 'linear');
  return hidden.some(({ activation: { kind } }) => isPiecewiseLinear(kind)) ? SHEET.partlySmooth : SHEET.smooth;
}

/** `only node 2 on`, `9 of 16 nodes on`; '' where no hidden node has sides. */
export function sideText(network: Network<unknown>, pattern: string): string {
  const bent = network.layers
    .slice(0, -1)
    .flat()
    .filter(({ activation: { kind } }) => kind !== 'linear' && isPiecewiseLinear(kind)).length;
  if (bent === 0) return '';
  if (bent <= MAX_NAMED) return caseCondition(network, pattern);
  return `${nodesOn(network, pattern).length} of ${bent} nodes on`;
}

/** With more bent nodes than this they are counted, not named. */
const MAX_NAMED = 4;

/** A part of a formula: text, or an input with its subscript. */
export type FormulaPart = { readonly text: string } | { readonly input: string };

/**
 * `20x_E + 5x_H + 10`: coefficients of 1 and terms of 0 are left out; the zero function is `0`. Where a number is longer than
 * `maxLength` all are rounded to what has room, and `exact` is false.
 */
export function formulaParts(
  { coef, intercept }: Affine,
  names: readonly string[],
  maxLength = 7,
): { readonly parts: readonly FormulaPart[]; readonly exact: boolean } {
  const parts: FormulaPart[] = [];
  const exact = [...coef, intercept].every((value) => numberText(absolute(value)).length <= maxLength);
  const sign = (value: Rational) => signBefore(value.n < 0n, parts.length === 0);
  const magnitude = (value: Rational) => {
    const size = absolute(value);
    const rounded = roundedText(size);
    if (!exact && rounded.length <= maxLength) return rounded;
    // Its ≈ is that of the line.
    return shortNumberText(size, exact ? maxLength : maxLength + 1).replace('≈', '');
  };
  coef.forEach((value, i) => {
    if (isZero(value)) return;
    const size = magnitude(value);
    // Without a space, 1/9x could be 1/(9x).
    const factor = size === '1' ? '' : size.includes('/') ? `${size}\u202f` : size;
    parts.push({ text: sign(value) + factor }, { input: names[i] ?? '' });
  });
  if (!isZero(intercept) || parts.length === 0) parts.push({ text: sign(intercept) + magnitude(intercept) });
  return { parts, exact };
}

/** The output at a place: exact, or a double where a node is smooth. */
export function heightText(value: Rational | null, approximately: number): string {
  return value ? shortNumberText(value, HEIGHT_ROOM) : approximateText(approximately, HEIGHT_ROOM);
}

const HEIGHT_ROOM = 9;

export interface Summary {
  /** Null: it is not to be told. */
  readonly title: string | null;
  readonly note: string | null;
  /** The inputs that are shown, the first one first. */
  readonly shown: readonly string[];
  readonly held: readonly { readonly name: string; readonly value: Rational }[];
  /** Slopes of the steepest piece along the inputs that are shown; null when sampled. */
  readonly steepest: readonly number[] | null;
  /** Sides of the nodes where the current input is; '' when there is nothing to say. */
  readonly here: string;
  readonly height: string;
}

/** What a reader who does not see the picture is told. */
export function summaryText({ title, note, shown, held, steepest, here, height }: Summary): string {
  const inputs = shown.join(' and ');
  const heldText =
    held.length === 0
      ? ''
      : `, with ${held.map(({ name, value }) => `${name} held at ${spokenNumber(value)}`).join(', ')}`;
  const slopes = steepest?.map((slope, i) => `${slopeText(slope)} for each 1 of ${shown[i] ?? ''}`).join(' and ');
  return [
    `The output over ${inputs}${heldText}${title === null ? '' : `: ${title}${note ? ` (${note})` : ''}`}.`,
    slopes ? `The steepest piece changes by ${slopes}.` : '',
    `At the point ${SPOKEN.output} is ${spokenText(height)}${here ? `, with ${here}` : ''}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** `y hat 27, only node 2 on`: said after the place of the current input. */
export function pointDescription(height: string, side: string): string {
  return `${SPOKEN.output} ${spokenText(height)}${side ? `, ${side}` : ''}`;
}

/** `E 1, H 2`. */
export function placeText(names: readonly string[], values: readonly Rational[]): string {
  return names.map((name, i) => `${name} ${spokenNumber(values[i] as Rational)}`).join(', ');
}

function slopeText(value: number): string {
  const rounded = Number(value.toPrecision(4));
  // A double of a short decimal is off by its last bits.
  const isRounded = Math.abs(rounded - value) > 1e-9 * Math.abs(value);
  return `${isRounded ? `${SPOKEN.about} ` : ''}${spokenText(axisNumber(rounded))}`;
}

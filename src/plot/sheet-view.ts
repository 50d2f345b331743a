/** What a reader has set of the view of the sheet, and the part `sheet` of a link that holds it (`docs/link-format.md`). */
import { fail, ok, type Result } from '../number/result.ts';
import { compare, toShortText, type Rational } from '../number/rational.ts';
import { parseTypedNumber } from '../number/typed-number.ts';
import type { SheetLinkError } from '#words/sheet-link-words.ts';
import type { Interval } from './view-window.ts';

/** Whole degrees: `yaw` within −180 and 180, `pitch` within `PITCH`. */
export interface Seen {
  /** Null: from the usual side. */
  readonly turn: { readonly yaw: number; readonly pitch: number } | null;
  readonly above: boolean;
}

export interface SheetView {
  readonly seen: Seen;
  /** The inputs along the axes; null: the first two. */
  readonly axes: readonly [number, number] | null;
  /** Ends of the axis of an input; without them they are chosen for the reader. */
  readonly windows: Readonly<Record<number, Interval | null>>;
}

export const USUAL_SEEN: Seen = { turn: null, above: false };
export const USUAL_VIEW: SheetView = { seen: USUAL_SEEN, axes: null, windows: {} };

/** Degrees above the horizon. */
export const PITCH = { min: 8, max: 80 } as const;

/** `above;axes:1,3;turn:-20,40;window:1,-2,2`: of a network with so many inputs. Empty: the usual view. */
export function encodeSheet({ seen, axes, windows }: SheetView, inputs: number): string {
  const ends = Array.from({ length: inputs }, (_, input) => windows[input] ?? null);
  return [
    ...(seen.above ? ['above'] : []),
    ...(axes?.every((input) => input < inputs) ? [`axes:${axes.map((input) => input + 1).join(',')}`] : []),
    ...(seen.turn ? [`turn:${seen.turn.yaw},${seen.turn.pitch}`] : []),
    ...ends.flatMap((own, input) =>
      own ? [`window:${[String(input + 1), toShortText(own.min), toShortText(own.max)].join(',')}`] : [],
    ),
  ].join(';');
}

/** One item that can't be read fails the whole. Items may stand in any order. */
export function decodeSheet(text: string, inputs: number): Result<SheetView, SheetLinkError> {
  let { axes, windows, seen } = USUAL_VIEW;
  const known = new Set<string>();
  for (const item of text.split(';')) {
    const [name = '', value = '', ...more] = item.split(':');
    const numbers = value.split(',').map(numberOf);
    const [first, second, third] = numbers;
    const key = name === 'window' ? `window ${first?.text}` : name;
    if (known.has(key)) return fail({ kind: 'repeated', item });
    known.add(key);
    const wanted = COUNTS[name];
    if (wanted === undefined) return fail({ kind: 'unknown', item });
    const isComplete = more.length === 0 && (wanted === 0 ? item === name : numbers.length === wanted);
    if (!isComplete || !numbers.every((number) => wanted === 0 || number.value)) return fail({ kind: 'value', item });
    if (name === 'above') seen = { ...seen, above: true };
    else if (name === 'turn') {
      const [yaw, pitch] = [wholeOf(first, -180, 180), wholeOf(second, PITCH.min, PITCH.max)];
      if (yaw === null || pitch === null) return fail({ kind: 'value', item });
      seen = { ...seen, turn: { yaw, pitch } };
    } else if (name === 'axes') {
      const [across, away] = [wholeOf(first, 1, inputs), wholeOf(second, 1, inputs)];
      if (across === null || away === null || across === away) return fail({ kind: 'inputs', item });
      axes = [across - 1, away - 1];
    } else {
      const input = wholeOf(first, 1, inputs);
      if (input === null) return fail({ kind: 'inputs', item });
      const [min, max] = [second?.value as Rational, third?.value as Rational];
      if (compare(min, max) >= 0) return fail({ kind: 'value', item });
      windows = { ...windows, [input - 1]: { min, max } };
    }
  }
  return ok({ seen, axes, windows });
}

/** So many numbers each item has. */
const COUNTS: Readonly<Partial<Record<string, number>>> = { above: 0, axes: 2, turn: 2, window: 3 };

interface Read {
  readonly text: string;
  readonly value: Rational | null;
}

function numberOf(text: string): Read {
  const number = parseTypedNumber(text);
  return { text, value: number.ok ? number.value : null };
}

function wholeOf(read: Read | undefined, min: number, max: number): number | null {
  const number = Number(read?.text);
  return /^-?\d{1,3}$/.test(read?.text ?? '') && number >= min && number <= max ? number : null;
}

/**
 * Numbers as people read them, with a true minus sign: every number of the page is written here. Read back, a text is the
 * number itself; where it starts with ≈, or its line has one ≈ for all, it is right to half of its last place.
 *
 * A number is written exactly where it can be read so: in a line up to a dozen digits, in a box what has room. Else it has
 * four digits, the same ones in all views; fewer only in a box that has no room for four.
 */
import { absolute, toDecimalText, toShortText, type Rational } from '../../number/rational.ts';
import { isUnrounded, roundAgain, roundRational, type Irrational, type Rounded } from '../../number/rounding.ts';

/** A decimal with no more places than these is written as one, however short the fraction is. */
const PLACES = 6;
/** More digits than these, above and below the line together, can't be read. */
const MOST_READABLE = 12;
/** Of a rounded number. */
export const DIGITS = 4;
/** Characters: in fewer nothing true can be said of any number. */
const LEAST_ROOM = 4;
/** A rounded number takes an exponent below 0.001 and above 9999999. */
const PLAIN = { from: -3, to: 6 } as const;

/** A decimal where it is short, else a fraction: `0.5`, `−3`, `0.1234567`, `1/128`, `1/3`. Always exact. */
export function numberText(value: Rational): string {
  return (toDecimalText(value, PLACES) ?? toShortText(value)).replace('-', '−');
}

/** Exact, if that can be read: `1/3`, and `7e−15` for a decimal with many zeros. Null if it can't. */
export function readableText(value: Rational): string | null {
  const text = numberText(value);
  if (text.replace(/\D/g, '').length <= MOST_READABLE) return text;
  const short = shortExponent(absolute(value));
  return short && withSign(value.n < 0n, short);
}

/** To four digits, without ≈; exact where four digits say all of it: `21`, not `21.00`. */
export function roundedText(value: Rational): string {
  if (value.n === 0n) return '0';
  const shown = toShow(roundingOf(absolute(value)), DIGITS);
  const exact = isUnrounded(absolute(value), shown) ? readableText(value) : null;
  return exact ?? withSign(value.n < 0n, decimal(shown));
}

/** How the numbers of one line are written: all exactly, or where one is too long for that, all to the same digits. */
export interface LineOfNumbers {
  /** Never with ≈: a line that `isRounded` has one for all of it. */
  readonly text: (value: Rational) => string;
  readonly isRounded: boolean;
}

export function lineOfNumbers(values: readonly Rational[]): LineOfNumbers {
  return values.every((value) => readableText(value) !== null)
    ? { text: (value) => readableText(value) ?? numberText(value), isRounded: false }
    : { text: roundedText, isRounded: true };
}

/** In at most so many characters (four at least), beside its sign: exact where it has room, else `≈350.1`. */
export function shortNumberText(value: Rational, maxLength: number): string {
  const room = Math.max(LEAST_ROOM, maxLength);
  if (value.n < LONG && value.n > -LONG && value.d < LONG) return textInRoom(value, room);
  const texts = longTexts.get(value) ?? new Map<number, string>();
  longTexts.set(value, texts);
  const text = texts.get(room) ?? textInRoom(value, room);
  texts.set(room, text);
  return text;
}

/** A number of thousands of digits takes milliseconds, and views ask for it again whenever anything changes. */
const LONG = 10n ** 100n;
const longTexts = new WeakMap<Rational, Map<number, string>>();

function textInRoom(value: Rational, room: number): string {
  const magnitude = absolute(value);
  const negative = value.n < 0n;
  const exact = numberText(magnitude);
  if (exact.length <= room) return withSign(negative, exact);
  const short = shortExponent(magnitude);
  if (short !== null && short.length <= room) return withSign(negative, short);
  return fittedText(negative, roundingOf(magnitude), room);
}

/** The same of a double, which is never said to be exact. */
export function approximateText(value: number, maxLength: number): string {
  if (value === 0) return '≈0';
  const size = Math.abs(value);
  return Number.isFinite(value)
    ? fittedText(value < 0, (count) => roundDouble(size, count), Math.max(LEAST_ROOM, maxLength))
    : '…';
}

/** To so many digits, without ≈. */
export function digitsText(value: Rational, digits: number): string {
  return withSign(value.n < 0n, decimal(toShow(roundingOf(absolute(value)), digits)));
}

/** Without ≈ and without its sign: `2.061e−9`; `1e−250` where no more is known than that it is less far from 0. */
export function constantText(known: Irrational, digits = DIGITS): string {
  return known.kind === 'rounded'
    ? decimal(toShow((count) => roundAgain(known.value, count), digits))
    : exponential({ negative: false, digits: '1', exponent: known.exponent });
}

/** The digits of a number above 0 that is to be rounded. */
type Rounding = (count: number) => Rounded;

function roundingOf(magnitude: Rational): Rounding {
  return (count) => roundRational(magnitude, count);
}

/** As many digits of a double. */
function roundDouble(size: number, count: number): Rounded {
  const [digits = '', exponent] = size.toExponential(count - 1).split('e');
  return { negative: false, digits: digits.replace('.', ''), exponent: Number(exponent) };
}

/** What is before the point is written in full, where it takes no exponent. */
function toShow(round: Rounding, count: number): Rounded {
  const rounded = round(count);
  const { exponent } = rounded;
  if (exponent < count) return rounded;
  // 9999500 rounded to four digits is 10000000.
  const whole = round(Math.min(exponent, PLAIN.to) + 1);
  return whole.exponent <= PLAIN.to ? whole : rounded;
}

/** Fewer digits until there is room. A number too small for any is about 0; one too large is larger than what has room. */
function fittedText(negative: boolean, round: Rounding, room: number): string {
  for (let count = DIGITS; count > 0; count--) {
    const texts = [decimal(toShow(round, count)), exponential(round(count))];
    const text = texts.find((candidate) => 1 + candidate.length <= room);
    if (text !== undefined) return `≈${withSign(negative, text)}`;
  }
  if (round(1).exponent < 0) return '≈0';
  return `${negative ? '<' : '>'}${withSign(negative, `1e${'9'.repeat(room - 3)}`)}`;
}

function decimal(rounded: Rounded): string {
  const { digits, exponent } = rounded;
  const whole = exponent + 1;
  if (exponent < PLAIN.from || exponent > PLAIN.to || digits.length < whole) return exponential(rounded);
  if (whole <= 0) return `0.${'0'.repeat(-whole)}${digits}`;
  return withPoint(digits, whole);
}

function exponential({ digits, exponent }: Rounded): string {
  return `${withPoint(digits, 1)}e${exponent}`.replace('-', '−');
}

function withPoint(digits: string, whole: number): string {
  return digits.length > whole ? `${digits.slice(0, whole)}.${digits.slice(whole)}` : digits;
}

function withSign(negative: boolean, text: string): string {
  return negative ? `−${text}` : text;
}

/** `1e−9`, exactly; null where a magnitude has too many digits for that. */
function shortExponent(magnitude: Rational): string | null {
  if (magnitude.n === 0n) return null;
  const rounded = roundRational(magnitude, DIGITS);
  return isUnrounded(magnitude, rounded)
    ? exponential({ ...rounded, digits: rounded.digits.replace(/0+$/, '') })
    : null;
}

/** A double as an axis shows it: without the error of its last bits. */
export function axisNumber(value: number): string {
  const rounded = Number(value.toPrecision(AXIS_DIGITS));
  const size = Math.abs(rounded);
  const text = size !== 0 && (size >= 1e5 || size < 1e-3) ? rounded.toExponential() : String(rounded);
  return text.replace('e+', 'e').replaceAll('-', '−');
}

/** A window that is narrow and far from 0 has ticks that differ late. */
const AXIS_DIGITS = 12;

/** An equation of such texts with one mark: `1 + ≈0.3333 = ≈1.333` is `1 + 0.3333 ≈ 1.333`. */
export function markedOnce(equation: string): string {
  return equation.includes('≈') ? equation.replaceAll('≈', '').replace(' = ', ' ≈ ') : equation;
}

/** As it is said aloud: `minus 1 over 3`. */
export function spokenNumber(value: Rational): string {
  const text = numberText(absolute(value)).replace('/', ' over ');
  return value.n < 0n ? `minus ${text}` : text;
}

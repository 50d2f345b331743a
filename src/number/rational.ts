/**
 * Exact rational numbers as plain data (they survive `structuredClone`, so they can be sent to a worker).
 * Always in lowest terms with a positive denominator: equal numbers are equal records. `rational` is the one
 * constructor that sees to that; `toNumber` is the only way out.
 */
export interface Rational {
  /** Numerator, with the sign. */
  readonly n: bigint;
  /** Denominator, > 0. */
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HALF: Rational = { n: 1n, d: 2n };
export const MINUS_ONE: Rational = { n: -1n, d: 1n };

/** n/d in lowest terms. Throws a RangeError for d = 0. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  let num = BigInt(n);
  let den = BigInt(d);
  if (den === 0n) throw new RangeError('a rational needs a denominator other than 0');
  if (den < 0n) {
    num = -num;
    den = -den;
  }
  if (den === 1n) return { n: num, d: den };
  const g = gcd(num < 0n ? -num : num, den);
  return g === 1n ? { n: num, d: den } : { n: num / g, d: den / g };
}

/** Greatest common divisor of two integers >= 0 (Euclid). gcd(0, 0) = 0. */
export function gcd(a: bigint, b: bigint): bigint {
  while (b > EXACT) [a, b] = [b, a % b];
  if (b === 0n) return a;
  // Doubles are much faster, and as exact up to here.
  let [p, q] = [Number(b), Number(a % b)];
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

const EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Denominators of long numbers seldom share a factor, and then there is nothing to reduce: their own divisor is found
 * several times faster than that of a sum and a product of twice their length (Knuth, TAOCP 4.5.1).
 */
export function add(p: Rational, q: Rational): Rational {
  if (p.d === 1n && q.d === 1n) return { n: p.n + q.n, d: 1n };
  const g = gcd(p.d, q.d);
  if (g === 1n) return { n: p.n * q.d + q.n * p.d, d: p.d * q.d };
  const [a, b] = [p.d / g, q.d / g];
  const n = p.n * b + q.n * a;
  const rest = gcd(n < 0n ? -n : n, g);
  return { n: n / rest, d: a * (q.d / rest) };
}

/** The greatest integer that is not greater. */
export function floor({ n, d }: Rational): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}

export function subtract(p: Rational, q: Rational): Rational {
  return add(p, negate(q));
}

/** What can be cancelled is above one line and below the other. */
export function multiply(p: Rational, q: Rational): Rational {
  if (p.d === 1n && q.d === 1n) return { n: p.n * q.n, d: 1n };
  const [a, b] = [rational(p.n, q.d), rational(q.n, p.d)];
  return { n: a.n * b.n, d: a.d * b.d };
}

/** p / q. Throws a RangeError for q = 0. */
export function divide(p: Rational, q: Rational): Rational {
  return rational(p.n * q.d, p.d * q.n);
}

export function negate(p: Rational): Rational {
  return { n: -p.n, d: p.d };
}

export function absolute(p: Rational): Rational {
  return p.n < 0n ? negate(p) : p;
}

/** -1, 0 or 1. */
export function sign(p: Rational): -1 | 0 | 1 {
  return p.n < 0n ? -1 : p.n > 0n ? 1 : 0;
}

export function isZero(p: Rational): boolean {
  return p.n === 0n;
}

export function isOne(p: Rational): boolean {
  return p.n === 1n && p.d === 1n;
}

export function equal(p: Rational, q: Rational): boolean {
  return p.n === q.n && p.d === q.d;
}

/** Negative, 0 or positive as p < q, p = q, p > q. */
export function compare(p: Rational, q: Rational): -1 | 0 | 1 {
  const left = p.n * q.d;
  const right = q.n * p.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** 0 for none. */
export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}

/** sum of p[i] q[i]; the arrays are equally long. */
export function dot(p: readonly Rational[], q: readonly Rational[]): Rational {
  let total = ZERO;
  for (let i = 0; i < p.length; i++) total = add(total, multiply(p[i] as Rational, q[i] as Rational));
  return total;
}

/** The nearest double (ties to even), also where numerator and denominator are each too large for a double. */
export function toNumber({ n, d }: Rational): number {
  if (n > -MAX_EXACT && n < MAX_EXACT && d < MAX_EXACT) return Number(n) / Number(d);
  const magnitude = n < 0n ? -n : n;
  const exponent = bitLength(magnitude) - bitLength(d);
  // 2 ** unit is the weight of the last of 53 bits, or of 54 bits: the exponent above may be one too low.
  let unit = Math.max(exponent - 53, LEAST_EXPONENT);
  if (scaledQuotient(magnitude, d, unit).quotient >= MAX_EXACT) unit++;
  const { quotient, remainder, divisor } = scaledQuotient(magnitude, d, unit);
  const up = 2n * remainder > divisor || (2n * remainder === divisor && quotient % 2n === 1n);
  // 2 ** unit may itself leave the range of doubles: scale in two halves, each of them exact.
  const half = Math.trunc(unit / 2);
  const value = Number(up ? quotient + 1n : quotient) * 2 ** half * 2 ** (unit - half);
  return n < 0n ? -value : value;
}

const MAX_EXACT = 2n ** 53n;
/** The smallest double above 0 is 2 ** -1074. */
const LEAST_EXPONENT = -1074;

/** n / (d 2**unit), with its remainder. */
function scaledQuotient(n: bigint, d: bigint, unit: number): Record<'quotient' | 'remainder' | 'divisor', bigint> {
  const dividend = unit < 0 ? n << BigInt(-unit) : n;
  const divisor = unit < 0 ? d : d << BigInt(unit);
  return { quotient: dividend / divisor, remainder: dividend % divisor, divisor };
}

function bitLength(n: bigint): number {
  return n.toString(2).length;
}

/** Lowest terms, `p/q` or `p`, the sign in front: the form of answers and links. */
export function toFractionText({ n, d }: Rational): string {
  return d === 1n ? n.toString() : `${n}/${d}`;
}

/**
 * The digits of a terminating decimal (`-0.375`), or null when the decimal expansion does not end or needs more than
 * `maxPlaces` places. Exact: a number that would need rounding gives null.
 */
export function toDecimalText({ n, d }: Rational, maxPlaces = 20): string | null {
  let twos = 0;
  let fives = 0;
  let rest = d;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  if (rest !== 1n) return null;
  const places = Math.max(twos, fives);
  if (places > maxPlaces) return null;
  const digits = (((n < 0n ? -n : n) * 10n ** BigInt(places)) / d).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return n < 0n ? `-${text}` : text;
}

/** A decimal where it takes no more than two characters more than the fraction; both are exact. */
export function toShortText(value: Rational): string {
  const fraction = toFractionText(value);
  const decimal = toDecimalText(value);
  return decimal !== null && decimal.length <= fraction.length + 2 ? decimal : fraction;
}

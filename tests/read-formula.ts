/**
 * An independent reading of formulas as plain text or LaTeX, for tests: a formula means a number at a point. It knows
 * nothing of the writers but their notation. A number in front of something multiplies it; `1/3 x` is (1/3) x.
 */
import Fraction from 'fraction.js';
import { add, compare, divide, multiply, negate, rational, ONE, ZERO, type Rational } from '../src/number/rational.ts';
import { TEXTBOOK } from './textbook.ts';

/** The functions that are written by their name, as the textbook has them. */
const NAMED = Object.entries(TEXTBOOK).flatMap(([kind, f]) =>
  f.kinks ? [{ name: `${kind.toLowerCase()}(`, exact: f.exact }] : [],
);

/** The value of a symbol such as `x_E`, `x_age2`, `h_1`, `h_2.1`. */
export type Values = (symbol: string) => Rational;

export function readPlain(text: string, values: Values): Rational {
  const reader = new Reader(text.replaceAll('−', '-').replace(/\s+/g, ''), values);
  const value = reader.sum();
  reader.end();
  return value;
}

/** A linear model as it is said aloud: `minus 0.5 x E plus 1 over 3 times x age2`. */
export function readSpoken(text: string, values: Values): Rational {
  const plain = text
    .replace(/\bx (\w+)/g, 'x_$1')
    .replaceAll('minus ', '-')
    .replaceAll('plus ', '+')
    .replaceAll(' over ', '/')
    .replaceAll(' times ', ' ');
  return readPlain(plain, values);
}

/** LaTeX of the writers' kind, read as the plain text that it stands for. */
export function readTex(tex: string, values: Values): Rational {
  const plain = tex
    .replace(/\\tfrac\{(\d+)\}\{(\d+)\}/g, '$1/$2')
    .replace(/x_\{\\mathrm\{(\w+)\}\}/g, 'x_$1')
    .replace(/x_\{\\text\{((?:[^{}\\]|\\_)+)\}\}/g, (_, name: string) => `x_${name.replaceAll('\\_', '_')}`)
    .replace(/h_\{(\d+),(\d+)\}/g, 'h_$1.$2')
    .replace(/\\operatorname\{(\w+)\}/g, '$1')
    .replace(/leaky_\{([^}]*)\}/g, 'leaky_$1')
    .replaceAll('\\lvert', 'abs(')
    .replaceAll('\\rvert', ')')
    .replaceAll('\\max', 'max')
    .replaceAll('\\;', '')
    .replaceAll('{}', '');
  if (/[\\{}]/.test(plain)) throw new Error(`not understood: ${plain}`);
  return readPlain(plain, values);
}

class Reader {
  private readonly text: string;
  private readonly values: Values;
  private at = 0;

  constructor(text: string, values: Values) {
    this.text = text;
    this.values = values;
  }

  sum(): Rational {
    let total = this.take('-') ? negate(this.product()) : this.product();
    for (;;) {
      if (this.take('+')) total = add(total, this.product());
      else if (this.take('-')) total = add(total, negate(this.product()));
      else return total;
    }
  }

  end(): void {
    if (this.at !== this.text.length) throw new Error(`unread: ${this.text.slice(this.at)} in ${this.text}`);
  }

  private product(): Rational {
    const number = this.number();
    const factor = this.factor();
    if (!number && !factor) throw new Error(`nothing at ${this.at} of ${this.text}`);
    // A fraction in brackets is a factor itself, with another behind it.
    const next = factor && !number ? this.factor() : null;
    return multiply(multiply(number ?? ONE, factor ?? ONE), next ?? ONE);
  }

  private factor(): Rational | null {
    const symbol = this.match(/^(x_\{[^{}]+\}|x_[\p{L}\p{M}\p{Nd}_\u200c\u200d]+|h_\d+(\.\d+)?)/u);
    if (symbol) return this.values(symbol);
    if (this.take('(')) return this.closed(this.sum());
    if (this.take('max(0,')) return larger(ZERO, this.closed(this.sum()));
    if (this.take('abs(')) {
      const z = this.closed(this.sum());
      return larger(z, negate(z));
    }
    if (this.take('leaky_')) {
      const sign = this.take('-') ? rational(-1) : ONE;
      const slope = multiply(sign, this.number() ?? ZERO);
      if (!this.take('(')) throw new Error('leaky without a bracket');
      const z = this.closed(this.sum());
      return compare(z, ZERO) > 0 ? z : multiply(slope, z);
    }
    const named = NAMED.find(({ name }) => this.take(name));
    if (named) {
      const z = this.closed(this.sum());
      const { s, n, d } = named.exact(new Fraction(z.n, z.d), new Fraction(0));
      return rational(s * n, d);
    }
    return null;
  }

  private number(): Rational | null {
    const above = this.match(/^\d+(\.\d+)?/);
    if (!above) return null;
    const below = this.match(/^\/\d+/);
    return divide(decimal(above), below ? decimal(below.slice(1)) : ONE);
  }

  private closed(value: Rational): Rational {
    if (!this.take(')')) throw new Error(`no ) at ${this.at} of ${this.text}`);
    return value;
  }

  private take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private match(pattern: RegExp): string | null {
    const found = pattern.exec(this.text.slice(this.at))?.[0];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }
}

function decimal(text: string): Rational {
  const [whole = '', places = ''] = text.split('.');
  return rational(BigInt(whole + places), 10n ** BigInt(places.length));
}

function larger(p: Rational, q: Rational): Rational {
  return compare(p, q) >= 0 ? p : q;
}

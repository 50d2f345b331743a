/** How like terms are added up, one input after the other: `x_E + 20x_E = (1 + 20)x_E = 21x_E`. */
import type { Step } from '../algebra/derivation.ts';
import type { Factor, Sum, Term } from '../algebra/sum.ts';
import { absolute, isOne, isZero, sign, sum, type Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { inputNotation } from '../equation/notation.ts';
import { exactForm } from '../equation/number-tex.ts';
import { SPOKEN } from '#words/spoken-formula.ts';
import { spokenNumber } from '#words/number.ts';

export interface LikeTerms {
  readonly key: string;
  /** In the order in which they are written. */
  readonly parts: readonly Rational[];
  readonly total: Rational;
  readonly tex: string;
  readonly spoken: string;
}

/** For each input of a multiplied-out sum of inputs and constants, and for the constants; one that is alone is left out. */
export function likeTerms(network: Network<unknown>, multiplied: Sum): LikeTerms[] {
  const inputs = network.inputs.map((_, input): Factor => ({ kind: 'input', input }));
  return [...inputs, { kind: 'one' } as const].flatMap((factor): LikeTerms[] => {
    const parts = multiplied.filter((term) => isLike(term, factor)).map(({ coefficient }) => coefficient);
    if (parts.length < 2) return [];
    const total = sum(parts);
    const symbol = factor.kind === 'input' ? inputNotation(network, factor.input).tex : '';
    const said = factor.kind === 'input' ? ` ${SPOKEN.input(network.inputs[factor.input] ?? '')}` : '';
    const written = parts.map((part, i) => signed(part, i === 0) + coefficientTex(part, symbol)).join('');
    const inBracket = parts.map((part, i) => signed(part, i === 0) + exactForm(absolute(part)).tex).join('');
    const result = isZero(total) ? '0' : signed(total, true) + coefficientTex(total, symbol);
    return [
      {
        key: factor.kind === 'input' ? `x${factor.input}` : '1',
        parts,
        total,
        tex: symbol === '' ? `${written} = ${result}` : `${written} = (${inBracket})${symbol} = ${result}`,
        spoken: `${parts.map((part) => `${spokenNumber(part)}${said}`).join(` ${SPOKEN.plus} `)} ${SPOKEN.equals} ${spokenNumber(total)}${said}`,
      },
    ];
  });
}

/** The last line before like terms are added up. */
export function multipliedOut(steps: readonly Step[]): Sum {
  return steps.findLast((step) => step.kind === 'multiplyOut')?.sum ?? [];
}

function isLike({ factor }: Term, wanted: Factor): boolean {
  if (factor.kind === 'input') return wanted.kind === 'input' && factor.input === wanted.input;
  return factor.kind === 'one' && wanted.kind === 'one';
}

function signed(value: Rational, first: boolean): string {
  return sign(value) < 0 ? (first ? '-' : ' - ') : first ? '' : ' + ';
}

function coefficientTex(value: Rational, symbol: string): string {
  const magnitude = absolute(value);
  return symbol !== '' && isOne(magnitude) ? symbol : exactForm(magnitude).tex + symbol;
}

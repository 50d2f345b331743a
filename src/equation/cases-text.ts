/** The pieces as one formula, case by case, to be copied. Always exact. */
import type { Sum } from '../algebra/sum.ts';
import type { Network } from '../model/network.ts';
import { OUTPUT_NOTATION } from './notation.ts';
import { plainLine, plainText } from './plain.ts';
import { lineTex, sumTex } from './tex.ts';

export interface Case {
  /** The linear model on the piece. */
  readonly sum: Sum;
  /** Where that is: words without a character that TeX would take for a command. */
  readonly condition: string;
}

/** `\hat{y} = \begin{cases} ... & \text{both on} ... \end{cases}`; where there is one case, a line like any other. */
export function casesTex(cases: readonly Case[], network: Network<unknown>): string {
  const [first, ...others] = cases;
  if (first && others.length === 0) return lineTex(first.sum, network);
  const rows = cases.map(({ sum, condition }) => `${sumTex(sum, network)} & \\text{${condition}}`);
  return `${OUTPUT_NOTATION.tex} = \\begin{cases}\n${rows.join(' \\\\\n')}\n\\end{cases}`;
}

/** `ŷ = 21 x_E + 11 x_H + 18 x_G + 11 (both on)`, the other cases below it. */
export function casesText(cases: readonly Case[], network: Network<unknown>): string {
  return cases
    .map(({ sum, condition }, i) => {
      const line = i === 0 ? plainLine(sum, network) : `  = ${plainText(sum, network)}`;
      return cases.length === 1 ? line : `${line} (${condition})`;
    })
    .join('\n');
}

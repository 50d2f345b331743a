/** Sums as LaTeX: to be copied, and for MathML. Always exact. */
import type { Derivation, Sum } from '../algebra/derivation.ts';
import type { Network } from '../model/network.ts';
import { OUTPUT_NOTATION } from './notation.ts';
import { write, type Segment } from './segments.ts';

/** `21x_E + 11x_H + 18x_G + 11` */
export function sumTex(sum: Sum, network: Network<unknown>): string {
  return segmentsTex(write(sum, network, { exact: true }));
}

/** `\hat{y} = 21x_E + 11x_H + 18x_G + 11` */
export function lineTex(sum: Sum, network: Network<unknown>): string {
  return `${OUTPUT_NOTATION.tex} = ${sumTex(sum, network)}`;
}

/** Segments as one formula, whose own spacing makes that of the single segments needless. */
export function segmentsTex(segments: readonly Segment[]): string {
  return segments
    .map(({ mark, tex }) => {
      const joined = tex.replaceAll('{}', '');
      return mark.kind === 'sign' && mark.binary ? ` ${joined} ` : joined;
    })
    .join('');
}

/** All lines that differ from the line before, one below the other, aligned at the equals sign. */
export function derivationTex({ start, steps }: Derivation, network: Network<unknown>): string {
  const lines: string[] = [];
  for (const sum of [start, ...steps.map((step) => step.sum)]) {
    const tex = sumTex(sum, network);
    if (tex !== lines.at(-1)) lines.push(tex);
  }
  const rows = lines.map((tex, i) => `${i === 0 ? `${OUTPUT_NOTATION.tex} ` : ''}&= ${tex}`);
  return `\\begin{aligned}\n${rows.join(' \\\\\n')}\n\\end{aligned}`;
}

/** One case of a function that is given piece by piece. */
export interface Case {
  /** Of the linear model on the piece. */
  readonly tex: string;
  /** When the case holds: words, or a condition in TeX. */
  readonly condition: { readonly words: string } | { readonly tex: string };
}

export function casesTex(cases: readonly Case[]): string {
  const rows = cases.map(({ tex, condition }) => {
    const when = 'words' in condition ? `\\text{${escapeText(condition.words)}}` : condition.tex;
    return `${tex} & ${when}`;
  });
  return `\\begin{cases}\n${rows.join(' \\\\\n')}\n\\end{cases}`;
}

/** Words in TeX's text mode: its special characters lose their meaning. */
function escapeText(words: string): string {
  return words.replace(/[\\{}$&#%_^~]/g, (character) =>
    character === '\\'
      ? '\\textbackslash{}'
      : character === '^'
        ? '\\textasciicircum{}'
        : character === '~'
          ? '\\textasciitilde{}'
          : `\\${character}`,
  );
}

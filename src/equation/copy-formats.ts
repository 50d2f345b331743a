/** The formats in which formulas are copied. Another one is an entry here, and its name in `#words/copy-words.ts`. */
import type { Sum } from '../algebra/sum.ts';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import type { COPY } from '#words/copy-words.ts';
import { casesTex, casesText, type Case } from './cases-text.ts';
import { matrixTex, matrixText, type MatrixToken } from './matrix.ts';
import { plainLine } from './plain.ts';
import { lineTex } from './tex.ts';

export interface CopyFormat {
  readonly name: keyof typeof COPY.formats;
  readonly line: (sum: Sum, network: Network<Rational>) => string;
  readonly matrices: (tokens: readonly MatrixToken[]) => string;
  readonly cases: (cases: readonly Case[], network: Network<Rational>) => string;
}

/** In the order of the menu. */
export const COPY_FORMATS: readonly CopyFormat[] = [
  { name: 'latex', line: lineTex, matrices: matrixTex, cases: casesTex },
  { name: 'text', line: plainLine, matrices: matrixText, cases: casesText },
];

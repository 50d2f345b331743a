/** What of a row with matrices is drawn again when it changes, and what is only written anew: plain numbers. */
import { parameterKey, sameNode } from '../model/network.ts';
import { entriesOf, type Entry, type MatrixRow, type MatrixToken } from './matrix.ts';
import { sameShape } from './structure.ts';

/** The same but for plain numbers. */
export function sameRow(p: MatrixRow, q: MatrixRow): boolean {
  const [before, after] = [entriesOf(p), entriesOf(q)];
  return (
    p.kind === q.kind &&
    p.number === q.number &&
    p.isRounded === q.isRounded &&
    p.tokens.length === q.tokens.length &&
    p.tokens.every((token, i) => sameToken(token, q.tokens[i] as MatrixToken)) &&
    before.every((entry, i) => sameEntry(entry, after[i] as Entry))
  );
}

function sameToken(p: MatrixToken, q: MatrixToken): boolean {
  if (p.kind === 'matrix')
    return q.kind === 'matrix' && p.rows.length === q.rows.length && p.rows[0]?.length === q.rows[0]?.length;
  return p.kind === q.kind && (!('tex' in p) || !('tex' in q) || p.tex === q.tex);
}

function sameEntry(p: Entry, q: Entry): boolean {
  return (
    sameShape(p.tex, q.tex) &&
    sameNode(p.via, q.via) &&
    (p.parameter && parameterKey(p.parameter)) === (q.parameter && parameterKey(q.parameter))
  );
}

/** Where a number of a row is found. */
export function entryTex(row: MatrixRow, index: number): string | undefined {
  return entriesOf(row)[index]?.tex;
}

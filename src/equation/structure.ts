/** What of a line is drawn again when it changes, and what is only written anew: plain numbers, and signs between terms. */
import { parameterKey, sameNode } from '../model/network.ts';
import { sameList } from '../state/same-list.ts';
import { plainKind } from './plain-piece.ts';
import type { Segment } from './segments.ts';
import type { Written } from './written.ts';

/** The same but for plain numbers and signs. */
export function sameStructure(p: Written, q: Written): boolean {
  return (
    p.segments.length === q.segments.length &&
    p.segments.every((before, i) => {
      const after = q.segments[i] as Segment;
      return sameRole(before, after) && sameShape(before.tex, after.tex);
    })
  );
}

/** Equal, or of a kind that is written in place. */
export function sameShape(p: string, q: string): boolean {
  if (p === q) return true;
  const kind = plainKind(p);
  return kind !== null && kind === plainKind(q);
}

export function sameSegment(p: Segment, q: Segment): boolean {
  return p.tex === q.tex && sameRole(p, q);
}

/** The same but for what is written. */
function sameRole(p: Segment, q: Segment): boolean {
  return (
    p.role === q.role &&
    p.term === q.term &&
    p.breakBefore === q.breakBefore &&
    sameNode(p.via, q.via) &&
    (p.parameter && parameterKey(p.parameter)) === (q.parameter && parameterKey(q.parameter))
  );
}

/** Rows of the same steps, whatever is written in them. */
export function sameSteps(
  p: readonly { readonly number: number }[],
  q: readonly { readonly number: number }[],
): boolean {
  return sameList(p, q, (before, after) => before.number === after.number);
}

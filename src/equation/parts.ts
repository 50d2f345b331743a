/**
 * How a line is cut into elements. Groups hold what rather stays on one line, terms what must; a term that has others
 * inside consists of runs, and where it is too long for a phone it may break between them; parts light up as one.
 *
 * A control that moves to another element is a new one: it loses the focus, and a drag on it ends. So keys come from the
 * terms' own ids, and a number that changes, whatever it does to the line, leaves its control in the same elements.
 */
import type { Segment } from './segments.ts';

/** Segments that stand together. */
export interface Cut {
  readonly key: string;
  readonly segments: readonly Segment[];
  /** Where they begin in the line. */
  readonly from: number;
}

export interface Group {
  readonly key: string;
  readonly terms: readonly Cut[];
}

export interface Part extends Cut {
  readonly term: string;
}

export function groupsOf(segments: readonly Segment[]): Group[] {
  const groups: { key: string; terms: { key: string; segments: Segment[]; from: number }[] }[] = [];
  segments.forEach((segment, index) => {
    let group = groups.at(-1);
    if (!group || segment.breakBefore === 'group') {
      group = { key: segment.term, terms: [] };
      groups.push(group);
    }
    let term = group.terms.at(-1);
    if (!term || (segment.breakBefore !== 'none' && !opens(segments[index - 1]))) {
      term = { key: segment.term, segments: [], from: index };
      group.terms.push(term);
    }
    term.segments.push(segment);
  });
  return groups;
}

/** Is it a bracket or a function that what follows stands inside? */
function opens(segment: Segment | undefined): boolean {
  return segment?.role === 'open';
}

/** `+ 2(` and `0.5x_E`: one more behind each bracket that opens. */
export function runsOf({ key, segments, from }: Cut): Cut[] {
  const runs: { key: string; segments: Segment[]; from: number }[] = [];
  segments.forEach((segment, i) => {
    const before = segments[i - 1];
    if (!before || opens(before)) runs.push({ key: before?.term ?? key, segments: [segment], from: from + i });
    else runs.at(-1)?.segments.push(segment);
  });
  return runs;
}

/** May it break between its runs? */
export function isLong({ segments }: Cut): boolean {
  return segments.some(({ breakBefore }, i) => i > 0 && breakBefore !== 'none');
}

/** Number and symbol of one term light up as one; its sign, and a bracket around others, are parts of their own. */
export function partsOf({ segments, from }: Cut): Part[] {
  const parts: { key: string; term: string; segments: Segment[]; from: number }[] = [];
  segments.forEach((segment, i) => {
    const last = parts.at(-1);
    const joins =
      last?.term === segment.term &&
      (segment.role === 'symbol' || segment.role === 'open') &&
      last.segments.at(-1)?.role === 'number';
    if (last && joins) last.segments.push(segment);
    else
      parts.push({
        key: `${segment.term} ${segment.role === 'symbol' || segment.role === 'open' ? 'number' : segment.role}`,
        term: segment.term,
        segments: [segment],
        from: from + i,
      });
  });
  return parts;
}

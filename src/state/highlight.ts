/**
 * Brushing: one set of keys for everything that is the same thing. A weight's key is its `parameterKey` (`model/network.ts`); a node's is
 * `n0.1`, an input's `x2`. A view lights up when its own keys contain the highlighted ones or are contained in them:
 * an edge lights the terms that it is part of, a term lights the edges that made it.
 */
import type { NodeAt } from '../model/network.ts';
import type { Highlight } from './store.ts';

/** `n0.1`, layer and node counted from 0. */
export function keyOfNode({ layer, node }: NodeAt): string {
  return `n${layer}.${node}`;
}

/** `x2` */
export function keyOfInput(input: number): string {
  return `x${input}`;
}

/** Rule S1 of `SPEC.md`: one of the two sets contains the other. Where one of them is empty or missing, nothing is lit. */
export function isLit(highlight: Highlight | null, own: Highlight): boolean {
  if (!highlight || highlight.size === 0 || own.size === 0) return false;
  return highlight.size <= own.size ? contains(own, highlight) : contains(highlight, own);
}

function contains(larger: Highlight, smaller: Highlight): boolean {
  for (const key of smaller) if (!larger.has(key)) return false;
  return true;
}

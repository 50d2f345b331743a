/** The network for views that show its shape and names, and none of its numbers: they don't redraw during a drag. */
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { sameList } from '../state/same-list.ts';
import { fact } from './knowledge.ts';
import { useCrease } from './live.ts';

/** Same names, widths and activations. */
export function sameShape(p: Network<Rational>, q: Network<Rational>): boolean {
  return (
    p === q ||
    (sameList(p.inputs, q.inputs, (a, b) => a === b) &&
      sameList(p.layers, q.layers, (k, l) => sameList(k, l, (m, n) => m.activation === n.activation)))
  );
}

/** Changes its identity only with names, widths or activations. */
const selectShape = fact((known) => known.network, sameShape);

export function useShape(): Network<Rational> {
  return useCrease(selectShape);
}

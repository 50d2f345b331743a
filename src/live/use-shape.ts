/** The network for views that show its shape and names, and none of its numbers: they don't redraw during a drag. */
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { useKept, useLive } from './live.ts';
import { sameList } from '../state/same-list.ts';
import { selectNetwork } from '../state/select.ts';

/** Changes its identity only with names, widths or activations. */
export function useShape(): Network<Rational> {
  return useKept(useLive(selectNetwork), sameShape);
}

/** Same names, widths and activations. */
export function sameShape(p: Network<Rational>, q: Network<Rational>): boolean {
  return (
    p === q ||
    (sameList(p.inputs, q.inputs, (a, b) => a === b) &&
      sameList(p.layers, q.layers, (k, l) => sameList(k, l, (m, n) => m.activation === n.activation)))
  );
}

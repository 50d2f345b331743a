/**
 * The exact engine, for what the page computes itself: how a network bends, and its pieces where they are few. The engine is
 * not part of the first load, which shows a linear network: until it is handed over here, none of this is known.
 */
import { cellBound } from '../algebra/cell-bound.ts';
import type { Bends } from '../algebra/crease.ts';
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import type { Analysis } from './analysis.ts';

export interface Engine {
  readonly bendsOn: (network: Network<Rational>, domain: Domain) => Bends | null;
  readonly piecesOn: (network: Network<Rational>, domain: Domain) => Analysis | null;
}

let engine: Engine | null = null;

/** From now on the page has it. */
export function provideEngine(loaded: Engine): void {
  engine = loaded;
}

/** Up to so many cells, enumerating takes a few milliseconds at most: no worker. */
const AT_ONCE = 40;

/** So few cells that everything about the network can be computed while it is being dragged. */
export function isCheap(network: Network<Rational>): boolean {
  return cellBound(network) <= AT_ONCE;
}

/** The pieces of a cheap network; null before the engine is there. */
export function analysisAtOnce(network: Network<Rational>, domain: Domain): Analysis | null {
  return engine?.piecesOn(network, domain) ?? null;
}

/** The creases of a network that bends like one hidden layer; null for others, and before the engine is there. */
export function bentAtOnce(network: Network<Rational>, domain: Domain): Bends | null {
  return engine?.bendsOn(network, domain) ?? null;
}

/** The exact engine, which comes when the first network bends; and what is cheap enough for the page itself, then at once. */
import { cellBound } from '../algebra/cell-bound.ts';
import type { BentForm } from '../algebra/crease.ts';
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Network } from '../model/network.ts';
import type { Analysis } from './analysis.ts';
import { late } from './late-code.ts';
import { memoize } from './memoize.ts';

export type Engine = typeof import('./engine.ts');

/** Up to so many cells, enumerating takes a few milliseconds at most: no worker. */
const AT_ONCE = 40;

let engine: Engine | null = null;
let coming: Promise<Engine> | null = null;

/** Null until it has come. */
export function engineNow(): Engine | null {
  return engine;
}

const importEngine = () => import('./engine.ts');

/** Where it fails to come, the next who needs it asks for it again, and so can the reader (`lateAgain`). */
export function loadEngine(ask = late): Promise<Engine> {
  coming ??= ask(importEngine).then(
    (loaded) => (engine = loaded),
    (error: unknown) => {
      coming = null;
      throw error;
    },
  );
  return coming;
}

const onDomain = memoize((network: Network<Rational>) =>
  memoize((domain: Domain) => engine?.analyseNow(network, domain) ?? null),
);

/** The pieces of a cheap network; null before the engine is there. */
export function analysisAtOnce(network: Network<Rational>, domain: Domain): Analysis | null {
  return engine ? onDomain(network)(domain) : null;
}

const bends = memoize((network: Network<Rational>) =>
  memoize((domain: Domain) => engine?.bentForm(network, domain) ?? null),
);

/** The creases of a network that bends like one hidden layer; null for others, and before the engine is there. */
export function bentAtOnce(network: Network<Rational>, domain: Domain): BentForm | null {
  return engine ? bends(network)(domain) : null;
}

/** So few cells that everything about the network can be computed while it is being dragged. */
export function isCheap(network: Network<Rational>): boolean {
  return cellBound(network) <= AT_ONCE;
}

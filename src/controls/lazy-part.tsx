/** A part of the page whose code comes when it is first shown. It may fail to come: then it can be asked for again. */
import { createElement, lazy, useState, type ComponentType } from 'react';
import { late, lateAgain } from '../browser/late-code.ts';
import { Boundary } from './boundary.tsx';

interface Ahead {
  /**
   * Fetches the code before it is needed, so that the part is drawn at once: what React has to wait for it shows after
   * 0.3 s at the earliest.
   */
  readonly ahead: () => Promise<unknown>;
}

/** For use inside of a `Suspense`. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> & Ahead {
  let come: ComponentType<P> | null = null;
  const fetched = async (ask = late) => (come = await ask(load));
  // `lazy` remembers a failure for good.
  const make = (ask: typeof late) => lazy(async () => ({ default: await fetched(ask) }));
  let newest = make(late);
  function LazyPart(props: P) {
    const [Part, setPart] = useState(() => come ?? newest);
    const retry = () => {
      newest = make(lateAgain);
      setPart(() => newest);
    };
    return <Boundary onRetry={retry}>{createElement(Part, props)}</Boundary>;
  }
  return Object.assign(LazyPart, { ahead: fetched });
}

/** Always resolves. What fails is asked for again when the part is shown. */
export function fetchAhead(...parts: readonly Ahead[]): Promise<unknown> {
  return Promise.allSettled(parts.map((part) => part.ahead()));
}

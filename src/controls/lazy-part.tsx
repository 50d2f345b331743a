/** A part of the page whose code comes when it is first shown. It may fail to come: then it can be asked for again. */
import { createElement, lazy, useState, type ComponentType } from 'react';
import { late, lateAgain } from '../browser/late-code.ts';
import { Boundary } from './boundary.tsx';

/** For use inside of a `Suspense`. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  // `lazy` remembers a failure for good.
  const make = (ask: typeof late) => lazy(async () => ({ default: await ask(load) }));
  let newest = make(late);
  return function LazyPart(props) {
    const [Part, setPart] = useState(() => newest);
    const retry = () => {
      newest = make(lateAgain);
      setPart(() => newest);
    };
    return <Boundary onRetry={retry}>{createElement(Part, props)}</Boundary>;
  };
}

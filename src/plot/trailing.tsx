/**
 * While weights are dragged, what is inside follows in the browser's idle time: the diagram, the equations and the verdict
 * come first, and on a slow machine the sheet is what redraws less often. It follows at once when the point is moved, and
 * when a gesture ends.
 */
import { useEffect, useState, type ReactNode } from 'react';
import { restingStore, type RestingStore } from '../state/resting-store.ts';
import type { CreaseStore } from '../state/store.ts';
import { StoreContext, useCreaseStore } from '../live/use-store.ts';

export function Trailing({ children }: { readonly children: ReactNode }) {
  const source = useCreaseStore();
  const [{ store, setAwake }] = useState(() => restingStore(source));
  useEffect(() => trail(source, setAwake), [source, setAwake]);
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>;
}

/** It is never further behind than this, ms. */
const LONGEST = 150;

function trail(source: CreaseStore, setAwake: RestingStore['setAwake']): () => void {
  let cancel: (() => void) | null = null;
  const wake = () => {
    cancel?.();
    cancel = null;
    setAwake(true);
  };
  const glance = () => {
    wake();
    setAwake(false);
  };
  const stop = source.subscribe(({ history }, { history: before }) => {
    if (history.gesture === null || history.present.network === before.present.network) return wake();
    setAwake(false);
    cancel ??= whenIdle(glance);
  });
  return () => {
    stop();
    wake();
  };
}

function whenIdle(call: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(call, LONGEST / 3);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(call, { timeout: LONGEST });
  return () => cancelIdleCallback(handle);
}

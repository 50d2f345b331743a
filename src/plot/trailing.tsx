/**
 * A sheet that is quickly made changes in the frame of the edit: a frame of its own would cost a second layout and paint.
 * One that takes long follows a drag of weights in the browser's idle time: the diagram, the equations and the verdict come
 * first. It follows at once when the point is moved, and when a gesture ends.
 */
import { useEffect, useState, type ReactNode } from 'react';
import { restingStore, type RestingStore } from '../state/resting-store.ts';
import type { CreaseStore } from '../state/store.ts';
import { StoreContext, useCreaseStore } from '../live/use-store.ts';
import { isLong } from './sheet-model.ts';

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
    const { network } = history.present;
    if (history.gesture === null || network === before.present.network || !isLong(network)) return wake();
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

/** The store that a part of the page belongs to, and the hook that reads it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CreaseState, CreaseStore } from '../state/store.ts';

export const StoreContext = createContext<CreaseStore | null>(null);

/** The store around. Throws outside of a `StoreContext`: that would be a bug. */
export function useCreaseStore(): CreaseStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('this view stands outside of a StoreContext');
  return store;
}

/** Redraws when what `select` returns changes (compared by identity). */
export function useCrease<T>(select: (state: CreaseState) => T): T {
  return useStore(useCreaseStore(), select);
}

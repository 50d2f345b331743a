/** The store that a part of the page belongs to. */
import { createContext, useContext } from 'react';
import type { Actions, CreaseStore } from '../state/store.ts';
import { knowledgeOf, type Knowledge } from './knowledge.ts';

export const StoreContext = createContext<CreaseStore | null>(null);

/** The store around. Throws outside of a `StoreContext`: that would be a bug. */
export function useCreaseStore(): CreaseStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('a view without a store');
  return store;
}

/** What the store around knows: for handlers, which read it when something happens. */
export function useKnowledge(): Knowledge {
  return knowledgeOf(useCreaseStore());
}

/** They never change. */
export function useActions(): Actions {
  return useKnowledge().actions;
}

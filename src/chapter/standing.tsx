/** A standing example: a store of its own, which shares nothing with the stage. */
import { useState, type ReactNode } from 'react';
import { presetDocument } from '../state/preset-document.ts';
import type { PresetId } from '../state/preset.ts';
import type { Document } from '../state/document.ts';
import { createCreaseStore, type CreaseStore } from '../state/store.ts';
import { StoreContext } from '../live/use-store.ts';

export function useStandingStore(start: PresetId | (() => Document)): CreaseStore {
  const [store] = useState(() =>
    createCreaseStore({ document: typeof start === 'string' ? presetDocument(start) : start(), step: 0 }),
  );
  return store;
}

export function InStore({ store, children }: { readonly store: CreaseStore; readonly children: ReactNode }) {
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>;
}

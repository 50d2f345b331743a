/**
 * The network of a link is drawn in slices, so that the browser answers in between: parts of the card are made anew, in a
 * transition. Until they are there the card keeps what the HTML has, for a store of its own in which nothing changes: where
 * a store changes, all that follow it are drawn in one go.
 */
import { createContext, startTransition, useContext, useLayoutEffect, useState, type ReactNode } from 'react';
import { LateMathml } from '../equation/mathml.tsx';
import { StoreContext, useCreaseStore } from '../live/use-store.ts';
import type { CreaseStore } from '../state/store.ts';

export interface Opening {
  /** The store of what the HTML shows. */
  readonly html: CreaseStore;
  /** Draws what is in the store around instead. Resolves right after that, before it is painted. */
  readonly draw: () => Promise<void>;
  /** What draws a part. */
  readonly parts: Set<() => void>;
  readonly drawn: () => void;
}

export function createOpening(html: CreaseStore): Opening {
  const parts = new Set<() => void>();
  let drawn = () => {};
  return {
    html,
    parts,
    drawn: () => drawn(),
    draw: () =>
      new Promise((resolve) => {
        drawn = resolve;
        startTransition(() => parts.forEach((draw) => draw()));
        if (parts.size === 0) resolve();
      }),
  };
}

/** Around the card. It stays the same: what is not alive yet would have to be, to hear of another. */
export const OpeningContext = createContext<Opening | null>(null);

/** Around a part of the card. */
export function Drawn({ children }: { readonly children: ReactNode }) {
  const store = useCreaseStore();
  const opening = useContext(OpeningContext);
  const [html, open] = useState(opening?.html);
  useLayoutEffect(() => {
    if (html) opening?.parts.add(() => open(undefined));
    else opening?.drawn();
  }, [html, opening]);
  return (
    <LateMathml>
      <StoreContext key={html && 'html'} value={html ?? store}>
        {children}
      </StoreContext>
    </LateMathml>
  );
}

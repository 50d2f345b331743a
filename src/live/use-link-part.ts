/**
 * A figure's own part of the link (`FIGURES` in `state/codec.ts`): what the link says when the figure comes, what a later
 * link says, and the way to write it. The figure alone knows what the text means.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { partOf } from '../state/link-part.ts';
import { withPart } from '../state/put-part.ts';
import { useCreaseStore } from './use-store.ts';

export interface LinkPart {
  /** Empty: the link has no such part. */
  readonly opened: string;
  /** Empty: the figure shows what it shows without a link. */
  readonly write: (text: string) => void;
}

/** `onArrive`: another link has been opened, with this part. */
export function useLinkPart(name: string, onArrive: (text: string) => void): LinkPart {
  const store = useCreaseStore();
  const [opened] = useState(() => partOf(store.getState().figures, name));
  const known = useRef(opened);
  const arrived = useEffectEvent(onArrive);
  useEffect(
    () =>
      store.subscribe(({ figures }) => {
        const text = partOf(figures, name);
        if (text === known.current) return;
        known.current = text;
        arrived(text);
      }),
    [store, name],
  );
  return {
    opened,
    write: (text) => {
      known.current = text;
      store.setState({ figures: withPart(store.getState().figures, name, text) });
    },
  };
}

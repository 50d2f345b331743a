/** The training of the figure, kept in step with its part of the link. */
import { useEffect, useState } from 'react';
import { useLinkPart } from '../../live/use-link-part.ts';
import { fitLinkSentence } from '#words/chapter/fit-link-words.ts';
import { fitHost } from './fit-host.ts';
import { decodeFit, encodeFit } from './fit-link.ts';
import { FIRST_SETUP } from './fit-setup.ts';
import { createFitStore, type FitState, type FitStore } from './fit-store.ts';

export interface Fit {
  readonly store: FitStore;
  /** The link's part that could not be read, as a sentence. */
  readonly broken: string | null;
  /** There are more data than a link can hold. */
  readonly isTooLong: boolean;
}

/** `onOpen`: a link has been opened, with a training that has gone on to `step`. */
export function useFit(onOpen: (step: number) => void): Fit {
  const part = useLinkPart('fit', (text) => open(text));
  const [store] = useState(() => createFitStore(FIRST_SETUP, fitHost()));
  const [broken, setBroken] = useState<string | null>(null);
  const [isTooLong, setTooLong] = useState(false);
  const open = (text: string) => {
    const read = text === '' ? null : decodeFit(text);
    setBroken(read && !read.ok ? fitLinkSentence(read.error) : null);
    if (!read?.ok) return;
    const { setup, step } = read.value;
    store.getState().actions.open(setup, step);
    onOpen(step);
  };
  const { opened, write } = part;
  useEffect(() => {
    open(opened);
    const stop = store.subscribe((state, before) => {
      if (state.motion.kind !== 'rest' || isSame(state, before)) return;
      const text = linkOf(state);
      setTooLong(text === null);
      setBroken(null);
      write(text ?? '');
    });
    return () => {
      stop();
      store.getState().actions.close();
    };
    // It is opened once; later links come through `useLinkPart`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store]);
  return { store, broken, isTooLong };
}

function isSame(state: FitState, before: FitState): boolean {
  return before.motion.kind === 'rest' && state.setup === before.setup && state.view.step === before.view.step;
}

/** Empty for what the figure shows without a link; null where a link can't hold it. */
function linkOf({ setup, view }: FitState): string | null {
  return setup === FIRST_SETUP && view.step === 0 ? '' : encodeFit({ setup, step: view.step });
}

/**
 * What is only listened to. Nobody hears it in the middle of a drag, so it follows when the drag has ended. A pause of the
 * hand is no end: on a slow machine there would be one after every step.
 */
import { useEffect, useState } from 'react';
import { useDrawn, type Live } from './live.ts';
import type { Knowledge } from './knowledge.ts';
import { useKnowledge } from './use-store.ts';

/** After a change it takes so long, ms. */
const SETTLE_MS = 250;

/** Calls once, some time from now, when no gesture is open. Returns what ends the wait. */
export function whenAtRest(known: Pick<Knowledge, 'gesture'>, call: () => void, milliseconds = SETTLE_MS): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(() => (known.gesture ? wait() : call()), milliseconds);
  };
  wait();
  return () => clearTimeout(timer);
}

/** A value as it was when it came to rest; until it first does so `before`, or else its first value. */
export function useSettled<T, B = T>(value: T, before: T | B = value): T | B {
  const known = useKnowledge();
  const [settled, setSettled] = useState(before);
  useEffect(() => whenAtRest(known, () => setSettled(value)), [known, value]);
  return settled;
}

/** A live value as it was when it came to rest; redraws only then. */
export function useRested<T>(live: Live<T>): T {
  const known = useKnowledge();
  const [rested, setRested] = useState(useDrawn(live));
  useEffect(() => {
    let endWait: () => void = () => undefined;
    const rest = () => setRested(live.get);
    const stop = live.subscribe(() => {
      endWait();
      endWait = whenAtRest(known, rest);
    });
    rest();
    return () => {
      endWait();
      stop();
    };
  }, [known, live]);
  return rested;
}

/** What is only listened to: nobody hears it in the middle of a drag, so it follows when the drag has come to rest. */
import { useEffect, useState } from 'react';
import { useDrawn, type Live } from './live.ts';

/** After a change it takes so long, ms. */
const SETTLE_MS = 250;

/** A value as it was when it came to rest. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** A live value as it was when it came to rest; redraws only then. */
export function useRested<T>(live: Live<T>): T {
  const [rested, setRested] = useState(useDrawn(live));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const rest = () => setRested(live.get);
    const stop = live.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(rest, SETTLE_MS);
    });
    rest();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [live]);
  return rested;
}

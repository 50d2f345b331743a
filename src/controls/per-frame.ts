/**
 * A call with the newest value, once a frame: pointers may move more often than the screen is drawn (fast mice, and
 * browsers that hand out every move), and what nobody sees need not be computed.
 */
export interface PerFrame<T> {
  /** Calls with this value in the next frame, unless a newer one comes. */
  readonly put: (value: T) => void;
  /** Calls at once if a value waits. */
  readonly flush: () => void;
  /** Forgets what waits. */
  readonly drop: () => void;
}

/** `call` is never called twice in one frame, but for `flush`. */
export function perFrame<T>(call: (value: T) => void): PerFrame<T> {
  let waiting: { readonly value: T; readonly frame: number } | null = null;
  const take = () => {
    const now = waiting;
    waiting = null;
    if (now) call(now.value);
  };
  const drop = () => {
    if (waiting) cancelAnimationFrame(waiting.frame);
    waiting = null;
  };
  return {
    put: (value) => {
      waiting = { value, frame: waiting?.frame ?? requestAnimationFrame(take) };
    },
    flush: () => {
      if (waiting) cancelAnimationFrame(waiting.frame);
      take();
    },
    drop,
  };
}

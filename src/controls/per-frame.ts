/**
 * A call with the newest value, once a frame: pointers may move more often than the screen is drawn (fast mice, and
 * browsers that hand out every move), and what nobody sees need not be computed.
 */
export interface PerFrame<T> {
  /** Calls with this value: at once if no call was made in this frame, else in the next one, unless a newer value comes. */
  readonly put: (value: T) => void;
  /** Calls at once if a value waits. */
  readonly flush: () => void;
  /** Forgets what waits. */
  readonly drop: () => void;
}

/**
 * Since the end of a call: a value that comes later belongs to another frame, ms. Browsers hand out a move right before they
 * draw. To ask for the frame of that drawing is to ask for one more after it.
 */
const APART = 7;

export function perFrame<T>(call: (value: T) => void): PerFrame<T> {
  let waiting: { readonly value: T; readonly frame: number } | null = null;
  let last = -Infinity;
  const make = (value: T) => {
    call(value);
    last = performance.now();
  };
  const take = () => {
    const now = waiting;
    waiting = null;
    if (now) make(now.value);
  };
  const drop = () => {
    if (waiting) cancelAnimationFrame(waiting.frame);
    waiting = null;
  };
  return {
    put: (value) => {
      if (!waiting && performance.now() - last >= APART) make(value);
      else waiting = { value, frame: waiting?.frame ?? requestAnimationFrame(take) };
    },
    flush: () => {
      if (waiting) cancelAnimationFrame(waiting.frame);
      take();
    },
    drop,
  };
}

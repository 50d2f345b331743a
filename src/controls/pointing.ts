/**
 * Pointing that outlasts a finger: a mouse leaves what it points at when it moves on, a finger when it is lifted, before
 * anybody has seen what lit up. What a finger has pointed at stays until the next touch.
 */
export interface Pointing {
  readonly enter: () => void;
  /** `clear` is called now, or at the next touch unless that enters again. */
  readonly leave: (event: { readonly pointerType: string }, clear: () => void) => void;
}

export function pointing(): Pointing {
  let waiting: (() => void) | null = null;
  const stop = () => {
    if (waiting) window.removeEventListener('pointerdown', waiting, true);
    waiting = null;
  };
  return {
    enter: stop,
    leave: ({ pointerType }, clear) => {
      stop();
      if (pointerType !== 'touch') return clear();
      waiting = () => {
        stop();
        clear();
      };
      window.addEventListener('pointerdown', waiting, true);
    },
  };
}

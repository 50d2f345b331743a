/**
 * Waits for the reader's first sign of life. What is not needed to read the page (its HTML is complete) is fetched then:
 * a pointer that moves, a finger, a key, or a focus comes well before the first edit. Who reads with a screen reader may
 * give none of these: for them it comes by itself, a moment after the page.
 */

const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'wheel'] as const;

/** From the first question on; the first load is over by then. */
const PATIENCE_MS = 3000;

let first: Promise<void> | null = null;
let wake: () => void = () => undefined;

/** What stands in the HTML is not what is to be shown: everything is needed now. */
export function wakeNow(): void {
  void firstUse();
  wake();
}

/** Resolves at the first sign of life, at once where there is no document (the build renders everything). */
export function firstUse(): Promise<void> {
  if (typeof document === 'undefined') return Promise.resolve();
  first ??= new Promise((resolve) => {
    wake = resolve;
    const stop = new AbortController();
    setTimeout(resolve, PATIENCE_MS);
    for (const sign of SIGNS) {
      const heard = () => {
        stop.abort();
        resolve();
      };
      document.addEventListener(sign, heard, { capture: true, passive: true, signal: stop.signal });
    }
  });
  return first;
}

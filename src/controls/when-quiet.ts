/** Waits until nobody needs the browser for anything else. */

/** It is waited for no longer, ms. */
const QUIET_MS = 1500;

/** Once the browser has nothing else to do, or before long; Safari does not say when that is. Returns what ends the wait. */
export function whenQuiet(call: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(call, QUIET_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(call, { timeout: QUIET_MS });
  return () => cancelIdleCallback(handle);
}

/**
 * Waits until the reader comes near a part of the page. Its HTML is there from the start (the build put it there); the
 * script that makes it live is not fetched before it is of use.
 */

/** So many screens ahead. */
const SCREENS_AHEAD = 1;

/** Resolves once the element is at most a screen away, or is not there (then there is nothing to look at meanwhile). */
export function whenNear(id: string): Promise<void> {
  if (typeof document === 'undefined' || typeof IntersectionObserver === 'undefined') return Promise.resolve();
  const element = document.getElementById(id);
  if (!element) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: `${100 * SCREENS_AHEAD}%` },
    );
    observer.observe(element);
  });
}

/**
 * Waits until the reader comes near a part of the page. Its HTML is there from the start (the build put it there); the
 * script that makes it live is not fetched before it is of use.
 */

/**
 * Resolves once the element is in view, or at most `screens` away from it; at once when it is not there (then there is
 * nothing to look at meanwhile).
 */
export function whenNear(id: string, screens = 0): Promise<void> {
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
      { rootMargin: `${100 * screens}%` },
    );
    observer.observe(element);
  });
}

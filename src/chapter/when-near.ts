/**
 * Waits until the reader comes near a part of the page. Its HTML is there from the start (the build put it there); the
 * script that makes it live is not fetched before it is of use.
 */

/**
 * Resolves once the element is in view, or at most `screens` away from it (in view by so many, if negative); at once when it
 * is not there (then there is nothing to look at meanwhile).
 */
export function whenNear(id: string, screens = 0): Promise<void> {
  if (typeof document === 'undefined' || typeof IntersectionObserver === 'undefined') return Promise.resolve();
  let element = document.getElementById(id);
  if (!element) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) end();
      },
      { rootMargin: `${100 * screens}%` },
    );
    const end = () => {
      observer.disconnect();
      removeEventListener('scroll', follow);
      resolve();
    };
    // React may have put another element in its place: the one that is gone never comes near.
    const follow = () => {
      if (element?.isConnected) return;
      element = document.getElementById(id);
      if (element) observer.observe(element);
      else end();
    };
    addEventListener('scroll', follow, { passive: true });
    observer.observe(element as HTMLElement);
  });
}

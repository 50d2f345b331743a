/**
 * A section that is gone to stays where it is while those above it are laid out for the first time, and are not as tall as
 * was thought. Chromium and Firefox hold by themselves what is seen; Safari does not.
 */

/** What has not been laid out by then is not near, ms. */
const SETTLED_MS = 1000;

/** The reader goes on, or back. */
const SIGNS = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'popstate'] as const;

/** Nothing if `id` is not a section's. */
export function settleAt(id: string): void {
  const target = document.getElementById(id);
  if (!target?.matches(SECTION)) return;
  const end = new AbortController();
  const where = () => ({ page: scrollY, target: target.getBoundingClientRect().top });
  let placed: ReturnType<typeof where> | null = null;
  const sizes = new ResizeObserver(() => {
    target.scrollIntoView({ behavior: 'instant' });
    placed = where();
  });
  for (const section of document.querySelectorAll(SECTION)) sizes.observe(section);
  end.signal.addEventListener('abort', () => sizes.disconnect());
  for (const sign of SIGNS) addEventListener(sign, () => end.abort(), { signal: end.signal, passive: true });
  // By the scroll bar, too, which gives no other sign. Where the browser holds what is seen, the section has not moved.
  const follow = () => {
    const now = where();
    if (placed && Math.abs(now.page - placed.page) > 1 && Math.abs(now.target - placed.target) > 1) end.abort();
  };
  addEventListener('scroll', follow, { signal: end.signal, passive: true });
  setTimeout(() => end.abort(), SETTLED_MS);
}

const SECTION = '.chapter > .section';

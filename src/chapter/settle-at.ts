/**
 * A section that is gone to stays where it is while those above it are laid out for the first time, and are not as tall as
 * was thought. Chromium and Firefox hold by themselves what is seen; Safari does not.
 */

/** What has not been laid out by then is not near, ms. */
const SETTLED_MS = 1000;

/** The reader goes on. */
const SIGNS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Nothing if `id` is not a section's. */
export function settleAt(id: string): void {
  const target = document.getElementById(id);
  if (!target?.matches(SECTION)) return;
  const end = new AbortController();
  const sizes = new ResizeObserver(() => target.scrollIntoView({ behavior: 'instant' }));
  for (const section of document.querySelectorAll(SECTION)) sizes.observe(section);
  end.signal.addEventListener('abort', () => sizes.disconnect());
  for (const sign of SIGNS) addEventListener(sign, () => end.abort(), { signal: end.signal, passive: true });
  setTimeout(() => end.abort(), SETTLED_MS);
}

const SECTION = '.chapter > .section';

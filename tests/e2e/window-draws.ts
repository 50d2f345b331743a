import type { Page } from '@playwright/test';

/** Longer than any frame takes on a busy machine, ms. */
const NO_FRAME = 5_000;

/**
 * Until the window draws. On a machine that has much else to do the browser seldom takes one for a window that nobody sees:
 * it has no frames, not even for a picture of a failure. Then it is brought to the front. What can be seen of an element
 * is told in a frame, wherever a test has put the clock.
 */
export async function draws(page: Page): Promise<void> {
  const seen = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new IntersectionObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(document.documentElement);
      }),
  );
  const bring = setTimeout(() => void page.bringToFront().catch(() => undefined), NO_FRAME);
  // A page that is left in the meantime is the subject of another test.
  await seen.catch(() => undefined).finally(() => clearTimeout(bring));
}

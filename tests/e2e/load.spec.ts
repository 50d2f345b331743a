import { expect, test } from './fixtures.ts';

declare global {
  interface Window {
    layoutShifts: string[];
  }
}

test('nothing moves while the page loads, comes alive and gets its fonts', async ({ page, isMobile }) => {
  await page.addInitScript(() => {
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        const moved = entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 80) : node?.nodeName,
        );
        window.layoutShifts.push(`${entry.value.toFixed(4)}: ${moved.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const shifts = await page.evaluate(() => window.layoutShifts);
  // The diagram is prerendered for a wide screen: on a phone the inside of its nodes moves by a pixel or two, once.
  const small = (shift: string) => isMobile && shift.includes('activation-graph') && Number.parseFloat(shift) < 0.001;
  expect(shifts.filter((shift) => !small(shift))).toEqual([]);
});

const FIRST_SCREEN = /(?:inter|source-serif-4)-latin-wght-normal|KaTeX_(?:Main-Regular|Math-Italic)/;
/** Emphasis, and the braces of functions that are given piece by piece. */
const ARTICLE = /source-serif-4-latin-wght-italic|KaTeX_Size4-Regular/;

test('the page fetches only the faces that it shows: of the first screen, then of the article', async ({ page }) => {
  let fonts: string[] = [];
  page.on('request', (request) => {
    if (request.serviceWorker() === null && request.resourceType() === 'font') fonts.push(request.url());
  });
  // The article's styles come as soon as the page is live, and their faces with them: not before we have looked.
  let letStylesCome = () => {};
  const looked = new Promise<void>((resolve) => (letStylesCome = resolve));
  await page.route(/\/chapter-styles-[^/]*\.css$/, async (route) => {
    await looked;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((url) => !FIRST_SCREEN.test(url))).toEqual([]);

  fonts = [];
  letStylesCome();
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < (await height()); y += 400) {
    await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), y);
    await page.waitForTimeout(40);
  }
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((url) => !ARTICLE.test(url))).toEqual([]);
});

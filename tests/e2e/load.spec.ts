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

test('the page fetches only the faces that it shows: of the first screen, then of the article', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.serviceWorker() === null && request.resourceType() === 'font') fonts.push(request.url());
  });
  await page.goto('./', { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  expect(fonts.length).toBeGreaterThan(0);
  expect(
    fonts.filter(
      (url) =>
        !/(inter|source-serif-4)-latin-wght-(normal|italic)|KaTeX_(Main-Regular|Math-Italic|Size4-Regular)/.test(url),
    ),
  ).toEqual([]);
});

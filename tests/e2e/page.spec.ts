import { expect, expectAccessible, test } from './fixtures.ts';
import { test as lasting } from './lasting.ts';

test('opens, with one main heading, scrolls in one direction only, and has no accessibility violation', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page).toHaveTitle('Crease: why do neural networks need activation functions?');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  // The article shows itself when its styles have come.
  await expect(page.locator('#story')).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('a chosen theme is there before the first paint', async ({ page }) => {
  // The empty page before it has no storage.
  await page.addInitScript(() => location.protocol === 'about:' || localStorage.setItem('crease-theme', 'dark'));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

const LONG = 'Efficiency12,Humidity1234,Growth123456';
const LONGER = `${LONG},Density12345,Fertilizer12,WWTemperatur`;
const eight = (weights: string) => Array.from({ length: 8 }, (_, j) => `${weights}:${j}`).join(';');
for (const [name, hash] of [
  ['the chapter', ''],
  ['ReLU, long names', `#v=1&in=${LONG}&at=1,2,-1.5&f=relu&h1=0.5,3,4:0.5;4,1,2:1&y=2,5:5`],
  ['combined, long names', `#v=1&in=${LONG}&at=1,2,-1.5&h1=0.5,3,4:0.5;4,1,2:1&y=2,5:5&step=3`],
  [
    'the largest',
    `#v=1&in=${LONGER}&f=relu&h1=${eight('1,-2,3,-4,5,6')}&h2=${eight('1,2,-3,4,5,-6,7,8')}&y=1,-2,3,4,-5,6,7,8:1`,
  ],
] as const) {
  lasting(`at 320 px, which is 1280 px at 400 %, nothing is cut: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 720 });
    await page.goto(`./${hash}`);
    // The first sign of a reader brings the sheet.
    await page.mouse.move(100, 100);
    await page.mouse.move(110, 110);
    // Where a scroll bar takes its place, less is left.
    const width = await page.evaluate(() => document.documentElement.clientWidth);
    await expect(page.locator('.card-sheet .sheet-layer').first()).toHaveAttribute(
      'viewBox',
      new RegExp(`^0 0 ${width - 22} `),
    );
    // The network before may have left it open.
    const simplest = page.getByRole('button', { name: 'Simplest equal network' });
    if ((await simplest.getAttribute('aria-expanded')) !== 'true') await simplest.click();
    await expect(page.locator('.simplifier')).toBeAttached();
    const proof = page.locator('.card > .verdict').getByRole('button', { name: 'Show me' });
    if (await proof.isVisible()) {
      await proof.click();
      await expect(page.locator('.witness')).toBeAttached();
    }
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(width);
    const cut = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('.header *, .stage *')].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          // Tables of numbers may be scrolled.
          !element.closest('.visually-hidden, .katex-mathml, .sheet-button-text, svg *, .heat-layers'),
      );
      return shown.flatMap((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const { overflowX } = getComputedStyle(element);
        const isOut = width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1);
        // What is whole in its tooltip may be cut.
        const isCut =
          !element.hasAttribute('title') &&
          overflowX !== 'visible' &&
          element.scrollWidth > element.clientWidth + 1 &&
          element.clientWidth > 1;
        return isOut || (isCut && element.tagName !== 'svg')
          ? [`${element.tagName} ${element.className} ${element.textContent}`]
          : [];
      });
    });
    expect(cut).toEqual([]);
  });
}

test('hydration changes nothing in the HTML of the build', async ({ page }) => {
  // What comes alive after the first screen may say more: the article hides an answer that is still to be guessed.
  await page.route(/\/assets\/(?:chapter|sheet)-.*\.js$/, () => undefined);
  // And what comes when the page is quiet is not in the HTML.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto('./');
  const heading = page.getByRole('heading', { level: 1 });
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('root') ?? {}).some((k) => k.startsWith('__react')),
  );
  await expect(heading).toBeVisible();
  const served = await (await page.request.get('./')).text();
  const root = await page.evaluate((html) => {
    // The parts of the stage change places: their order is the one that is seen at this width.
    const text = (node: Element | null) => {
      const walker = document.createTreeWalker(node ?? document.createElement('div'), NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
      return texts.sort();
    };
    const built = new DOMParser().parseFromString(html, 'text/html').getElementById('root');
    for (const spare of built?.querySelectorAll('script, noscript') ?? []) spare.remove();
    return { built: text(built), live: text(document.getElementById('root')) };
  }, served);
  expect(root.live).toEqual(root.built);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page can be read', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

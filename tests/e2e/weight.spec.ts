/** What the browser has to hold, and to walk at every edit: counts, which do not depend on how fast a machine is. */
import { expect, test } from './fixtures.ts';
import { came, live } from './stage.ts';

/** To be lowered with every part that gets lighter. */
const MOST = { elements: 5700, positioned: 460 };

test('the page of the chapter has few elements, and few that are positioned', async ({ page, isMobile }) => {
  test.skip(isMobile, 'counted on the desktop');
  await page.goto('./');
  await live(page);
  await page.mouse.move(5, 5);
  await came(page, 'katex', 'chapter-styles', 'sheet', 'chapter');
  await expect(page.locator('.card-sheet .sheet-handle')).toBeAttached();
  const { elements, positioned } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    return {
      elements: all.length,
      positioned: all.filter((element) => getComputedStyle(element).position !== 'static').length,
    };
  });
  expect(elements).toBeLessThanOrEqual(MOST.elements);
  expect(positioned).toBeLessThanOrEqual(MOST.positioned);
});

test('nothing in a line of the derivation is positioned until a number is worked on', async ({ page }) => {
  await page.goto('./');
  await live(page);
  const line = page.locator('.derivation .line-body').first();
  const positioned = () =>
    line
      .locator('.formula')
      .evaluate(
        (formula) =>
          [formula, ...formula.querySelectorAll('*')].filter(
            (element) => getComputedStyle(element).position !== 'static',
          ).length,
      );
  expect(await positioned()).toBe(0);
  await line.getByRole('spinbutton').first().focus();
  expect(await positioned()).toBeGreaterThan(0);
  await page.keyboard.press('Tab');
  await expect.poll(positioned).toBe(0);
});

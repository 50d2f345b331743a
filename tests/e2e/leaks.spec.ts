/** The same use of the page, again and again: what it keeps for later is kept after a few times, and then no more of it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { kept, showKnown } from './kept.ts';
import { derivation, desk, diagram, frame } from './stage.ts';

const WARM_TIMES = 4;
const TIMES = 8;
/** By one to two hundredths it varies without any leak. */
const MOST_GROWTH = 1.03;

/** A bit of all: numbers, functions, the shape, panels, the fold, figures; then all of it undone. */
async function use(page: Page): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.getByRole('radio', { name: 'ReLU' }).first().click({ force: true });
  await derivation(page).getByRole('spinbutton').nth(1).click({ clickCount: 2 });
  await page.keyboard.insertText('7/3');
  await page.keyboard.press('Enter');
  const slider = desk(page).getByRole('slider').first();
  await slider.focus();
  for (const key of ['ArrowUp', 'ArrowUp', 'PageDown']) await slider.press(key);
  for (const name of ['Show me', 'Hide', 'Simplest equal network', 'Simplest equal network']) {
    await button(name).first().click();
  }
  for (const name of ['Table', 'Table']) await diagram(page).getByRole('button', { name, exact: true }).click();
  await diagram(page).getByRole('button', { name: 'Shape' }).click();
  const panel = page.getByRole('dialog', { name: 'Shape of the network' });
  await panel.getByRole('button', { name: 'Add a hidden layer' }).click();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await frame(page);
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/ });
  while ((await undo.getAttribute('aria-disabled')) !== 'true') await undo.click();
}

test('what is done again and again leaves nothing more behind', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('./');
  for (let time = 0; time < WARM_TIMES; time++) await use(page);
  await showKnown(page);
  const before = await kept(page);
  for (let time = 0; time < TIMES; time++) await use(page);
  await showKnown(page);
  expect(await kept(page), `MB, ${before} before`).toBeLessThan(before * MOST_GROWTH);
});

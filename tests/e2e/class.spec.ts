/** For a class: answers that are hidden, a page for a room, and the link that holds both. */
import { expect, expectAccessible, test } from './fixtures.ts';
import { derivation, desk, live, turn, verdict } from './stage.ts';

const MODEL = /21\s*x/;

test('hidden answers keep their room, are shown one by one, and are in the link', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('.card-sheet:not([data-behind]) .sheet-caption')).toBeVisible();
  const heights = () =>
    page
      .locator('.stage :is(.line, .verdict, .sheet-caption, .look-at)')
      .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().height));
  const before = await heights();
  await turn(page, 'Hide the answers');
  await expect(page.locator('.stage').getByRole('button', { name: /^Show (?!me)/ })).toHaveCount(4);
  expect(await heights()).toEqual(before);
  await expect(page).toHaveURL(/&view=hidden$/);
  await expect(verdict(page)).toHaveCount(0);
  expect(await page.locator('.stage').ariaSnapshot()).not.toMatch(MODEL);

  // By the keyboard: whoever shows an answer is led to it.
  const last = derivation(page).getByRole('button', { name: 'Show this line' }).last();
  await last.press('Enter');
  await expect(derivation(page).getByRole('button', { name: 'Show this line' })).toHaveCount(1);
  await expect(derivation(page).locator('.line-body').last()).toBeFocused();
  await expect(verdict(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the verdict' }).click();
  await expect(verdict(page)).toContainText('Collapses to 21');

  // An edit hides nothing anew; who hides the answers anew hides all.
  const weight = desk(page).getByRole('spinbutton').first();
  await weight.fill('2');
  await weight.press('Enter');
  await expect(verdict(page)).toContainText('Collapses to 24');
  await turn(page, 'Hide the answers');
  await expect(page.locator('.stage .cover')).toHaveCount(0);
  await turn(page, 'Hide the answers');
  await expect(page.locator('.stage').getByRole('button', { name: /^Show (?!me)/ })).toHaveCount(4);
});

test('a link with hidden answers opens with them hidden, asks every question, and prints a worksheet', async ({
  page,
}) => {
  await page.goto('./#preset=chapter-8&view=hidden');
  await live(page);
  await expect(page.locator('.stage').getByRole('button', { name: 'Show what the sheet says' })).toBeVisible();
  expect(await page.locator('.stage').ariaSnapshot()).not.toMatch(MODEL);
  const question = page.locator('#same-model-twice .predict');
  await question.scrollIntoViewIfNeeded();
  await question.getByRole('button', { name: 'Just show me' }).click();
  await expect(question).toContainText('21');
  await turn(page, 'Hide the answers');
  await turn(page, 'Hide the answers');
  await expect(question.getByRole('button', { name: 'Check' })).toBeVisible();
  await expectAccessible(page);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.verdict > .cover')).toBeVisible();
  await expect(page.locator('.verdict-sentence')).toBeHidden();
  await expect(page.locator('#same-model-twice .secret-number')).toBeHidden();
  await expect(question).toBeVisible();
});

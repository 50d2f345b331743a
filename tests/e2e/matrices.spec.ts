/** A network that is too large to be drawn is shown as its matrices. */
import { linearModel } from '../../src/facts/linear-model.ts';
import { decode } from '../../src/state/codec.ts';
import { numberText } from '#words/number.ts';
import { expect, expectAccessible } from './fixtures.ts';
import { test } from './lasting.ts';
import { desk, diagram } from './stage.ts';

const eight = (weights: string) => Array.from({ length: 8 }, (_, j) => `${weights}:${j - 3}`).join(';');
const LARGE = `#v=1&in=A,B,C,D,E,F&at=0.12345,1,1,1,1,1&f=relu&h1=${eight('1,-2,0,-4,0.5,6')}&h2=${eight('1,2,-3,4,5,-6,7,8')}&y=1,-2,3,4,-5,6,7,8:1`;

test('a large network is matrices: a number is found by keys, named, taken in hand and edited', async ({
  page,
  isMobile,
}) => {
  await page.goto(`./${LARGE}`);
  const cell = (name: string) => diagram(page).getByRole('button', { name });
  const hand = diagram(page).getByRole('group', { name: 'In hand' }).getByRole('spinbutton');
  await expect(diagram(page).getByRole('grid')).toHaveCount(3);
  await expect(cell('weight from A to hidden node 1.1: 1')).toHaveAttribute('data-sign', '+');
  await expect(cell('weight from B to hidden node 1.1: −2')).toHaveAttribute('data-sign', '−');
  // ≈ is said once, and by no number.
  expect((await diagram(page).innerText()).match(/≈/g)).toHaveLength(1);
  await expectAccessible(page, { without: '#story' });
  // There are keys on a desktop only.
  if (isMobile) return;

  // One stop of the Tab key, wherever the arrow keys have led.
  await expect(diagram(page).locator('.heat-cell[tabindex="0"]')).toHaveCount(1);
  await cell('weight from A to hidden node 1.1: 1').focus();
  for (const key of ['ArrowDown', 'End', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(cell('weight from hidden node 1.2 to hidden node 2.2: 2')).toBeFocused();
  await expect(diagram(page).locator('.heat-cell[tabindex="0"]')).toHaveCount(1);
  await expect(desk(page).getByRole('radio', { name: 'Hidden node 2.2' })).toBeChecked();

  await page.keyboard.press('Enter');
  await expect(hand).toBeFocused();
  await hand.fill('-2.5');
  await hand.press('Enter');
  await page.keyboard.press('Escape');
  await expect(cell('weight from hidden node 1.2 to hidden node 2.2: −2.5')).toBeFocused();
  await expect(page).toHaveURL(/h2=1,2,-3,4,5,-6,7,8:-3;1,-2\.5,/);

  // Folded up, linear layers leave one row, and what is below stands as before.
  const linear = `${LARGE.replace('relu', 'linear')}&step=3`;
  await page.evaluate((hash) => (location.hash = hash), linear);
  const row = diagram(page).getByRole('list', { name: 'What is left: one row' });
  await expect(row).toBeVisible();
  await expect(diagram(page).getByRole('grid')).toHaveCount(1);
  const before = await diagram(page).boundingBox();
  await page.getByRole('link', { name: 'Combine' }).last().click();
  await expect(diagram(page).getByRole('grid')).toHaveCount(0);
  expect(await diagram(page).boundingBox()).toEqual(before);
  const shared = decode(linear);
  if (!shared?.ok) throw new Error(linear);
  const { coef, intercept } = linearModel(shared.value.document.network);
  expect(await row.locator('b').allInnerTexts()).toEqual([...coef, intercept].map(numberText));
  await expectAccessible(page, { without: '#story' });
  await page.getByRole('button', { name: 'Unfold it' }).click();
  await expect(diagram(page).getByRole('grid')).toHaveCount(3);
  const { height = 0 } = (await diagram(page).boundingBox()) ?? {};
  expect(Math.abs(height - (before?.height ?? 0))).toBeLessThan(4);

  await diagram(page).getByRole('button', { name: 'Drawing' }).click();
  await expect(diagram(page).locator('.node')).toHaveCount(16);
  await expect(diagram(page).getByRole('button', { name: 'Hidden node 2.3' })).toBeVisible();
  await diagram(page).getByRole('button', { name: 'Matrices' }).click();
  await expect(diagram(page).getByRole('grid')).toHaveCount(3);
});

/** Gestures that end in another way than they should: taken back, or with their control gone. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const diagram = (page: Page) => page.getByRole('group', { name: 'Network diagram' });

/** So many ReLU nodes in each of two layers: the diagram has no room for all chips. */
const CROWDED = (() => {
  const nodes = (inputs: number) =>
    Array.from(
      { length: 6 },
      (_, j) =>
        `${Array(inputs)
          .fill(j + 1)
          .join(',')}:1`,
    );
  return `#v=1&in=E,H,G,A&at=1,1,1,1&f=relu&h1=${nodes(4).join(';')}&h2=${nodes(6).join(';')}&y=1,1,1,1,1,1:0`;
})();
const node = (page: Page, name: string) =>
  diagram(page).getByRole('button', { name: new RegExp(`^Hidden node ${name}:`) });
const chip = (page: Page, from: string, to: string) =>
  diagram(page).getByRole('spinbutton', { name: `weight from ${from} to hidden node ${to}` });

test('a node that was pointed at in another network is not the chosen one in the next', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the mouse');
  await page.goto(`./${CROWDED}`);
  await expect(chip(page, 'E', '1.1')).toBeVisible();
  await expect(chip(page, 'E', '1.2')).toHaveCount(0);
  await node(page, '1.2').hover();
  await expect(chip(page, 'E', '1.2')).toBeVisible();
  await page.goto('./#preset=chapter-8');
  await expect(chip(page, 'E', '1')).toBeVisible();
  await page.mouse.move(2, 2);
  await page.goto(`./${CROWDED}`);
  await expect(node(page, '1.2')).toBeVisible();
  await expect(chip(page, 'E', '1.1')).toBeVisible();
  await expect(chip(page, 'E', '1.2')).toHaveCount(0);
});

test('a chip that goes while a key is held on it leaves no gesture open', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the mouse and the keyboard');
  await page.goto(`./${CROWDED}`);
  await chip(page, 'E', '1.1').focus();
  await page.keyboard.down('ArrowUp');
  await page.keyboard.down('ArrowUp');
  await expect(chip(page, 'E', '1.1')).toHaveValue('1.2');
  await node(page, '1.2').hover();
  await expect(chip(page, 'E', '1.2')).toBeVisible();
  await expect(chip(page, 'E', '1.1')).toHaveCount(0);
  await page.keyboard.up('ArrowUp');
  // An open gesture keeps the address as it is.
  await expect(page).toHaveURL(/h1=1\.2,/);
});

test('the handle of the sheet that goes while it is dragged leaves no gesture open', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the mouse and the keyboard');
  await page.goto('./#v=1&in=E&at=1&h1=1:0&y=1:0');
  await expect(page.locator('.sheet-view.is-curve')).toBeVisible();
  await page.goto('./#preset=chapter-8');
  const handle = page.locator('.stage .sheet-handle');
  const { x, y, width, height } = (await handle.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 4 });
  await expect(page).toHaveURL(/preset=chapter-8$/);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.sheet-view.is-curve')).toBeVisible();
  await page.mouse.up();
  await expect(page).toHaveURL(/in=E&at=1&/);
});

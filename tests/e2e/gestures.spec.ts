/** Gestures that end in another way than they should: taken back, or with their control gone. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './lasting.ts';
import { diagram } from './stage.ts';

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
  test.skip(isMobile, 'the keyboard');
  await page.goto('./#v=1&in=E&at=1&y=1:0');
  // The page has read the first link: the second one is an edit then.
  await expect(page.locator('html')).not.toHaveAttribute('data-opening');
  await page.goto('./#v=1&in=E&at=1&h1=1:0&y=1:0');
  await chip(page, 'E', '1').focus();
  await page.keyboard.down('ArrowUp');
  await page.keyboard.down('ArrowUp');
  await expect(chip(page, 'E', '1')).toHaveValue('1.2');
  // The steps, and then the network that has the chip.
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.press('z');
  await expect(chip(page, 'E', '1')).toHaveCount(0);
  await page.keyboard.up('Control');
  await page.keyboard.up('ArrowUp');
  // An open gesture keeps the address as it is.
  await expect(page).toHaveURL(/at=1&y=1:0$/);
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

/** Drags by so many pixels and presses Escape before the button is up. */
async function dragAndTakeBack(page: Page, target: Locator, dx: number): Promise<void> {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + dx, y + height / 2, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

test('what is pointed at on the sheet is not asked of the network that an undo brings back', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'needs a pointer that hovers');
  await page.goto('./#preset=xor');
  const sheet = page.locator('.card-sheet');
  const { x, y, width, height } = (await sheet.locator('.sheet-view').boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const hover = async () => {
    await page.mouse.move(x + 5, y + height - 5);
    await page.mouse.move(x + width / 2, y + height / 2);
    await expect(sheet).toContainText('Pointed at');
  };
  await expect(sheet.locator('.sheet-handle')).toBeVisible();
  for (const open of [
    '#v=1&in=A,B&h1=1,1:0:tanh;1,-1:0:tanh&y=1,1:0',
    '#v=1&in=A,B&f=relu&h1=1,1:0&h2=1:0;-1:1&y=1,1:0',
  ]) {
    await page.evaluate((hash) => (location.hash = hash), open);
    await hover();
    await page.keyboard.press('Control+z');
    await expect(sheet).toContainText('2 creases, 3 flat pieces');
    await hover();
    await page.keyboard.press('Control+y');
    await expect(sheet).not.toContainText('2 creases, 3 flat pieces');
    await page.keyboard.press('Control+z');
  }
});

test('what is pointed at on a curve is not asked of the network that comes after', async ({ page, isMobile }) => {
  test.skip(isMobile, 'needs a pointer that hovers');
  await page.goto('./#v=1&in=A&f=relu&h1=1:0;-1:0&y=1,1:0');
  const sheet = page.locator('.card-sheet');
  await sheet.locator('.sheet-view.is-curve').hover({ position: { x: 100, y: 150 } });
  await expect(sheet).toContainText('Pointed at');
  await page.evaluate(() => (location.hash = '#v=1&in=A&f=relu&h1=1:0&h2=1:0;-1:1&y=1,1:0'));
  await expect(page.locator('.diagram .node')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.diagram .node')).toHaveCount(2);
});

test('Escape takes back the end of the chosen range', async ({ page, isMobile }) => {
  test.skip(isMobile, 'needs a keyboard beside the pointer');
  await page.goto('./');
  const end = page.getByRole('spinbutton', { name: 'end of the range of H' });
  await end.scrollIntoViewIfNeeded();
  await dragAndTakeBack(page, end, 60);
  await expect(end).toHaveValue('10');
  await end.focus();
  await page.keyboard.down('ArrowUp');
  await page.keyboard.down('ArrowUp');
  await expect(end).toHaveValue('10.2');
  await page.keyboard.press('Escape');
  await expect(end).toHaveValue('10');
});

test('Escape gives the ends of an axis back to the sheet, with what it had to say', async ({ page, isMobile }) => {
  test.skip(isMobile, 'needs a keyboard beside the pointer');
  await page.goto('./');
  await page.locator('.stage').getByRole('button', { name: 'View of the sheet' }).click();
  const menu = page.getByRole('dialog', { name: 'View of the sheet' });
  const [from, to] = ['E from', 'E to'].map((name) => menu.getByRole('spinbutton', { name })) as [Locator, Locator];
  await expect(to).toHaveValue('4');
  await dragAndTakeBack(page, from, 400);
  await expect(from).toHaveValue('−4');
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('alert')).toHaveCount(0);
  // They are still the sheet's own to choose.
  const value = diagram(page).getByRole('spinbutton', { name: 'value of E' });
  await value.fill('30');
  await value.press('Enter');
  await expect(page.getByText('The point lies outside this window.')).toHaveCount(0);
  await expect(to).not.toHaveValue('4');
});

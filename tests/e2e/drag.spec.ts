/** What a drag writes into the page by itself, and what can be dragged. */
import type { Page } from '@playwright/test';
import { test as fresh } from './fixtures.ts';
import { expect, test } from './lasting.ts';
import { expectAsFresh } from './read-stage.ts';
import { derivation, desk, diagram, hand, live, middleOf, takeInHand, verdict } from './stage.ts';

/** Drags by so many pixels, one after the other, each on a frame of its own. */
async function dragThrough(page: Page, { x, y }: { x: number; y: number }, offsets: readonly number[]): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const dx of offsets) {
    await page.mouse.move(x + dx, y);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await page.mouse.up();
}

for (const [name, hash] of [
  ['the chapter, linear', '#preset=chapter-8'],
  ['the chapter, ReLU', '#preset=chapter-8-relu'],
  ['three linear layers', '#preset=deep-linear'],
  [
    'written with matrices',
    '#v=1&in=A,B,C,D&at=1,-1,0.5,2&h1=1,-2,0.5,3:1;0.5,1,-1,2:0;1,1,1,1:-1;2,0,1,0.5:0.5&h2=1,2,-1,0.5:0;1,1,0,2:1&y=2,-1:0.5',
  ],
  ['with a smooth node', '#v=1&in=E,H&at=1,2&h1=1,2:0:tanh;-1,0.5:1&y=1,2:0'],
] as const) {
  test(`what drags have written is what a fresh page draws: ${name}`, async ({ page, context, isMobile }) => {
    test.skip(isMobile, 'the same code on every screen');
    await page.goto(`./${hash}`);
    await live(page);
    const chips = diagram(page).getByRole('spinbutton', { name: /^(?:weight|bias|value)/ });
    // Through 0, through 1, into the negative, and to rest.
    for (const index of [0, 1, 3, 5, -1]) {
      const chip = index < 0 ? chips.last() : chips.nth(index);
      await dragThrough(page, await middleOf(chip), [10, 26, -14, -30, -62, -90, -44]);
    }
    await page.mouse.move(2, 2);
    await expect(page).toHaveURL(/v=1/);
    await expect(page.locator('.stage').locator('[data-lit], [data-dragging]')).toHaveCount(0);
    await expectAsFresh(page, await context.newPage());
  });
}

test('a weight of 1 is not written, and edited where it would be', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the mouse');
  await page.goto('./');
  await takeInHand(page, 'Hidden node 2');
  const control = derivation(page).getByRole('spinbutton', { name: 'weight from H to hidden node 2' });
  const value = desk(page).getByRole('spinbutton', { name: 'weight from H to hidden node 2' });
  await dragThrough(page, await middleOf(control), [20, 40]);
  await expect(value).toHaveValue('2');
  await page.keyboard.press('Control+z');
  await expect(value).toHaveValue('1');
  await control.click();
  await expect(control).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(control).toBeFocused();
  await expect(value).toHaveValue('0.9');
});

test('an edge is dragged like its chip', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the mouse');
  await page.goto('./');
  const place = await page
    .locator('.edge-hit')
    .first()
    .evaluate((path: SVGPathElement) => {
      const { x, y } = path
        .getPointAtLength(0.8 * path.getTotalLength())
        .matrixTransform(path.getScreenCTM() as DOMMatrix);
      return { x, y };
    });
  await dragThrough(page, place, [20, 40]);
  await expect(desk(page).getByRole('spinbutton', { name: 'weight from E to hidden node 1' })).toHaveValue('1.5');
  await expect(verdict(page)).toContainText('Collapses to 23 x E');
  await page.keyboard.press('Control+z');
  await expect(verdict(page)).toContainText('Collapses to 21 x E');
});

test('a term tells what it is made of, to a pointer, to the keyboard and to a finger', async ({ page, isMobile }) => {
  await page.goto('./');
  await live(page);
  const term = derivation(page).getByRole('button', { name: '21 = 2·0.5 + 5·4' });
  const note = derivation(page).locator('.formula-note');
  const lit = diagram(page).locator('.edge[data-lit]');
  if (isMobile) {
    const { x, y } = await middleOf(term);
    await page.touchscreen.tap(x, y);
    await expect(note).toHaveText('21 = 2·0.5 + 5·4');
    await expect(lit).toHaveCount(4);
    await page.touchscreen.tap(5, y);
    await expect(lit).toHaveCount(0);
    return;
  }
  await term.hover();
  await expect(note).toHaveText('21 = 2·0.5 + 5·4');
  await expect(lit).toHaveCount(4);
  await page.mouse.move(2, 2);
  await expect(lit).toHaveCount(0);
  await term.focus();
  await expect(lit).toHaveCount(4);
  await page.keyboard.press('ArrowRight');
  await expect(note).toHaveText('11 = 2·3 + 5·1');
  await page.keyboard.press('Tab');
  await expect(note).toHaveCount(0);
});

fresh('a finger that scrolls the page over a slider leaves its weight alone', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'touch');
  await page.goto('./');
  const slider = desk(page).getByRole('slider', { name: 'weight from E to hidden node 1' });
  await slider.scrollIntoViewIfNeeded();
  const { x, y } = await middleOf(slider);
  const client = await page.context().newCDPSession(page);
  await client.send('Input.synthesizeScrollGesture', { x: x + 40, y, yDistance: -200, gestureSourceType: 'touch' });
  await expect(verdict(page)).toContainText('Collapses to 21 x E');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
});

test('a number that grows beyond its line stays under the finger, and under the keys', async ({ page, isMobile }) => {
  // At 100.1 the term gets too long for a phone, and may break behind its bracket.
  await page.goto('./#v=1&in=temperature1,H&at=1,2&h1=99.9,2:1;1,1:0&y=2,3:1');
  const name = 'weight from temperature1 to hidden node 1';
  const control = derivation(page).getByRole('spinbutton', { name });
  const value = desk(page).getByRole('spinbutton', { name });
  const { x, y } = await middleOf(control);
  if (isMobile) {
    const { down, move, up } = await hand(page);
    await down(x, y);
    for (const [dx, expected] of [
      [5, '100'],
      [9, '100.1'],
      [13, '100.2'],
      [-5, '99.8'],
      [17, '100.3'],
    ] as const) {
      await move(x + dx, y);
      await expect(value).toHaveValue(expected);
    }
    await up();
    await expect(value).toHaveValue('100.3');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(value).toHaveValue('99.9');
  }
  await control.focus();
  for (const expected of ['100', '100.1', '100.2']) {
    await page.keyboard.press('ArrowUp');
    await expect(value).toHaveValue(expected);
    await expect(control).toBeFocused();
  }
});

test('a drag goes on where it takes its own control away', async ({ page }) => {
  // With a weight of 0 the ReLU node is a constant, and the line that it is dragged in has no place for it.
  await page.goto('./#v=1&in=E&at=1&h1=2:1&h2=0.3:1:relu&y=2:0');
  const name = 'weight from hidden node 1.1 to hidden node 2.1';
  const controls = derivation(page).getByRole('spinbutton', { name });
  await takeInHand(page, 'Hidden node 2.1');
  const value = desk(page).getByRole('spinbutton', { name });
  await expect(controls).toHaveCount(2);
  const { x, y } = await middleOf(controls.last());
  const { down, move, up } = await hand(page);
  await down(x, y);
  for (const [dx, expected] of [
    [-9, '0.1'],
    [-13, '0'],
    [-17, '−0.1'],
    [-21, '−0.2'],
  ] as const) {
    await move(x + dx, y);
    await expect(value).toHaveValue(expected);
    if (expected === '0') await expect(controls).toHaveCount(1);
  }
  await up();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(value).toHaveValue('0.3');
});

import { test as fresh } from './fixtures.ts';
import { expect, test } from './lasting.ts';
import { derivation, desk, diagram, E_TO_1, verdict } from './stage.ts';

test('a number that has been clicked can still be dragged', async ({ page, isMobile }) => {
  test.skip(isMobile, 'with a mouse');
  await page.goto('./');
  // The digits, which the click selects, are in the middle, but at the right end on the desk.
  for (const [place, at, after] of [
    [desk(page), 0.8, '1.5'],
    [diagram(page), 0.5, '2.5'],
    [derivation(page), 0.5, '3.5'],
  ] as const) {
    const field = place.getByRole('spinbutton', { name: E_TO_1 }).first();
    await field.click();
    const box = await field.boundingBox();
    if (!box) throw new Error('nothing to drag');
    const [x, y] = [box.x + box.width * at, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let dx = 5; dx <= 40; dx += 5) await page.mouse.move(x + dx, y);
    await page.mouse.up();
    await expect(field).toHaveValue(after);
  }
});

test('a wrong entry goes when its field is left, and its sentence with what is done next', async ({ page }) => {
  await page.goto('./');
  const field = desk(page).getByRole('spinbutton', { name: E_TO_1 });
  const sentence = page.getByRole('alert');
  for (const [typed, says, goOn] of [
    ['abc', 'can’t be part of a number', () => page.keyboard.press('Shift')],
    ['', 'Type a number, such as 0.5', () => page.getByRole('button', { name: 'Reset', exact: true }).click()],
  ] as const) {
    await field.fill(typed);
    await field.press('Enter');
    await expect(sentence).toContainText(says);
    await expect(field).toHaveValue(typed);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.press('Tab');
    await expect(field).toHaveValue('0.5');
    await expect(field).not.toHaveAttribute('aria-invalid');
    await expect(sentence).toContainText(says);
    await goOn();
    await expect(sentence).toHaveCount(0);
    await expect(field).toHaveValue('0.5');
  }
});

test('each end of a range says what it takes; the range may lie below 0, and undo brings it back', async ({ page }) => {
  await page.goto('./#preset=chapter-8');
  await expect(page.locator('html')).not.toHaveAttribute('data-opening');
  const end = page.getByRole('spinbutton', { name: 'end of the range of H' });
  const start = page.getByRole('spinbutton', { name: 'start of the range of H' });
  const sentence = page.getByRole('alert');
  for (const typed of ['-5', '0']) {
    await end.fill(typed);
    await end.press('Enter');
    await expect(sentence).toContainText('The range starts at 0');
    await expect(end).toHaveValue(typed);
    await expect(end).toHaveAttribute('aria-invalid', 'true');
  }
  await start.fill('10');
  await start.press('Enter');
  await expect(sentence).toContainText('The range ends at 10');
  await start.fill('-7.5');
  await expect(sentence).toHaveCount(0);
  await start.press('Enter');
  await end.fill('-5');
  await end.press('Enter');
  await expect(sentence).toHaveCount(0);
  await expect(page).toHaveURL(/&from=0,-7\.5,0&to=10,-5,10/);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(end).toHaveValue('10');
});

fresh('undo in a field takes back the typing, then the edits', async ({ page, isMobile }) => {
  test.skip(isMobile, 'with a keyboard');
  await page.goto('./');
  const field = desk(page).getByRole('spinbutton', { name: E_TO_1 });
  const typeOver = async (text: string) => {
    await field.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  };
  for (const number of ['6', '7']) {
    await typeOver(number);
    await page.keyboard.press('Enter');
  }
  await typeOver('8');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('9.5');
  for (const [shown, coefficient] of [
    ['7', '34'],
    ['6', '32'],
    ['0.5', '21'],
    ['0.5', '21'],
  ] as const) {
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue(shown);
    await expect(verdict(page)).toContainText(`Collapses to ${coefficient} x E`);
  }
  await page.keyboard.press('Control+Shift+z');
  await expect(field).toHaveValue('6');
});

test('text that is being typed can be selected with the mouse', async ({ page, isMobile }) => {
  test.skip(isMobile, 'with a mouse');
  await page.goto('./');
  const field = desk(page).getByRole('spinbutton', { name: E_TO_1 });
  await field.click();
  await page.keyboard.type('12345');
  const box = await field.boundingBox();
  if (!box) throw new Error('nothing to select');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 3, y, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('12345');
  await expect(field).toHaveValue('12345');
});

test('the sentence at a wrong entry can be read wherever its field is', async ({ page }) => {
  await page.goto('./');
  const sentence = page.getByRole('alert');
  const expectWhole = async () => {
    await expect(sentence).toBeInViewport({ ratio: 1 });
    // Nothing lies over it, and nothing cuts it off.
    const hidden = await sentence.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const points = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((x) => [0.15, 0.5, 0.85].map((y) => [x, y] as const));
      return points.filter(([x, y]) => document.elementFromPoint(left + x * width, top + y * height) !== element);
    });
    expect(hidden).toEqual([]);
  };
  const chip = diagram(page).getByRole('spinbutton', { name: 'weight from H to hidden node 1' });
  await chip.fill('abc');
  await chip.press('Enter');
  await expectWhole();
  await chip.blur();
  await expectWhole();

  await diagram(page)
    .getByRole('button', { name: /^Hidden node 1/ })
    .click();
  await page.getByRole('radio', { name: 'Leaky ReLU' }).check();
  const slope = page.getByRole('spinbutton', { name: 'slope of hidden node 1' });
  await slope.fill('abc');
  await slope.press('Enter');
  await expectWhole();
  const [outline, bad] = await slope.evaluate((element) => {
    const probe = document.createElement('i');
    probe.style.color = 'var(--bad)';
    document.body.append(probe);
    const colours = [getComputedStyle(element).outlineColor, getComputedStyle(probe).color];
    probe.remove();
    return colours;
  });
  expect(outline).toBe(bad);
});

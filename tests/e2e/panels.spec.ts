import { expect, test } from './fixtures.ts';
import { came, diagram } from './stage.ts';

test('a panel takes the focus when its button is pressed, and Escape gives it back', async ({ page }) => {
  // Its content comes when it is open already.
  let letCome = () => {};
  const isOpen = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route('**/diagram-panels-*.js', (route) => isOpen.then(() => route.continue()));
  await page.goto('./');
  const node = diagram(page).getByRole('button', { name: /^Hidden node 1/ });
  for (let time = 0; time < 2; time++) {
    await node.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    letCome();
    await expect(page.getByRole('dialog').getByRole('radio', { name: 'Linear', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(node).toBeFocused();
  }
});

test('what a press shows is fetched before it, at the first sign of a reader', async ({ page }) => {
  // Then it is there in the frame of the press (lazy-part.test.tsx).
  await page.goto('./');
  await page.mouse.move(5, 5);
  await page.mouse.move(9, 9);
  await came(page, 'diagram-panels', 'heat-view', 'held', 'matrix-lines', 'simplifier-panel', 'witness-panel');
});

test('in the panel of the shape the focus stays where a limit is reached, and where a row goes', async ({ page }) => {
  await page.goto('./');
  const open = diagram(page).getByRole('button', { name: 'Shape' });
  const panel = page.getByRole('dialog', { name: 'Shape of the network' });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Remove the last input' })).toBeFocused();
  for (const [name, presses] of [
    ['Add an input', 4],
    ['Add a hidden layer', 4],
  ] as const) {
    const button = panel.getByRole('button', { name });
    await button.focus();
    for (let i = 0; i < presses; i++) await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toBeFocused();
  }
  await expect(panel.locator('.stepper-count').first()).toHaveText('6');
  await panel.getByRole('button', { name: 'Remove hidden layer 4' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
});

test('the panel of a node leaves what it changes to be seen: beside the diagram, or below the node', async ({
  page,
}) => {
  await page.goto('');
  const node = page.getByRole('button', { name: /^Hidden node 1/ });
  await node.click();
  const panel = page.getByRole('dialog', { name: 'Hidden node 1' });
  // What is in it is seen when the panel has its place.
  await expect(panel.getByRole('radio').first()).toBeVisible();
  const box = await panel.boundingBox();
  const [diagram, button] = [await page.locator('.diagram').boundingBox(), await node.boundingBox()];
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  if (!box || !diagram || !button) throw new Error('nothing to measure');
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
  if (width > 900) expect(box.x).toBeGreaterThan(diagram.x + diagram.width);
  else expect(box.y).toBeGreaterThan(button.y + button.height);
});

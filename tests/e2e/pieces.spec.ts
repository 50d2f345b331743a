/** The pieces as a list, and the simplest equal network. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test as fresh } from './fixtures.ts';
import { test } from './lasting.ts';
import { derivation, diagram, verdict } from './stage.ts';

const CHAPTER = './#preset=chapter-8-relu';
const pieces = (page: Page) => page.getByRole('list', { name: 'Pieces' });
/** The button that goes to a piece, by a part of its name. */
const piece = (page: Page, name: string | RegExp) =>
  pieces(page).getByRole('button', { name }).and(page.locator('.case-choose'));
const input = (page: Page, name: string) => diagram(page).getByRole('spinbutton', { name: `value of ${name}` });
const simplifier = (page: Page) => page.getByRole('region', { name: 'The simplest equal network' });
const simplify = (page: Page) => page.getByRole('button', { name: 'Simplest equal network' });
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const redo = (page: Page) => page.getByRole('button', { name: /^Redo/ });

/** `width` ReLU nodes in each of so many layers, over so many inputs, with numbers that look like nothing. */
function network(inputs: number, layers: number, width: number): string {
  let state = 7;
  const number = () => {
    state = (state * 48271) % 2147483647;
    return (state % 19) - 9 || 4;
  };
  const list = (length: number) => Array.from({ length }, number).join(',');
  const names = 'EHGABC'.slice(0, inputs).split('').join(',');
  const hidden = Array.from({ length: layers }, (_, l) => {
    const nodes = Array.from({ length: width }, () => `${list(l === 0 ? inputs : width)}:${number()}`);
    return `h${l + 1}=${nodes.join(';')}`;
  });
  return `./#v=1&in=${names}&at=${list(inputs)}&f=relu&${hidden.join('&')}&y=${list(width)}:0`;
}

test('choosing a piece moves the current input into it, and can be undone', async ({ page }) => {
  await page.goto(CHAPTER);
  await expect(piece(page, /at this input: .*both on/)).toBeVisible();
  await piece(page, /only node 2 on/).click();
  await expect(piece(page, /at this input: .*only node 2 on/)).toBeVisible();
  await expect(pieces(page).locator('[aria-current]')).toHaveCount(1);
  await expect(input(page, 'G')).not.toHaveValue('−1.5');
  await undo(page).click();
  await expect(piece(page, /at this input: .*both on/)).toBeVisible();
  await expect(input(page, 'G')).toHaveValue('−1.5');
  // The piece that the input is in already: it stays where it is.
  await piece(page, /both on/).click();
  await expect(input(page, 'G')).toHaveValue('−1.5');
});

test('a piece that is pointed at or focused is lit in the diagram and on the sheet, and moves nothing', async ({
  page,
  isMobile,
}) => {
  await page.goto(CHAPTER);
  const lit = diagram(page).locator('.unit[data-lit] .node');
  await expect(piece(page, /both off/)).toBeVisible();
  if (!isMobile) {
    await piece(page, /only node 1 on/).hover();
    await expect(lit).toHaveCount(1);
    await page.mouse.move(0, 0);
    await expect(lit).toHaveCount(0);
  }
  await piece(page, /both on/).focus();
  await expect(lit).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(piece(page, /only node 1 on/)).toBeFocused();
  await expect(lit).toHaveCount(1);
  await expect(page.locator('.sheet g.is-lit')).toHaveCount(1);
  await expect(input(page, 'G')).toHaveValue('−1.5');
  await page.keyboard.press('End');
  await expect(piece(page, /both off/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(piece(page, /at this input: .*both off/)).toBeFocused();
});

test('where a piece is, exactly, on demand', async ({ page }) => {
  await page.goto(CHAPTER);
  const toggle = pieces(page).getByRole('button', { name: 'Where exactly: only node 2 on' });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  for (const condition of [
    '0.5 x E plus 3 x H plus 4 x G plus 0.5 is at most 0',
    '4 x E plus x H plus 2 x G plus 1 is greater than 0',
  ]) {
    await expect(pieces(page).getByRole('math', { name: condition })).toBeVisible();
  }
  await toggle.click();
  await expect(pieces(page).locator('.case-conditions')).toHaveCount(0);
});

test('the sentence beside the pieces says why, and says it when the bends cancel', async ({ page }) => {
  await page.goto(CHAPTER);
  await expect(
    page.getByText(/Each max and max holds its terms inside\. One x\s?E can’t reach the other/),
  ).toBeVisible();
  await expect(page.getByText('Four pieces, not one.')).toBeVisible();
  await page.goto('./#preset=cancelling-pair');
  await expect(page.getByText(/nothing bends in the end: one piece/)).toBeVisible();
  await expect(piece(page, /two parts/)).toBeVisible();
});

test('many pieces: a filter, a count, pages of rows, the current one', async ({ page }) => {
  await page.goto(network(3, 2, 5));
  const count = page.locator('.cases-tools').first().getByRole('status');
  await expect(count).toHaveText(/^[\d,]+ pieces$/);
  const all = Number((await count.textContent())?.replace(/\D/g, ''));
  expect(all).toBeGreaterThan(100);
  await expect(piece(page, /./)).toHaveCount(40);
  await page.getByRole('button', { name: 'Later ones' }).click();
  await expect(page.getByText(/^41 to 80 of /)).toBeVisible();
  await page.getByRole('button', { name: 'Show the one at this input' }).click();
  await expect(piece(page, /at this input/)).toBeFocused();

  const filter = page.getByRole('searchbox', { name: 'Filter' });
  await filter.fill('node 1.1 on');
  await expect(count).toHaveText(/^\d+ of [\d,]+ pieces$/);
  const on = Number((await count.textContent())?.split(' ')[0]);
  await filter.fill('node 1.1 off');
  const off = Number((await count.textContent())?.split(' ')[0]);
  // Every piece has the node on, off, or lies on both sides of its kink.
  expect(on + off).toBeGreaterThanOrEqual(all);
  expect(Math.max(on, off)).toBeLessThan(all);
  await filter.fill('node 9.9 on');
  await expect(page.getByText('No piece fits that.')).toBeVisible();
  await filter.fill('');
  await expect(count).toHaveText(`${all} pieces`);
});

test('a long search can be stopped, never gives a wrong count, and can be taken up again', async ({ page }) => {
  await page.goto(network(6, 4, 8));
  await expect(page.getByText(/^Looking for the pieces: at least [\d,]+ so far …$/)).toBeVisible();
  await derivation(page).getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/^Stopped\. At least [\d,]+ pieces, not finished\.$/)).toBeVisible();
  await expect(verdict(page)).not.toContainText('flat pieces');
  await derivation(page).getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText(/^Looking for the pieces/)).toBeVisible();
});

test('a newer edit ends the search for the older network', async ({ page }) => {
  await page.goto(network(6, 4, 8));
  await expect(page.getByText(/^Looking for the pieces: at least/)).toBeVisible();
  await page.goto(CHAPTER);
  await expect(piece(page, /./)).toHaveCount(4);
  await expect(verdict(page)).toContainText('two creases, four flat pieces');
});

fresh('the simplest equal network: shown node by node, used, taken back', async ({ page }) => {
  await page.goto('./#v=1&in=E,H&at=1,2&f=relu&h1=2,-1:1;-2,1:-1;1,1:0;2,2:0;-1,-2:-3&y=3,-3,1,4,2:0');
  await expect(verdict(page)).toContainText('two creases');
  await simplify(page).click();
  const panel = simplifier(page);
  await expect(panel.getByRole('status')).toHaveText('This 5-node network is exactly 2 creases plus a plane.');
  // It opens below the edge of the screen.
  await expect(panel.locator('.simplifier-size')).toBeInViewport({ ratio: 0.9 });
  await expect(panel.getByRole('listitem')).toHaveText([
    /Hidden node 1 cancelled with node 2/,
    /Hidden node 2 cancelled with node 1/,
    /Hidden node 3 merged with node 4/,
    /Hidden node 4 merged with node 3/,
    /Hidden node 5 kept, as node 2/,
  ]);
  await panel.getByRole('button', { name: 'Use this network' }).click();
  await expect(panel).toBeFocused();
  await expect(panel.getByRole('status')).toContainText('Undo brings the old one back');
  await expect(panel.getByRole('status')).toContainText('as simple as can be');
  await expect(verdict(page)).toContainText('two creases, four flat pieces');
  await expect(input(page, 'H')).toHaveValue('2');
  await undo(page).click();
  await expect(panel.getByRole('status')).toHaveText('This 5-node network is exactly 2 creases plus a plane.');
  await redo(page).click();
  await expect(panel.getByRole('status')).toContainText('Undo brings the old one back');
  await expect(redo(page)).toBeFocused();
});

test('in the chosen range more can be left out', async ({ page }) => {
  await page.goto(CHAPTER);
  await simplify(page).click();
  const panel = simplifier(page);
  await expect(panel.getByRole('status')).toContainText('exactly 2 creases');
  await panel.getByRole('radio', { name: 'for the chosen range' }).check();
  await expect(panel.getByRole('status')).toHaveText(
    'In the chosen range this 2-node network is exactly one linear model, and needs no hidden node.',
  );
  await expect(panel.getByText(/Outside of it the two may differ/)).toBeVisible();
});

fresh('smooth nodes: simplified where that can be proved, and said where it can’t', async ({ page }) => {
  await page.goto('./#v=1&in=E,H&at=1,1&f=tanh&h1=1,2:0;2,4:0;-1,-2:0&y=1,1,3:0');
  await simplify(page).click();
  await expect(simplifier(page).getByRole('status')).toHaveText(/exactly 2 bent nodes/);
  await page.goto('./#v=1&in=E,H&at=1,1&f=tanh&h1=1,2:0;2,4:0&h2=1,1:0&y=1:0');
  await expect(simplifier(page).getByRole('status')).toHaveText(/^Smooth nodes in more than one layer/);
});

fresh('a deep network is simplified by a worker that can be stopped', async ({ page }) => {
  // Two workers count while the page is asked.
  test.slow();
  await page.goto(network(6, 4, 8));
  await simplify(page).click();
  const panel = simplifier(page);
  await expect(panel.getByRole('status')).toHaveText(/^Looking for it: [\d,]+ pieces compared so far …$/, {
    timeout: 20_000,
  });
  await panel.getByRole('button', { name: 'Stop' }).click();
  await expect(panel.getByRole('status')).toHaveText('Stopped before it was found.');
  await panel.getByRole('button', { name: 'Look again' }).click();
  await expect(panel.getByRole('status')).toHaveText(/^Looking for it/);
  // An edit of the network asks anew, for the new one.
  await page.goto('./#preset=deep-linear');
  await expect(panel.getByRole('status')).toHaveText(
    'This 6-node network is exactly a plane, and needs no hidden node.',
  );
});

/** What is opened below: the rest is looked at where the stage is. */
const CHANGED = '.card-derivation, .verdict, .simplifier';

test('axe finds nothing in an open row and an open panel', async ({ page }) => {
  await page.goto(CHAPTER);
  await pieces(page).getByRole('button', { name: 'Where exactly: both off' }).click();
  await simplify(page).click();
  await expect(simplifier(page).getByRole('status')).toContainText('2 creases');
  await expectAccessible(page, { only: CHANGED });
});

test('axe finds nothing in a long list and a long panel', async ({ page }) => {
  await page.goto(network(3, 2, 5));
  await expect(page.getByRole('searchbox', { name: 'Filter' })).toBeVisible();
  await simplify(page).click();
  await expect(simplifier(page).getByRole('list')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, { only: CHANGED });
});

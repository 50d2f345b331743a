/** The verdict: its chosen range, its proof. */
import type { Page } from '@playwright/test';
import { test as fresh } from './fixtures.ts';
import { expect, test } from './lasting.ts';
import { derivation, diagram, type, verdict } from './stage.ts';

test('an input may be called like something that every record has', async ({ page }) => {
  await page.goto('./#v=1&in=constructor&at=1&y=1:0');
  await expect(verdict(page)).toContainText('Collapses to x constructor.');
  await expect(page.getByRole('spinbutton', { name: 'end of the range of constructor' })).toHaveValue('10');
});

const input = (page: Page, name: string) => diagram(page).getByRole('spinbutton', { name: `value of ${name}` });
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const redo = (page: Page) => page.getByRole('button', { name: /^Redo/ });
const proof = (page: Page) => page.locator('.witness').getByRole('listitem');

/** Six inputs and four layers of eight ReLU nodes, with numbers that look like nothing: it has more pieces than are counted. */
const LARGE = (() => {
  let last = 7;
  const number = () => ((last = (last * 48271) % 2147483647) % 19) - 9 || 4;
  const list = (length: number) => Array.from({ length }, number).join(',');
  const layers = [6, 8, 8, 8].map(
    (before, l) => `h${l + 1}=${Array.from({ length: 8 }, () => `${list(before)}:${number()}`).join(';')}`,
  );
  return `#v=1&in=E,H,G,A,B,C&at=${list(6)}&f=relu&${layers.join('&')}&y=${list(8)}:0`;
})();

for (const [size, hash, given] of [
  ['a small network', '#preset=chapter-8-relu', '−1.5'],
  [
    'a network that a worker looks at',
    '#v=1&in=E,G&at=1,-1.5&f=relu&h1=1,2:0;3,-1:1;-2,1:2;1,1:-1;2,5:3&h2=1,-2,3,1,1:1;2,1,-1,1,3:0;1,1,1,-3,2:-2;2,-1,4,1,1:1;1,3,-2,1,1:0&y=1,2,-1,3,1:0',
    '−1.5',
  ],
] as const) {
  fresh(
    `“Show me” goes to a proof once, and later edits leave the reader where they are: ${size}`,
    async ({ page }) => {
      await page.goto(`./${hash}`);
      await expect(verdict(page)).toContainText('Does not collapse');
      await expect(input(page, 'G')).toHaveValue(given);
      await page.getByRole('button', { name: 'Show me', exact: true }).click();
      await expect(proof(page)).toHaveCount(3);
      await expect(proof(page).nth(1)).toContainText('A linear model would give');
      await expect(input(page, 'G')).not.toHaveValue(given);
      const there = await input(page, 'G').inputValue();

      await type(input(page, 'G'), '7');
      const weight = diagram(page).getByRole('spinbutton', { name: 'weight from E to hidden node 1' }).first();
      await type(weight, '2.5');
      await expect(proof(page).nth(1)).toContainText('A linear model would give');
      await expect(input(page, 'G')).toHaveValue('7');
      await undo(page).click();
      await expect(proof(page).nth(1)).toContainText('A linear model would give');
      await expect(input(page, 'G')).toHaveValue('7');
      await redo(page).click();
      await expect(weight).toHaveValue('2.5');

      await page.getByRole('button', { name: 'Hide' }).click();
      await expect(proof(page)).toHaveCount(0);
      await undo(page).click();
      await page.getByRole('button', { name: 'Show me', exact: true }).click();
      await expect(input(page, 'G')).toHaveValue(there);
    },
  );
}

test('a search that was stopped after it had found two pieces has proved that it bends', async ({ page }) => {
  await page.goto(`./${LARGE}`);
  await expect(page.getByText(/^Looking for the pieces: at least [\d,]+ so far …$/)).toBeVisible();
  await derivation(page).getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText(/^Stopped\. At least/)).toBeVisible();
  await expect(verdict(page)).toHaveText('Does not collapse.');
  await expect(page.getByText('that is not decided.')).toBeVisible();
  await page.getByRole('button', { name: 'Show me', exact: true }).click();
  await expect(proof(page).nth(1)).toContainText('A linear model would give');
});

test('a step’s link keeps the chosen range', async ({ page }) => {
  await page.goto('./#preset=chapter-8&from=0,-2,0&to=10,7.5,10');
  await expect(page.getByRole('spinbutton', { name: 'end of the range of H' })).toHaveValue('7.5');
  await expect(page.getByRole('spinbutton', { name: 'start of the range of H' })).toHaveValue('−2');
  const link = page.getByRole('region', { name: 'Derivation' }).getByRole('link').nth(1);
  await link.focus();
  await expect(link).toHaveAttribute('href', /^#(?=.*&from=0,-2,0&to=10,7\.5,10)(?=.*&step=2)/);
});

test('the verdict follows in the frame of the edit', async ({ page }) => {
  await page.goto('./');
  const chip = diagram(page).getByRole('spinbutton', { name: 'weight from E to hidden node 1' });
  await chip.focus();
  const next = await chip.evaluate((field: HTMLInputElement) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
    return { value: field.value, verdict: document.querySelector('.verdict [role=status]')?.textContent };
  });
  expect(next).toEqual({ value: '0.6', verdict: 'Collapses to 21.2 x E plus 11 x H plus 18 x G plus 11.' });
});

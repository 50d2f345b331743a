/** Parts of the page that fail to come. A failed request is written to the console: these tests are not quiet. */
import { expect, test, type Locator, type Page } from '@playwright/test';

// It would have every part at hand.
test.use({ serviceWorkers: 'block' });

const FAILED = 'This part of the page has failed.';
const desk = (page: Page) => page.getByRole('group', { name: 'Weights and biases' });
const diagram = (page: Page) => page.getByRole('group', { name: 'Network diagram' });
const button = (page: Page, name: string) => page.locator('.stage').getByRole('button', { name, exact: true });

interface LatePart {
  readonly name: string;
  /** Of the script's file. */
  readonly file: string;
  readonly hash: string;
  readonly open: ((page: Page) => Promise<void>) | null;
  /** What is there when it has come. */
  readonly sign: (page: Page) => Locator;
}

const PARTS: readonly LatePart[] = [
  {
    name: 'the matrix form',
    file: 'matrix-lines',
    hash: '',
    open: (page) => button(page, 'Matrix form').click(),
    sign: (page) => page.locator('.stage .matrix').first(),
  },
  {
    name: 'the pieces',
    file: 'cases',
    hash: '#preset=chapter-8-relu',
    open: null,
    sign: (page) => page.getByRole('list', { name: 'Pieces' }).first(),
  },
  {
    name: 'the proof',
    file: 'witness',
    hash: '#preset=chapter-8-relu',
    open: (page) => button(page, 'Show me').click(),
    sign: (page) => page.locator('.witness li').first(),
  },
  {
    name: 'the simplest equal network',
    file: 'simplifier',
    hash: '',
    open: (page) => button(page, 'Simplest equal network').click(),
    sign: (page) => page.getByRole('region', { name: 'The simplest equal network' }),
  },
  {
    name: 'the panel of a node',
    file: 'node-panel',
    hash: '',
    open: (page) =>
      diagram(page)
        .getByRole('button', { name: /^Hidden node 1:/ })
        .click(),
    sign: (page) => page.getByRole('dialog', { name: 'Hidden node 1' }).getByRole('radio').first(),
  },
  {
    name: 'the sentence about a broken link',
    file: 'broken-link-notice',
    hash: '#v=1&in=E&y=x:0',
    open: null,
    sign: (page) => page.getByRole('button', { name: 'Open the chapter’s network' }),
  },
  {
    name: 'the sheet',
    file: 'sheet',
    hash: '#preset=chapter-8-relu',
    open: null,
    sign: (page) => page.locator('.stage .sheet-handle'),
  },
];

for (const { name, file, hash, open, sign } of PARTS) {
  test(`${name} may fail to come: the page stays, and it can be asked for again`, async ({ page }) => {
    const script = new RegExp(`/assets/${file}-[^/]*\\.js$`);
    await page.route(script, (route) => route.abort());
    await page.goto(`./${hash}`);
    await open?.(page);
    const alert = page.getByRole('alert').filter({ hasText: FAILED }).first();
    await expect(alert).toBeVisible();
    // The rest of it goes on.
    const weight = desk(page).getByRole('spinbutton').first();
    await expect(weight).toBeVisible();
    await page.unroute(script);
    // Others may have waited for the same script.
    const again = page.getByRole('button', { name: 'Try again' });
    while ((await again.count()) > 0) await again.first().click();
    await expect(sign(page)).toBeVisible();
    await expect(alert).toHaveCount(0);
  });
}

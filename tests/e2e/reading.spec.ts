/** A page that can't come alive reads all the same, and says so. */
import { test as plainTest, type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ waitsUntilLive: false });

async function expectReadable(page: Page, sentence: string): Promise<void> {
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // A link hides the stage until it is read, and nobody reads it here.
  for (const part of ['.card-network .node', '.card-derivation .line', '.verdict-sentence', '.switch-option'])
    await expect(page.locator(part).locator('visible=true').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'One neuron, up close' })).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-live');
}

for (const [feature, remove] of [
  ['popovers', () => Reflect.deleteProperty(HTMLElement.prototype, 'popover')],
  ['checkVisibility', () => Reflect.deleteProperty(Element.prototype, 'checkVisibility')],
  ['toSorted', () => Reflect.deleteProperty(Array.prototype, 'toSorted')],
  ['CSS.supports', () => Reflect.deleteProperty(CSS, 'supports')],
] as const) {
  test(`an old browser, without ${feature}`, async ({ page }) => {
    await page.addInitScript(remove);
    await page.goto('./#preset=xor');
    await expectReadable(page, 'Your browser is older than this page needs.');
  });
}

// The browser writes a request that fails, and an error, to the console: these are not quiet.
plainTest.describe('without its script', () => {
  // The worker would have it at hand.
  plainTest.use({ serviceWorkers: 'block' });

  plainTest('because it does not come', async ({ page }) => {
    await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.abort());
    await page.goto('./#preset=xor');
    await expectReadable(page, 'This page did not load fully.');
  });

  plainTest('because it throws', async ({ page }) => {
    await page.route(/\/assets\/index-[^/]*\.js$/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("a fault")' }),
    );
    await page.goto('./#preset=xor');
    await expectReadable(page, 'This page did not load fully.');
  });
});

test('a page that comes alive says nothing of it', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('data-live');
  await expect(page.locator('.only-read').locator('visible=true')).toHaveCount(0);
});

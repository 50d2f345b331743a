import { expect, expectAccessible, test } from './fixtures.ts';

test('opens, with one main heading', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle('Crease: why do neural networks need activation functions?');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

for (const theme of ['light', 'dark'] as const) {
  test(`has no accessibility violation in the ${theme} theme of the system`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('./');
    // The article shows itself when its styles have come.
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  });
}

test('a chosen theme is there before the first paint', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('crease-theme', 'dark'));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('scrolls in one direction only', async ({ page }) => {
  await page.goto('./');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('hydration changes nothing in the HTML of the build', async ({ page }) => {
  await page.goto('./');
  const heading = page.getByRole('heading', { level: 1 });
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('root') ?? {}).some((k) => k.startsWith('__react')),
  );
  await expect(heading).toBeVisible();
  const served = await (await page.request.get('./')).text();
  const root = await page.evaluate((html) => {
    const text = (node: Element | null) => node?.textContent;
    const built = new DOMParser().parseFromString(html, 'text/html').getElementById('root');
    return { built: text(built), live: text(document.getElementById('root')) };
  }, served);
  expect(root.live).toBe(root.built);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page can be read', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

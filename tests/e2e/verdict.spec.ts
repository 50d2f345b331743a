/** The verdict: its chosen range, its proof. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const verdict = (page: Page) => page.getByRole('status', { name: 'Verdict' });

test('an input may be called like something that every record has', async ({ page }) => {
  await page.goto('./#v=1&in=constructor&at=1&y=1:0');
  await expect(verdict(page)).toContainText('Collapses to x_constructor.');
  await expect(page.getByRole('spinbutton', { name: 'end of the range of constructor' })).toHaveValue('10');
});

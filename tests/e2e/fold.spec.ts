/** The network folds up: by itself, by a button, by a slider, and as far as its activations let it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { derivation, diagram, E_TO_1, frame, live } from './stage.ts';

const card = (page: Page) => page.locator('.card');
const slider = (page: Page) => derivation(page).getByRole('slider', { name: 'How far it is folded' });
const button = (page: Page, name: string) => derivation(page).getByRole('button', { name, exact: true });
/** Keeps the steps that it is on the way to. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const step = document.querySelector<HTMLElement>('.card')?.dataset['folding'];
      if (step !== undefined) seen.add(step);
    }).observe(document, { subtree: true, attributeFilter: ['data-folding'] });
  });
  return () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
}
const folded = (page: Page) => slider(page).evaluate((input: HTMLInputElement) => input.valueAsNumber);

/** Starts the motion and holds it as soon as it moves, in the page: a click from here may come when it is over. */
const holdOnTheWay = (page: Page) =>
  derivation(page).evaluate(async (part) => {
    const named = (name: string) =>
      [...part.querySelectorAll('button')].find((button) => button.textContent.trim() === name);
    const way = part.querySelector<HTMLInputElement>('input[type=range]');
    if (!way) throw new Error('no slider');
    named('Fold it up')?.click();
    while (way.valueAsNumber === 0) await new Promise(requestAnimationFrame);
    named('Pause')?.click();
    while (named('Pause')) await new Promise(requestAnimationFrame);
    return way.valueAsNumber;
  });

test('runs, holds, goes anywhere by the slider, ends as its last step, and opens again; nothing is shifted', async ({
  page,
  context,
}) => {
  await page.goto('./');
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as unknown as { sources: { node: Node | null }[] }[])
        for (const { node } of sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          // The factor that comes into a chip moves its number.
          if (element && !element.closest('.chip')) shifts.push(element.className);
        }
    }).observe({ type: 'layout-shift' });
  });
  await expect(page.locator('.fold-terms')).toBeAttached();
  const held = await holdOnTheWay(page);
  expect(held).toBeLessThan(3);
  await frame(page);
  expect(await folded(page)).toBe(held);

  // On the way the numbers fly; the end is the step itself, as a link opens it.
  await slider(page).fill('2.5');
  await expect(diagram(page).locator('.fold-number').first()).toBeVisible();
  await expect(page.locator('.fold-term').first()).toBeVisible();
  await slider(page).fill('3');
  await expect(card(page)).not.toHaveAttribute('data-folding');
  await expect(page).toHaveURL(/step=3/);
  const fresh = await context.newPage();
  await fresh.goto(page.url());
  await live(fresh);
  await expect(button(fresh, 'Unfold it')).toBeVisible();
  const seen = (which: Page) => Promise.all([diagram(which), derivation(which)].map((part) => part.innerText()));
  await expect(diagram(fresh).getByText('21', { exact: true })).toBeVisible();
  // What folds away fades for a moment.
  await expect(async () => expect(await seen(page)).toEqual(await seen(fresh))).toPass();
  await page.bringToFront();

  await button(page, 'Unfold it').click();
  await expect(button(page, 'Fold it up')).toBeVisible();
  await expect(diagram(page).getByRole('spinbutton', { name: E_TO_1 })).toBeVisible();
  expect(await folded(page)).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
});

test('with ReLU it jams at the nodes that hold their terms, and goes no further by hand', async ({ page }) => {
  const seen = await watch(page);
  await page.goto('./#preset=chapter-8-relu');
  await expect(page.locator('.fold-terms')).toBeAttached();
  await button(page, 'Fold it up').click();
  await expect(button(page, 'Unfold it')).toBeVisible();
  expect(await seen()).toEqual(['1', '2']);
  expect(await folded(page)).toBeCloseTo(1.4, 5);
  await expect(derivation(page).locator('.held-step')).toBeVisible();
  await expect(diagram(page).getByText('holds its terms')).toHaveCount(2);
  await slider(page).fill('1');
  await slider(page).fill('2.8');
  expect(await folded(page)).toBeCloseTo(1.4, 5);
  await expect(diagram(page).locator('.fold-number')).toHaveText(['2', '5']);
});

test('for those who want nothing to move it is folded at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const seen = await watch(page);
  await page.goto('./');
  await button(page, 'Fold it up').click();
  await expect(diagram(page).getByText('21', { exact: true })).toBeVisible();
  await expect(derivation(page).getByRole('link', { name: 'Combine' })).toHaveAttribute('aria-current', 'step');
  expect(await seen()).toEqual([]);
  // Another network has more steps: the slider goes as far as the link says.
  await page.evaluate(() => (location.hash = 'preset=deep-linear&step=9'));
  await expect(slider(page)).toHaveValue('9');
});

test.describe('at the first visit', () => {
  test.use({ hasSeenFold: false });

  test('it folds once by itself and opens again, and the address is left alone', async ({ page }) => {
    const seen = await watch(page);
    await page.goto('./');
    const { hash } = new URL(page.url());
    await expect.poll(seen).toContain('3');
    await expect(button(page, 'Fold it up')).toBeVisible();
    await expect(card(page)).not.toHaveAttribute('data-folding');
    expect(new URL(page.url()).hash).toBe(hash);
    expect(await page.evaluate(() => localStorage.getItem('crease-folded'))).toBe('1');
  });
});

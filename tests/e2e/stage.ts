/** The parts of the page, and what a reader does with them, for every spec. */
import { expect, type Locator, type Page } from '@playwright/test';
import { draws } from './window-draws.ts';

export const desk = (page: Page) => page.getByRole('group', { name: 'Weights and biases' });
/** The desk shows one node at a time: this one from now on. */
export async function takeInHand(page: Page, node: string): Promise<void> {
  await desk(page)
    .locator('label', { has: page.getByRole('radio', { name: node, exact: true }) })
    .click();
}
export const diagram = (page: Page) => page.getByRole('group', { name: 'Network diagram' });
export const derivation = (page: Page) => page.getByRole('region', { name: 'Derivation' });
export const verdict = (page: Page) => page.getByRole('status', { name: 'Verdict' });

export const E_TO_1 = 'weight from E to hidden node 1';

/** One of the switches of how the page looks, in its panel. */
export async function turn(page: Page, name: 'Hide the answers' | 'Projector' | 'Dark theme'): Promise<void> {
  const opener = page.getByRole('banner').getByRole('button', { name: 'Answers, projector, theme' });
  await opener.click();
  await page.getByRole('switch', { name }).click();
  await page.keyboard.press('Escape');
  // The focus goes back: what is typed before that would be lost.
  await expect(opener).toBeFocused();
}

/** Until the page answers, and has read its link. */
export async function live(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-live');
}

/** Until a file of the build has come, by the beginning of its name. */
export async function came(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await expect.poll(() => hasCome(page, name), { message: name }).toBe(true);
}

export function hasCome(page: Page, name: string): Promise<boolean> {
  return page.evaluate(
    // The build puts a hash of eight characters behind it.
    (start) =>
      performance.getEntriesByType('resource').some(
        (entry) =>
          entry.name
            .split('/')
            .at(-1)
            ?.replace(/-.{8}\.\w+$/, '') === start,
      ),
    name,
  );
}

/** Until what was done has been drawn. */
export async function frame(page: Page): Promise<void> {
  await draws(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

export async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to drag');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export interface Hand {
  readonly down: (x: number, y: number) => Promise<unknown>;
  readonly move: (x: number, y: number) => Promise<unknown>;
  readonly up: () => Promise<unknown>;
}

/** A finger where the screen is for fingers, else the mouse. */
export async function hand(page: Page): Promise<Hand> {
  if (!(await page.evaluate(() => navigator.maxTouchPoints > 0))) {
    const { mouse } = page;
    return {
      down: (x, y) => mouse.move(x, y).then(() => mouse.down()),
      move: (x, y) => mouse.move(x, y),
      up: () => mouse.up(),
    };
  }
  const client = await page.context().newCDPSession(page);
  const send = (type: string, touchPoints: readonly { x: number; y: number }[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints } as never);
  return {
    down: (x, y) => send('touchStart', [{ x, y }]),
    move: (x, y) => send('touchMove', [{ x, y }]),
    up: () => send('touchEnd', []),
  };
}

/** Drags through so many px to the right of the middle, each on a frame of its own. */
export async function drag(target: Locator, offsets: readonly number[]): Promise<void> {
  const page = target.page();
  const { x, y } = await middleOf(target);
  const { down, move, up } = await hand(page);
  await down(x, y);
  for (const dx of offsets) {
    await move(x + dx, y);
    await frame(page);
  }
  await up();
}

/** So many px, a part at a time. */
export const through = (dx: number) => Array.from({ length: 6 }, (_, i) => (dx * (i + 1)) / 6);

/** Until the sections of the article that are on the screen answer; or all of them. */
export async function sectionsAlive(page: Page, which: 'seen' | 'all' = 'all'): Promise<void> {
  await page.waitForFunction(
    (areAll) =>
      [...document.querySelectorAll('.chapter > .section')].every((section) => {
        const { top, bottom } = section.getBoundingClientRect();
        const isAlive = Object.keys(section).some((key) => key.startsWith('__react'));
        return isAlive || (!areAll && (bottom <= 0 || top >= innerHeight));
      }),
    which === 'all',
  );
}

/** Comes near every part of the page, so that each is drawn. */
export async function readToTheEnd(page: Page): Promise<void> {
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < (await height()); y += 500) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await sectionsAlive(page, 'seen');
    await frame(page);
  }
}

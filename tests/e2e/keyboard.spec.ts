import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const desk = (page: Page) => page.getByRole('group', { name: 'Weights and biases' });
const diagram = (page: Page) => page.getByRole('group', { name: 'Network diagram' });
const derivation = (page: Page) => page.getByRole('region', { name: 'Derivation' });

const E_TO_1 = 'weight from E to hidden node 1';

test('in a field the keys of a text are the text’s: none changes the number before Enter', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'View of the sheet' }).click();
  const end = page.getByRole('dialog', { name: 'View of the sheet' }).getByRole('spinbutton').first();
  await expectText(page, end);
  await page.keyboard.press('Escape');
  await expect(end).toBeHidden();
  for (const field of [
    desk(page).getByRole('spinbutton', { name: E_TO_1 }),
    diagram(page).getByRole('spinbutton', { name: E_TO_1 }),
    diagram(page).getByRole('spinbutton', { name: 'value of H' }),
    derivation(page).getByRole('spinbutton', { name: E_TO_1 }),
    page.getByRole('spinbutton', { name: 'end of the range of E' }),
    page.getByRole('spinbutton', { name: 'weight of E in this neuron' }).first(),
  ]) {
    await expectText(page, field);
  }
});

/** Types at both ends, selects, and takes it all back: as in any field for text. */
async function expectText(page: Page, field: Locator): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const caret = () =>
    field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd, input.value.length]);
  await field.click();
  const before = await field.inputValue();
  const spoken = await field.getAttribute('aria-valuetext');
  await press('ArrowLeft');
  expect((await caret()).slice(0, 2)).toEqual([0, 0]);
  await press('Shift+End');
  expect(await caret()).toEqual([0, before.length, before.length]);
  await press('ArrowRight', 'Shift+Home');
  expect(await caret()).toEqual([0, before.length, before.length]);
  await press('Home', '-', 'End', '5', 'Home', 'Delete', 'Delete', 'ArrowRight', 'Backspace');
  await expect(field).toHaveValue(`-${before}5`.slice(3));
  await press('Control+a', '7');
  await expect(field).toHaveValue('7');
  await expect(field).toHaveAttribute('aria-valuetext', spoken ?? '');
  await press('Escape');
  await expect(field).toHaveValue(before);
  await expect(field).toHaveAttribute('aria-valuetext', spoken ?? '');
}

interface Stop {
  readonly name: string;
  readonly part: string;
  readonly isVisible: boolean;
}

/** What has the focus, and whether it can be seen that it has. */
function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const part = element.closest('.header, .stage-head, .card > *, .story');
    const { width, height, left, top, right, bottom } = element.getBoundingClientRect();
    const onScreen = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    // A control that is drawn by another shows the focus on that one.
    const drawnBy = (element as HTMLInputElement).labels?.[0] ?? element.parentElement;
    const isOutlined = [element, ...(drawnBy?.querySelectorAll('*') ?? []), element.parentElement].some((shown) => {
      if (!shown) return false;
      const { outlineStyle, opacity } = getComputedStyle(shown);
      return outlineStyle !== 'none' && opacity !== '0';
    });
    return {
      name: element.getAttribute('aria-label') ?? element.textContent.trim(),
      part: part?.className.split(' ')[0] ?? '',
      isVisible: width > 0 && height > 0 && onScreen && isOutlined,
    };
  });
}

/** By Tab, or with Shift. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', until: (stop: Stop) => boolean): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (until(stop)) return stops;
    stops.push(stop);
    if (stops.length > 100) throw new Error(`no way out: ${stops.map(({ name }) => name).join(', ')}`);
  }
}

test('40 stops at most lead to the story, all seen, in the order of the page, and back again', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('.card-sheet .sheet-handle')).toBeAttached();
  const there = await walk(page, 'Tab', ({ part }) => part === 'story');
  expect(there.length).toBeLessThanOrEqual(40);
  expect(there.filter(({ isVisible }) => !isVisible)).toEqual([]);

  // From top to bottom, from left to right.
  const parts = [
    ...new Set(there.map(({ part }) => part).filter((part) => part.startsWith('card') || part === 'verdict')),
  ];
  const places = await page.evaluate(
    (names) =>
      names.map((name) => {
        const { top, left } = document.querySelector(`.card > .${name}`)?.getBoundingClientRect() ?? {};
        return { name, top: Math.round(top ?? NaN), left: Math.round(left ?? NaN) };
      }),
    parts,
  );
  expect(places.map(({ name }) => name)).toEqual(
    places.toSorted((p, q) => p.top - q.top || p.left - q.left).map(({ name }) => name),
  );
  expect(parts).toHaveLength(5);

  const back = await walk(page, 'Shift+Tab', ({ name }) => name === there[0]?.name);
  expect(back.map(({ name }) => name)).toEqual(
    there
      .slice(1)
      .map(({ name }) => name)
      .toReversed(),
  );
});

test('arrow keys reach every number of a group, and Tab leaves it from everywhere', async ({ page }) => {
  await page.goto('./');
  for (const [first, group, rest] of [
    [diagram(page).getByRole('spinbutton', { name: 'value of E' }), 'diagram', 5],
    [diagram(page).getByRole('button', { name: 'Hidden node 1' }), 'diagram', 4],
    [desk(page).getByRole('spinbutton', { name: E_TO_1 }), 'desk-node', 3],
    [derivation(page).getByRole('spinbutton').first(), 'formula', 10],
    [page.getByRole('spinbutton', { name: 'end of the range of E' }), 'chosen-range', 2],
  ] as const) {
    await first.focus();
    const seen = new Set([(await focused(page)).name]);
    for (let i = 0; i < rest; i++) {
      await page.keyboard.press('ArrowRight');
      seen.add((await focused(page)).name);
    }
    expect(seen.size, group).toBe(rest + 1);
    const last = (await focused(page)).name;
    // It ends there.
    await page.keyboard.press('ArrowRight');
    expect((await focused(page)).name).toBe(last);
    await page.keyboard.press('Tab');
    expect(seen).not.toContain((await focused(page)).name);
    // And it is come back to where it was left.
    await page.keyboard.press('Shift+Tab');
    expect((await focused(page)).name).toBe(last);
  }
});

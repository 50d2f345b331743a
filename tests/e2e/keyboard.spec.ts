import type { Locator, Page } from '@playwright/test';
import { test as fresh } from './fixtures.ts';
import { expect, test } from './lasting.ts';
import { derivation, desk, diagram, E_TO_1 } from './stage.ts';

test('in a field the keys of a text are the text’s: none changes the number before Enter', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'with a keyboard');
  await page.goto('./');
  await page.locator('.stage').getByRole('button', { name: 'View of the sheet' }).click();
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
  const said = () =>
    field.evaluate((input) => ['aria-valuenow', 'aria-valuetext'].map((name) => input.getAttribute(name)));
  const saidBefore = await said();
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
  expect(await said()).toEqual(saidBefore);
  await press('Escape');
  await expect(field).toHaveValue(before);
  expect(await said()).toEqual(saidBefore);
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
      part: part ? ([...part.classList].find((name) => name !== 'screen-only') ?? '') : '',
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

fresh('40 stops at most lead to the story, all seen, in the order of the page, and back again', async ({ page }) => {
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
    [page.getByRole('spinbutton', { name: 'start of the range of E' }), 'chosen-range', 5],
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

test('the field that comes to a number of a formula has gone before the reader can come back', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'with a keyboard');
  await page.goto('./');
  await derivation(page).getByRole('spinbutton', { name: 'bias of output' }).focus();
  const isLeft = await derivation(page)
    .locator('input:focus')
    .evaluate(async (input: HTMLInputElement) => {
      document.querySelector<HTMLElement>('.desk-pick input')?.focus();
      await Promise.resolve();
      // Else the focus would come to it, and go with it, to nobody.
      return document.activeElement !== input && !input.isConnected;
    });
  expect(isLeft).toBe(true);
});

test('skip links lead past the network and leave the address alone', async ({ page }) => {
  await page.goto('./#v=1&in=E&at=1&h1=2:1&y=3:0');
  const address = page.url();
  for (const [name, to] of [
    ['Skip to the network', '#network'],
    ['Skip to the story', '#story'],
    ['Skip the network', '#story'],
  ] as const) {
    const link = page.getByRole('link', { name, exact: true });
    await link.focus();
    await expect(link).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(page.locator(to)).toBeFocused();
    await expect(page.locator(to)).toBeInViewport();
    expect(page.url()).toBe(address);
  }
  await page.keyboard.press('Tab');
  expect((await focused(page)).part).toBe('story');
});

test('a number that is longer than its field is whole while it is worked on', async ({ page }) => {
  const long = '0.1234567890123456789';
  await page.goto(`./#v=1&in=E,H&at=${long},1&f=relu&h1=${long},1:${long};-1,0.000000001:0&y=${long},1:0`);
  for (const field of [
    desk(page).getByRole('spinbutton', { name: E_TO_1 }),
    desk(page).getByRole('spinbutton', { name: 'bias of hidden node 1' }),
    diagram(page).getByRole('spinbutton', { name: E_TO_1 }),
    diagram(page).getByRole('spinbutton', { name: 'value of E' }),
    derivation(page).getByRole('spinbutton', { name: E_TO_1 }).first(),
  ]) {
    await field.focus();
    const value = await field.inputValue();
    await page.keyboard.press('End');
    await page.keyboard.type('1');
    await expect(field).toHaveValue(`${value}1`);
    expect(await field.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
    await expect(field).toBeInViewport({ ratio: 0.98 });
    await page.keyboard.press('Escape');
  }
});

test('a phone’s pad of digits gets a sign and a fraction, and no field is too small to be read', async ({
  page,
  isMobile,
}) => {
  await page.goto('./');
  const field = desk(page).getByRole('spinbutton', { name: E_TO_1 });
  const sign = page.getByRole('button', { name: 'change the sign' });
  await field.scrollIntoViewIfNeeded();
  if (!isMobile) {
    await field.click();
    await expect(sign).toBeHidden();
    return;
  }
  await field.tap();
  expect(await field.getAttribute('inputmode')).toBe('decimal');
  await sign.tap();
  await expect(field).toHaveValue('−0.5');
  await sign.tap();
  await expect(field).toHaveValue('0.5');
  await sign.tap();
  await page.getByRole('button', { name: 'over: a fraction' }).tap();
  await page.keyboard.type('3');
  await expect(field).toHaveValue('−0.5/3');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('−1/6');
  const small = await page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>('input:not([type=radio], [type=range], [type=checkbox]), select'),
      ].filter((element) => {
        element.focus({ preventScroll: true });
        return element === document.activeElement && parseFloat(getComputedStyle(element).fontSize) < 16;
      }).length,
  );
  expect(small).toBe(0);
});

test('the verdict is announced once, when the keys rest, as it is said aloud', async ({ page }) => {
  await page.goto('./');
  // It comes when the page is quiet.
  await expect(page.locator('.stage > [aria-live=polite]')).toBeAttached();
  await page.evaluate(() => {
    const region = document.querySelector('.stage > [aria-live=polite]');
    if (!region) throw new Error('nothing announces the verdict');
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => {
      if (region.textContent) heard.push(region.textContent);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await desk(page).getByRole('spinbutton', { name: E_TO_1 }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp');
  await expect.poll(heard).toEqual(['Collapses to 21.6 x E plus 11 x H plus 18 x G plus 11.']);
});

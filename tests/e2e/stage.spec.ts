import type { Locator, Page } from '@playwright/test';
import { PRESETS } from '../../src/state/preset.ts';
import { LOOK_AT } from '#words/preset-captions.ts';
import { expect, expectAccessible, test as fresh } from './fixtures.ts';
import { test } from './lasting.ts';
import { derivation, desk, diagram, drag, E_TO_1, frame, middleOf, type, verdict } from './stage.ts';

const switchTo = (page: Page, name: 'Linear' | 'ReLU') =>
  page.getByRole('radiogroup', { name: 'Activation function' }).first().getByRole('radio', { name }).check();

/** Drags with the mouse from the middle of an element by so many pixels. */
async function dragBy(page: Page, target: Locator, dx: number): Promise<void> {
  const { x, y } = await middleOf(target);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) await page.mouse.move(x + (dx * i) / 8, y);
  await page.mouse.up();
}

test('without a click the chapter is there: network, Linear, derivation, verdict', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('radio', { name: 'Linear' }).first()).toBeChecked();
  await expect(verdict(page)).toHaveText(/Collapses to 21 x E plus 11 x H plus 18 x G plus 11/);
  for (const line of [
    'y hat equals 2 times the quantity 0.5 x E plus 3 x H plus 4 x G plus 0.5, plus 5 times the quantity 4 x E plus x H plus 2 x G plus 1, plus 5',
    'y hat equals x E plus 6 x H plus 8 x G plus 1 plus 20 x E plus 5 x H plus 10 x G plus 5 plus 5',
    'y hat equals 21 x E plus 11 x H plus 18 x G plus 11',
  ]) {
    await expect(
      derivation(page)
        .getByRole('group', { name: line, exact: true })
        .or(derivation(page).getByRole('math', { name: line, exact: true })),
    ).toBeVisible();
  }
});

test('a weight is typed in every form that people write; a wrong entry keeps the old value', async ({ page }) => {
  await page.goto('./');
  const field = desk(page).getByRole('spinbutton', { name: E_TO_1 });
  for (const [typed, shown, coefficient] of [
    ['1/3', '1/3', '62 over 3 times'],
    ['0,5', '0.5', '21'],
    ['1e-3', '0.001', '20.002'],
    ['−2', '−2', '16'],
    ['.5', '0.5', '21'],
    ['-3', '−3', '14'],
  ] as const) {
    await type(field, typed);
    await expect(field).toHaveValue(shown);
    await expect(verdict(page)).toContainText(`Collapses to ${coefficient} x E`);
  }
  await type(field, 'abc');
  await expect(page.getByRole('alert')).toContainText('can’t be part of a number');
  await expect(verdict(page)).toContainText('Collapses to 14 x E');
  await field.press('Escape');
  await expect(field).toHaveValue('−3');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('0.1 and 0.2 add up to 0.3', async ({ page }) => {
  await page.goto('./#v=1&in=A,B&at=1,1&h1=0.1,0:0;0.2,0:0&y=1,1:0');
  await expect(verdict(page)).toContainText('Collapses to 0.3 x A.');
});

test('arrow keys step, with Shift ten steps, with Alt a tenth; on a slider Home and End go to the ends', async ({
  page,
}) => {
  await page.goto('./');
  for (const control of [
    desk(page).getByRole('slider', { name: E_TO_1 }),
    desk(page).getByRole('spinbutton', { name: E_TO_1 }),
    diagram(page).getByRole('spinbutton', { name: E_TO_1 }),
    derivation(page).getByRole('spinbutton', { name: E_TO_1 }),
  ]) {
    const value = desk(page).getByRole('spinbutton', { name: E_TO_1 });
    await control.focus();
    await control.press('ArrowUp');
    await expect(value).toHaveValue('0.6');
    await control.press('Shift+ArrowUp');
    await expect(value).toHaveValue('1.6');
    await control.press('Alt+ArrowUp');
    await expect(value).toHaveValue('1.61');
    if ((await control.getAttribute('role')) !== 'spinbutton') {
      await control.press('End');
      await expect(value).toHaveValue('10');
      await control.press('Home');
      await expect(value).toHaveValue('−10');
    }
    await expect(control).toBeFocused();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect(value).toHaveValue('0.5');
  }
});

test('a drag on the edge, on the slider and in the equation moves everything; one drag is one undo step', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'the mouse; touch has its own test');
  await page.goto('./');
  const value = desk(page).getByRole('spinbutton', { name: E_TO_1 });
  for (const target of [
    diagram(page).getByRole('spinbutton', { name: E_TO_1 }),
    derivation(page).getByRole('spinbutton', { name: E_TO_1 }),
    desk(page).getByRole('slider', { name: E_TO_1 }),
  ]) {
    await dragBy(page, target, 40);
    await expect(value).not.toHaveValue('0.5');
    await expect(verdict(page)).not.toContainText('Collapses to 21 x E');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(value).toHaveValue('0.5');
    await expect(verdict(page)).toContainText('Collapses to 21 x E');
  }
});

test('keys reach every number of the largest network in the diagram, wherever the pointer rests', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a pointer that rests is a mouse');
  const node = (weights: number) => `${Array.from({ length: weights }, (_, i) => i + 1).join(',')}:1`;
  const eight = (weights: number) => Array.from({ length: 8 }, () => node(weights)).join(';');
  await page.clock.install();
  await page.goto(`./#v=1&in=A,B,C,D,E,F&h1=${eight(6)}&h2=${eight(8)}&y=${node(8)}`);
  await diagram(page).getByRole('button', { name: 'Drawing' }).click();
  await diagram(page).getByRole('button', { name: 'Hidden node 2.3' }).hover();
  await page.clock.fastForward(1000);
  await diagram(page).getByRole('button', { name: 'Hidden node 1.1' }).focus();
  const reached = new Set<string>();
  // Tab goes from node to node, the right arrow from number to number of one.
  for (;;) {
    const names = await page.evaluate(async () => {
      const seen: string[] = [];
      for (let last: Element | null = null; document.activeElement !== last;) {
        last = document.activeElement;
        if (!last?.closest('.diagram')) break;
        seen.push(last.getAttribute('aria-label') ?? '');
        last.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
        await new Promise((go) => setTimeout(go));
      }
      return seen;
    });
    if (names.length === 0) break;
    for (const name of names) reached.add(name);
    await page.keyboard.press('Tab');
  }
  const numbers = [...reached].filter((name) => /^(weight|bias)/.test(name));
  expect(numbers).toHaveLength(8 * 7 + 8 * 9 + 9);

  // And it can be changed there, also while the pointer passes over another node.
  const last = diagram(page).getByRole('spinbutton', { name: 'weight from hidden node 2.1 to output' });
  await diagram(page)
    .getByRole('button', { name: /^Output/ })
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(last).toBeFocused();
  await page.mouse.move(2, 2);
  await diagram(page).getByRole('button', { name: 'Hidden node 1.5' }).hover();
  await page.keyboard.press('ArrowUp');
  await expect(last).toHaveValue('1.1');
  // However long it rests there.
  await page.clock.fastForward(1000);
  await expect(last).toBeFocused();
});

fresh('a drag of a chip, of the slider and of the edge can be taken back with Escape', async ({ page, isMobile }) => {
  test.skip(isMobile, 'needs a keyboard beside the pointer');
  await page.goto('./');
  const value = desk(page).getByRole('spinbutton', { name: E_TO_1 });
  const edge = page.locator('.edge-hit').first();
  for (const place of [
    await middleOf(diagram(page).getByRole('spinbutton', { name: E_TO_1 })),
    await middleOf(desk(page).getByRole('slider', { name: E_TO_1 })),
    await edge.evaluate((path: SVGPathElement) => {
      const point = path.getPointAtLength(0.8 * path.getTotalLength());
      const { x, y } = point.matrixTransform(path.getScreenCTM() as DOMMatrix);
      return { x, y };
    }),
  ]) {
    await page.mouse.move(place.x, place.y);
    await page.mouse.down();
    await page.mouse.move(place.x + 80, place.y, { steps: 5 });
    await expect(value).not.toHaveValue('0.5');
    await page.keyboard.press('Escape');
    await expect(value).toHaveValue('0.5');
    // The button is still down.
    await page.mouse.move(place.x - 40, place.y, { steps: 5 });
    await page.mouse.up();
    await expect(value).toHaveValue('0.5');
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  }
  // A slider that was taken back can be dragged again, beyond its end too.
  const slider = await middleOf(desk(page).getByRole('slider', { name: E_TO_1 }));
  await page.mouse.move(slider.x, slider.y);
  await page.mouse.down();
  await page.mouse.move(slider.x + 40, slider.y, { steps: 5 });
  await page.mouse.move(slider.x + 900, slider.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(value).toHaveValue('10');
  await page.mouse.move(slider.x, slider.y, { steps: 5 });
  await expect(value).toHaveValue('10');
});

test('a finger drags a weight sideways', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'touch');
  await page.goto('./');
  await drag(diagram(page).getByRole('spinbutton', { name: E_TO_1 }), [8, 16, 24, 32, 40, 48]);
  await expect(desk(page).getByRole('spinbutton', { name: E_TO_1 })).not.toHaveValue('0.5');
});

test('ReLU: the same weights, the pieces as cases, and still one model on inputs >= 0', async ({ page, isMobile }) => {
  await page.goto('./');
  await switchTo(page, 'ReLU');
  await expect(desk(page).getByRole('spinbutton', { name: E_TO_1 })).toHaveValue('0.5');
  await expect(verdict(page)).toContainText('Does not collapse: two creases, four flat pieces.');
  await expect(verdict(page)).toContainText('is still 21 x E plus 11 x H plus 18 x G plus 11 there');
  const cases = derivation(page).getByRole('list', { name: 'Pieces' }).getByRole('listitem');
  await expect(cases).toHaveCount(4);
  await expect(cases.first()).toHaveAttribute('aria-current', 'true');
  if (!isMobile) {
    // Nothing of the verdict is below the fold; on a small screen what is dragged stands beside the sheet that it changes.
    for (const [height, parts] of [
      [900, '.verdict'],
      [768, '.card-network, .card-sheet, .desk-node'],
    ] as const) {
      await page.setViewportSize({ width: height === 900 ? 1440 : 1024, height });
      await frame(page);
      const ends = await page
        .locator('.stage')
        .locator(parts)
        .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().bottom));
      for (const end of ends) expect(end).toBeLessThanOrEqual(height);
    }
  }
  await type(diagram(page).getByRole('spinbutton', { name: 'value of G' }), '-3');
  await expect(derivation(page).locator('[aria-current=true]').getByText('only node 2 on').first()).toBeVisible();
});

test('steps: arrow keys and links; Combine dissolves the hidden nodes into 21, 11, 18 and 11', async ({ page }) => {
  await page.goto('./');
  const links = derivation(page).getByRole('link');
  await links.nth(0).click();
  await expect(links.nth(0)).toHaveAttribute('aria-current', 'step');
  await links.nth(1).click();
  await links.nth(1).press('ArrowRight');
  await expect(links.nth(2)).toHaveAttribute('aria-current', 'step');
  await expect(links.nth(2)).toBeFocused();
  for (const text of ['21', '11', '18'])
    await expect(diagram(page).getByText(text, { exact: true }).first()).toBeVisible();
  await expect(diagram(page).getByRole('spinbutton', { name: E_TO_1 })).toBeHidden();
  await links.nth(2).press('ArrowLeft');
  await expect(diagram(page).getByRole('spinbutton', { name: E_TO_1 })).toBeVisible();
  await expect(page).toHaveURL(/step=2/);
  await page.reload();
  await expect(links.nth(1)).toHaveAttribute('aria-current', 'step');
});

test('what dissolves at Combine hands its focus to the link of the step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#preset=chapter-8');
  const combine = derivation(page).getByRole('link', { name: 'Combine' });
  const node = diagram(page).getByRole('button', { name: 'Hidden node 1' });
  const chip = (name: string) => diagram(page).getByRole('spinbutton', { name });
  const combineAt = async (target: Locator, timeout?: number) => {
    await target.focus();
    await page.evaluate(() => (location.hash = '#preset=chapter-8&step=3'));
    await expect(combine).toBeFocused({ ...(timeout && { timeout }) });
  };
  // What sees to it comes while the page is quiet.
  await expect(async () => {
    await page.evaluate(() => (location.hash = '#preset=chapter-8'));
    await combineAt(node, 500);
  }).toPass();
  await page.evaluate(() => (location.hash = '#preset=chapter-8'));
  for (const target of [node, chip(E_TO_1), chip('weight from hidden node 2 to output'), chip('bias of output')]) {
    await combineAt(target);
    await page.goBack();
    await target.focus();
    await page.goForward();
    await expect(combine).toBeFocused();
    await page.evaluate(() => (location.hash = '#preset=chapter-8'));
    await expect(target).toBeVisible();
  }
  // By its own panel, which closes over a node that is gone.
  await page.evaluate(() => (location.hash = '#preset=chapter-8-relu&step=3'));
  await expect(derivation(page).locator('.held-step')).toBeVisible();
  await node.focus();
  await page.keyboard.press('Enter');
  const linear = page.getByRole('dialog', { name: 'Hidden node 1' }).getByRole('radio', { name: 'Linear' });
  await linear.check();
  await expect(linear).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(combine).toBeFocused();
});

// A finger of the test before may still point at something.
fresh('an input is renamed by keyboard and by mouse, and nothing stays lit', async ({ page, isMobile }) => {
  await page.goto('./');
  const input = (name: string) => diagram(page).getByRole('button', { name: `Input x ${name}:` });
  const rename = async (from: string, to: string) => {
    const panel = page.getByRole('dialog', { name: new RegExp(`^Input.*${from}$`) });
    await panel.getByRole('textbox').fill(to);
    await page.keyboard.press('Enter');
    await expect(page.locator(':popover-open')).toHaveCount(0);
    await expect(input(to)).toBeFocused();
  };
  const lit = page.locator('.card [data-lit], [data-brushing]');
  const leave = async () => {
    await page.mouse.move(2, 2);
    await input('E2').or(input('E3')).first().blur();
  };

  await input('E').focus();
  await expect(lit).not.toHaveCount(0);
  await page.keyboard.press('Enter');
  await rename('E', 'E2');
  await leave();
  await expect(lit).toHaveCount(0);

  if (isMobile) return;
  // The pointer stays where it is, and what it points at gets another name.
  await input('E2').click();
  await rename('E2', 'E3');
  await leave();
  await expect(lit).toHaveCount(0);

  // What is pointed at goes without being left.
  await derivation(page).locator('.formula-part').last().hover();
  await expect(lit).not.toHaveCount(0);
  await page.getByRole('radio', { name: 'Linear' }).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.mouse.move(2, 2);
  await page.getByRole('radio', { name: 'ReLU' }).first().blur();
  await expect(lit).toHaveCount(0);
});

test('Share copies a link that opens exactly this', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await switchTo(page, 'ReLU');
  await type(desk(page).getByRole('spinbutton', { name: E_TO_1 }), '1/3');
  await type(diagram(page).getByRole('spinbutton', { name: 'value of G' }), '-3');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  // Far from what there is to press at the top, and a press goes through it.
  const said = await page.getByText('Link copied').boundingBox();
  expect(said?.y).toBeGreaterThan((page.viewportSize()?.height ?? 0) / 2);
  await expect(page.getByText('Link copied')).toHaveCSS('pointer-events', 'none');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(desk(other).getByRole('spinbutton', { name: E_TO_1 })).toHaveValue('1/3');
  await expect(diagram(other).getByRole('spinbutton', { name: 'value of G' })).toHaveValue('−3');
  await expect(other.getByRole('radio', { name: 'ReLU' }).first()).toBeChecked();
});

test('what is copied twice is said to be copied for as long again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await page.goto('./');
  const share = page.getByRole('button', { name: 'Share' });
  const note = page.getByText('Link copied');
  // From here on time passes only when we say so, however slow the machine is.
  await page.clock.pauseAt(Date.now() + 60_000);
  await share.click();
  await expect(note).toBeVisible();
  // A little more than half of the time that it is said.
  await page.clock.fastForward(2100);
  await share.click();
  // The second link is in the clipboard.
  await page.evaluate(() => navigator.clipboard.readText());
  await page.clock.fastForward(2100);
  await expect(note).toBeVisible();
  await page.clock.fastForward(2100);
  await expect(note).toHaveCount(0);
});

fresh('a broken link says which part is wrong, and offers the starting network', async ({ page }) => {
  await page.goto('./#v=1&in=E,H,G&h1=0.5,3,x:0.5;4,1,2:1&y=2,5:5');
  await expect(page.getByRole('alert')).toContainText('h1');
  await expect(verdict(page)).toContainText('Collapses to 21 x E');
  await page.getByRole('button', { name: 'Open the starting network' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

fresh('undo and redo by keyboard, reset, and a reload keeps the state', async ({ page }) => {
  await page.goto('./');
  const field = desk(page).getByRole('spinbutton', { name: E_TO_1 });
  await type(field, '7');
  await switchTo(page, 'ReLU');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('radio', { name: 'Linear' }).first()).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('0.5');
  await page.keyboard.press('Control+Shift+z');
  await expect(field).toHaveValue('7');
  await expect(page).toHaveURL(/h1=7,3,4/);
  await page.reload();
  await expect(field).toHaveValue('7');
});

test('long numbers and names are whole while nobody edits them', async ({ page, isMobile }) => {
  await page.goto(
    './#v=1&in=Efficiency12,H,G&at=1/3,-12345.678,-0.001&h1=1/3,12345.678,-0.001:2/7;-12345.678,22/7,1/3:-0.001&y=1/3,-12345.678:12345.678',
  );
  for (const width of isMobile ? [390] : [1440, 1024]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(diagram(page).getByRole('spinbutton', { name: 'value of H' })).toHaveValue('≈−12346');
    await expect(desk(page).getByRole('spinbutton', { name: 'weight from H to hidden node 1' })).toHaveValue('≈12346');
    const cut = await page.evaluate(() => {
      const fields = document.querySelectorAll('.desk-field input, .value-field input, .output-value');
      const names = document.querySelectorAll('.input-node .symbol sub, .desk-label .symbol sub');
      return [...fields, ...names].filter((element) => element.scrollWidth > element.clientWidth).length;
    });
    expect(cut, `at ${width}`).toBe(0);
  }
});

test('a finger has 44 px for every node, input and value of the largest network', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'for fingers');
  const eight = (weights: string) => Array.from({ length: 8 }, () => `${weights}:1`).join(';');
  await page.goto(
    `./#v=1&in=A,B,C,D,E,F&f=relu&h1=${eight('1,2,3,4,5,6')}&h2=${eight('1,2,3,4,5,6,7,8')}&y=1,2,3,4,5,6,7,8:1`,
  );
  await diagram(page).getByRole('button', { name: 'Drawing' }).click();
  for (const width of [390, 768, 1180]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(page.locator('.diagram .node')).toHaveCount(16);
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.diagram .node')?.offsetHeight !== 24);
    const low = await page.evaluate(() => {
      /** How much of the line down through the middle of an element a finger can use for it, px. */
      const reach = (element: Element): number => {
        element.scrollIntoView({ block: 'center' });
        const { left, width: wide, top, bottom } = element.getBoundingClientRect();
        let hits = 0;
        for (let y = top - 21; y < bottom + 21; y += 2) {
          if (element.contains(document.elementFromPoint(left + wide / 2, y))) hits++;
        }
        return 2 * hits;
      };
      return (
        [...document.querySelectorAll('.diagram :is(.node, .input-node, .value-field)')]
          .map((element) => ({ name: element.getAttribute('aria-label') ?? 'value', height: reach(element) }))
          // Measured in steps, and the border between two goes to one of them.
          .filter(({ height }) => height < 42)
      );
    });
    expect(low, `at ${width}`).toEqual([]);
  }
});

test('other functions have their graphs under “More”, and choosing one moves nothing', async ({ page }) => {
  await page.goto('./');
  const top = () => diagram(page).evaluate((element) => element.getBoundingClientRect().top + scrollY);
  const before = await top();
  for (const name of ['Absolute value', 'Leaky ReLU', 'Softplus']) {
    await page.locator('.stage .switch-more').click();
    const menu = page.getByRole('menu', { name: 'More' });
    await expect(menu.getByRole('menuitemradio').locator('svg')).toHaveCount(8);
    await menu.getByRole('menuitemradio', { name }).click();
    await expect(page.locator('.stage .switch-more')).toHaveText(name);
    expect(await top()).toBe(before);
  }
});

test('without hidden nodes there is nothing to switch, and the switch says so', async ({ page }) => {
  await page.goto('./#v=1&in=E&y=2:5');
  const group = page.locator('.stage-head').getByRole('radiogroup', { name: 'Activation function' });
  await expect(group).toHaveAccessibleDescription('Without hidden nodes there is no activation to switch.');
  await expect(group.getByRole('radio', { name: 'ReLU' })).toBeDisabled();
  await expect(group.getByRole('button', { name: 'More' })).toBeDisabled();
  await expectAccessible(page, { without: '#story' });
  await page.goto('./#preset=chapter-8');
  await expect(group).toHaveAccessibleDescription('');
  await expect(group.getByRole('radio', { name: 'ReLU' })).toBeEnabled();
});

fresh('presets: each opens, says what to look at, and has a stable link', async ({ page, isMobile }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Presets' }).click();
  const menu = page.getByRole('menu', { name: 'Presets' });
  await expect(menu.getByRole('menuitemradio')).toHaveCount(8);
  await menu.getByRole('menuitemradio').nth(5).click();
  await expect(verdict(page)).toContainText('Does not collapse: one crease, two flat pieces.');
  await page.goto('./#preset=cancelling-pair');
  await expect(verdict(page)).toContainText('Collapses to 6 x E minus 3 x H plus 3');
  if (isMobile) return;
  // It stands in the head of the picture, two lines at most.
  const caption = page.locator('.look-at');
  for (const { id } of PRESETS) {
    await page.goto(`./#preset=${id}`);
    await expect(caption).toContainText(LOOK_AT[id].replaceAll('_', '').slice(0, 11));
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await caption.evaluate(linesOf), `${id} at ${width} px`).toBeLessThanOrEqual(2);
    }
  }
});

/** How many lines high the content of a box is, or what stands in it where that is higher. In the page. */
function linesOf(box: Element): number {
  const { paddingTop, paddingBottom, lineHeight } = getComputedStyle(box);
  const content = box.scrollHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  return Math.round(content / Number.parseFloat(lineHeight));
}

for (const hash of ['#preset=chapter-8-relu', '#preset=deep-linear', '#preset=chapter-8&step=3']) {
  test(`axe is clean: ${hash}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`./${hash}`);
    await expect(verdict(page)).toBeAttached();
    await expectAccessible(page, { without: '#story' });
  });
}

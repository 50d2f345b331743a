/** Formulas for those who listen: each has MathML and a spoken name. */
import type { Page } from '@playwright/test';
import { test as fresh } from './fixtures.ts';
import { expect, test } from './lasting.ts';
import { came, live, middleOf, readToTheEnd } from './stage.ts';

/**
 * The formulas that are seen and have no MathML, or no name. What is part of a larger formula needs none of its own. A
 * formula that is hidden from those who listen is the label of a control that has its name itself: it needs no name.
 */
function unspoken(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.katex')].flatMap((formula) => {
      const isSeen = formula.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!isSeen || formula.parentElement?.closest('.katex')) return [];
      const lacks = [];
      if (formula.querySelectorAll('math').length !== 1) lacks.push('MathML');
      const isNamed = /^(?:math|group)$/.test(formula.role ?? '') && (formula.ariaLabel ?? '').trim() !== '';
      if (!isNamed && !formula.closest('[aria-hidden="true"]')) lacks.push('a name');
      if (formula.querySelector('.katex-mathml:empty')) lacks.push('anything to hear');
      return lacks.length === 0
        ? []
        : [
            `${formula.closest('section, fieldset, figure')?.className ?? ''}: ${formula.textContent} has no ${lacks.join(', no ')}`,
          ];
    }),
  );
}

const TWO_LAYERS =
  'in=A,B,C&at=1,-1,0.5&h1=1,-2,0.5:1:relu;0.5,1,-1:0:relu;1,1,1:-1:relu&h2=1,2,-1:0:relu;1,1,0:1:abs&y=2,-1:0.5';

for (const [name, hash] of [
  ['the chapter, linear', ''],
  ['the chapter, ReLU', '#preset=chapter-8-relu'],
  ['a pair that cancels', '#preset=cancelling-pair'],
  ['two layers that bend', `#v=1&${TWO_LAYERS}`],
  [
    'written with matrices',
    '#v=1&in=A,B,C,D&at=1,-1,0.5,2&h1=1,-2,1/3,3:1;1,1,-1,2:0&h2=1,2:0;1,1:1;2,0.5:1&y=2,-1,1:0.5',
  ],
  ['with a smooth node', '#v=1&in=E,H&at=1,2&h1=1,2:0:tanh;-1,0.5:1&y=1,2:0'],
] as const) {
  test(`every formula has MathML and a name: ${name}`, async ({ page }) => {
    await page.goto(`./${hash}`);
    await live(page);
    await came(page, 'katex');
    if (/relu/.test(hash)) await expect(page.getByRole('list', { name: 'Pieces' }).first()).toBeVisible();
    await readToTheEnd(page);
    const toggles = page.locator('.case-toggle');
    for (const index of [0, 1]) if ((await toggles.count()) > index) await toggles.nth(index).click();
    const simplify = page.getByRole('button', { name: 'Simplest equal network' });
    if (await simplify.isVisible()) await simplify.click();
    await expect.poll(() => page.locator('.katex').count()).toBeGreaterThan(50);
    await expect.poll(() => unspoken(page)).toEqual([]);
    // Nobody says “x underscore E”.
    expect(await page.evaluate(notations)).toEqual([]);
  });
}

/** Names and hidden words that are notation, not speech. In the page. */
function notations(): (string | null)[] {
  const names = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'));
  const hidden = [...document.querySelectorAll('.visually-hidden')].map((element) => element.textContent);
  return [...names, ...hidden].filter((text) => /(?:^|\W)[xh]_/.test(text ?? ''));
}

fresh('the question mark in a line is heard as one', async ({ page }) => {
  await page.goto('./#same-model-twice');
  const asked = page.locator('#same-model-twice').getByRole('math', {
    name: 'y hat equals the number you are asked for, times x E plus 11 x H plus 18 x G plus 11',
  });
  await expect(asked.locator('.secret-mark')).toBeVisible();
  await expect(asked.locator('.katex-mathml')).toHaveAttribute('data-tex', '\\hat{y} = {?}x_E + 11x_H + 18x_G + 11');
});

fresh('what is heard of the pieces follows a drag when it ends', async ({ page, isMobile }) => {
  fresh.skip(isMobile, 'the mouse');
  await page.clock.install();
  await page.goto('./#preset=chapter-8-relu');
  const list = page.getByRole('list', { name: 'Pieces' });
  const heard = list.locator('.case-choose .formula').first();
  const mathml = heard.locator('math');
  await expect(mathml).toHaveText('21xE+11xH+18xG+11');
  await expect(heard).toHaveAccessibleName('21 x E plus 11 x H plus 18 x G plus 11');
  await list.getByRole('button', { name: 'Where exactly: both off' }).click();
  const condition = list.locator('.case-conditions math').first();
  await expect(condition).toHaveText('0.5xE+3xH+4xG+0.5≤0');

  const chip = page
    .getByRole('group', { name: 'Network diagram' })
    .getByRole('spinbutton', { name: 'weight from E to hidden node 1' });
  const { x, y } = await middleOf(chip);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y);
  await page.mouse.move(x + 40, y);
  await expect(heard.locator('[aria-hidden]', { hasText: '23' })).toBeVisible();
  // A pause is not the end.
  await page.clock.fastForward(600);
  await expect(mathml).toHaveText('21xE+11xH+18xG+11');
  await page.mouse.up();
  await expect(mathml).toHaveText('23xE+11xH+18xG+11');
  await expect(heard).toHaveAccessibleName('23 x E plus 11 x H plus 18 x G plus 11');
  await expect(condition).toHaveText('1.5xE+3xH+4xG+0.5≤0');
});

test('a group of a line is torn apart only where it is longer than the line', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'for small screens');
  for (const name of ['H', 'temperature1']) {
    await page.goto(`./#v=1&in=E,${name},G&at=1,2,-1.5&h1=0.5,3,4:0.5;4,1,2:1&y=2,5:5`);
    await expect(page.locator('.derivation .line')).toHaveCount(3);
    for (const width of [320, 390, 640]) {
      await page.setViewportSize({ width, height: 844 });
      const groups = await page.locator(':is(.derivation, .verdict-sentence) .formula-group').evaluateAll((elements) =>
        elements.map((group) => {
          const terms = [...group.children].map((term) => term.getBoundingClientRect());
          const room = (group.closest('.line-body, .verdict-sentence') ?? group).getBoundingClientRect().width;
          return {
            text: [...group.querySelectorAll('[aria-hidden]')].map((piece) => piece.textContent).join(''),
            isTorn: terms.some(({ top }) => top > (terms[0]?.bottom ?? top)),
            isLong: terms.reduce((sum, term) => sum + term.width, 0) > room,
          };
        }),
      );
      expect(groups.length).toBeGreaterThan(7);
      for (const { text, isTorn, isLong } of groups) expect(isTorn, `${text} at ${width}`).toBe(isLong);
    }
  }
});

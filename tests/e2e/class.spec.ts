/** For a class: answers that are hidden, a page for a room, and the link that holds both. */
import { linearised } from '../../src/chapter/with-activation.ts';
import { linearModel } from '../../src/facts/linear-model.ts';
import { decode } from '../../src/state/codec.ts';
import { numberText, shortNumberText } from '#words/number.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { derivation, desk, frame, live, readToTheEnd, sectionsAlive, turn, verdict } from './stage.ts';

const MODEL = /21\s*x/;

test('hidden answers keep their room, are shown one by one, and are in the link', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('.card-sheet:not([data-behind]) .sheet-caption')).toBeVisible();
  const heights = () =>
    page
      .locator('.stage :is(.line, .verdict, .sheet-caption, .look-at)')
      .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().height));
  const before = await heights();
  await turn(page, 'Hide the answers');
  await expect(page.locator('.stage').getByRole('button', { name: /^Show (?!me)/ })).toHaveCount(4);
  expect(await heights()).toEqual(before);
  await expect(page).toHaveURL(/&view=hidden$/);
  await expect(verdict(page)).toHaveCount(0);
  expect(await page.locator('.stage').ariaSnapshot()).not.toMatch(MODEL);

  // By the keyboard: whoever shows an answer is led to it.
  const last = derivation(page).getByRole('button', { name: 'Show this line' }).last();
  await last.press('Enter');
  await expect(derivation(page).getByRole('button', { name: 'Show this line' })).toHaveCount(1);
  await expect(derivation(page).locator('.line-body').last()).toBeFocused();
  await expect(verdict(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the verdict' }).click();
  await expect(verdict(page)).toContainText('Collapses to 21');

  // An edit hides nothing anew; who hides the answers anew hides all.
  const weight = desk(page).getByRole('spinbutton').first();
  await weight.fill('2');
  await weight.press('Enter');
  await expect(verdict(page)).toContainText('Collapses to 24');
  await turn(page, 'Hide the answers');
  await expect(page.locator('.stage .cover')).toHaveCount(0);
  await turn(page, 'Hide the answers');
  await expect(page.locator('.stage').getByRole('button', { name: /^Show (?!me)/ })).toHaveCount(4);
});

test('a link with hidden answers opens with them hidden, asks every question, and prints a worksheet', async ({
  page,
}) => {
  await page.goto('./#preset=chapter-8&view=hidden');
  await live(page);
  await expect(page.locator('.stage').getByRole('button', { name: 'Show what the sheet says' })).toBeVisible();
  expect(await page.locator('.stage').ariaSnapshot()).not.toMatch(MODEL);
  const question = page.locator('#same-model-twice .predict');
  await question.scrollIntoViewIfNeeded();
  await question.getByRole('button', { name: 'Just show me' }).click();
  await expect(question).toContainText('21');
  await turn(page, 'Hide the answers');
  await turn(page, 'Hide the answers');
  await expect(question.getByRole('button', { name: 'Check' })).toBeVisible();
  await expectAccessible(page);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.verdict > .cover')).toBeVisible();
  await expect(page.locator('.verdict-sentence')).toBeHidden();
  await expect(page.locator('#same-model-twice .secret-number')).toBeHidden();
  await expect(question).toBeVisible();
});

/** What these weights come to stands nowhere else on the page. The last link has a training that has gone on. */
const LINKS = [
  'v=1&in=E,H,G&at=1,2,-1.5&h1=0.37,3.11,4.13:0.59;4.91,1.31,2.17:1.09&y=2.39,5.71:5.03',
  'v=1&in=E,H,G&at=1,2,-1.5&f=relu&h1=0.37,3.11,4.13:0.59;4.91,1.31,2.17:1.09&y=2.39,5.71:5.03&step=3',
  'v=1&in=E,H&at=1,2&h1=0.37,3.11:0.59;4.91,1.31:1.09&h2=2.71,0.83:1.13;1.61,3.47:0.29&y=2.39,5.71:5.03&step=6&fit=data:v;hidden:4;f:relu;by:sgd;rate:0.05;batch:all;seed:22;step:500',
] as const;

test('nothing on the page, on the screen or on paper, tells a hidden answer', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`./#${LINKS[0]}&view=hidden`);
  await live(page);
  const sections = await page.locator('.chapter > section, .chapter section.section').all();
  for (const section of sections) await section.scrollIntoViewIfNeeded();
  await sectionsAlive(page);
  for (const link of LINKS) {
    await page.evaluate((hash) => (location.hash = hash), `${link}&view=hidden`);
    await expect(page.locator('.stage .verdict > .cover')).toBeAttached();
    if (link.includes('fit=')) {
      await expect(
        page.locator('.fit-figure').getByRole('button', { name: 'Show what the training comes to' }),
      ).toHaveCount(3);
    }
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const text = await page.locator('body').ariaSnapshot();
      for (const number of answersOf(link)) {
        expect(text, `${link} ${media} ${number}`).not.toMatch(
          new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d.])`),
        );
      }
      expect(text, media).not.toMatch(/stops here|flat, no crease|\bcreases?, \d|21 x|the floor/);
    }
    await page.emulateMedia({ media: 'screen' });
  }
});

/** The numbers of the model that linear nodes come to, as texts. */
function answersOf(link: string): readonly string[] {
  const shared = decode(link);
  if (!shared?.ok) throw new Error(link);
  const { coef, intercept } = linearModel(linearised(shared.value.document.network));
  return [...coef, intercept].flatMap((value) => [
    numberText(value),
    shortNumberText(value, 6),
    shortNumberText(value, 7),
  ]);
}

test('a link holds how the sheet is looked at', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#preset=chapter-8&sheet=axes:1,3;turn:20,50;window:1,-3,3/2');
  await live(page);
  const sheet = page.locator('.card-sheet:not([data-behind]) .sheet');
  const second = sheet.getByRole('combobox', { name: 'Second input of the sheet' });
  await expect(second).toHaveValue('2');
  await sheet.getByRole('button', { name: 'From above' }).click();
  await second.selectOption('H');
  await expect(page).toHaveURL(/&sheet=above;turn:20,50;window:1,-3,1\.5$/);
  await sheet.getByRole('button', { name: 'From above' }).click();
  await expect(page).toHaveURL(/&sheet=turn:20,50;window:1,-3,1\.5$/);

  // Another link changes the view; one that can’t be read says so, and the sheet is as usual.
  await page.evaluate(() => (location.hash = 'preset=xor&sheet=axes:1,3'));
  await expect(page.locator('.card-sheet').getByRole('alert')).toContainText('“axes:1,3” names inputs');
  await page.evaluate(() => (location.hash = 'preset=chapter-8&sheet=axes:3,1'));
  await expect(page.locator('.card-sheet').getByRole('alert')).toHaveCount(0);
  await expect(second).toHaveValue('0');
});

test('with the projector, whatever a figure says is read from the last row, and nothing lies on it', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a projector is no phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#preset=chapter-8&view=projector');
  await live(page);
  await expect(page.locator('html')).toHaveAttribute('data-projector');
  await readToTheEnd(page);
  for (const name of ['Linear', 'ReLU']) {
    await page.locator('.crease-figure').getByRole('radio', { name }).check();
    await frame(page);
    expect(await page.locator('.chapter .figure').evaluateAll(unreadable), name).toEqual([]);
  }
});

/** Texts that are smaller than 18 px, reach out of their figure, or lie on another one. In the page. */
function unreadable(figures: readonly Element[]): string[] {
  const isSubscript = (element: Element) => element.closest('sub, [class*="subscript"], .katex, .plain-math') !== null;
  // Letters are lower than their line.
  const isOver = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 8;
  return figures.flatMap((figure) => {
    const name = figure.getAttribute('aria-label') ?? '';
    const frame = figure.getBoundingClientRect();
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    const texts: { readonly text: string; readonly parent: Element; readonly lines: DOMRect[] }[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim() ?? '';
      // What only a screen reader is told has no room.
      if (!parent || text === '' || parent.closest('math')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const lines = [...range.getClientRects()].filter(({ width, height }) => width > 2 && height > 2);
      if (lines.length > 0) texts.push({ text, parent, lines });
    }
    return texts.flatMap(({ text, parent, lines }, i) => {
      const matrix = parent instanceof SVGTextContentElement ? parent.getScreenCTM() : null;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : 1);
      const said = `${name}: “${text}”`;
      const isOut = lines.some(
        ({ left, right, bottom }) => left < frame.left || right > frame.right || bottom > frame.bottom,
      );
      const under = texts
        .slice(i + 1)
        .find(
          (other) =>
            !isSubscript(parent) &&
            !isSubscript(other.parent) &&
            lines.some((line) => other.lines.some((second) => isOver(line, second))),
        );
      return [
        ...(size < 17.9 && !isSubscript(parent) ? [`${said} is ${size.toFixed(1)} px`] : []),
        ...(isOut ? [`${said} reaches out`] : []),
        ...(under ? [`${said} lies on “${under.text}”`] : []),
      ];
    });
  });
}

import type { Locator, Page } from '@playwright/test';
import { sectionOf } from '../../src/state/codec.ts';
import { expect, expectAccessible, missingFaces, test as fresh } from './fixtures.ts';
import { test } from './lasting.ts';
import { came, desk, drag, through, E_TO_1, frame, hasCome, readToTheEnd, sectionsAlive, type } from './stage.ts';

const SECTIONS = [
  ['one-neuron', 'One neuron, up close'],
  ['same-model-twice', 'The same model twice'],
  ['switch-on-relu', 'Switch on ReLU'],
  ['what-the-crease-buys', 'What the crease buys'],
  ['does-it-always-bend', 'Does it always bend?'],
  ['activation-functions', 'Activation functions'],
  ['what-comes-next', 'What comes next'],
] as const;
type SectionId = (typeof SECTIONS)[number][0];

const section = (page: Page, id: SectionId) => page.locator(`#${id}`);
const stage = (page: Page) => page.locator('#network');
const bar = (page: Page) => page.getByRole('complementary', { name: 'The network, in short' });
const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Undo' });
const heading = (page: Page, id: SectionId, name: string) =>
  section(page, id).getByRole('heading', { name, level: 2, exact: true });

/** Opens a network, and waits until a section of the article answers. */
async function open(page: Page, id: SectionId, link = 'preset=chapter-8'): Promise<Locator> {
  await page.goto(`./#${link}`);
  const part = section(page, id);
  await show(part);
  await page.waitForFunction(
    (name) => Object.keys(document.getElementById(name) ?? {}).some((key) => key.startsWith('__react')),
    id,
  );
  return part;
}

/** Brings it into view. Where its top is there already, it stays: by WebDriver BiDi, what is needed is not asked. */
async function show(part: Locator): Promise<void> {
  // Before its styles have come the article is not displayed, and there is nothing to scroll to.
  await part.waitFor();
  await part.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) element.scrollIntoView();
  });
}

/** A finger where the screen has touch, else the mouse. */
async function press(target: Locator): Promise<void> {
  const touch = await target.page().evaluate(() => navigator.maxTouchPoints > 0);
  await (touch ? target.tap() : target.click());
}

/** Undo is at the top; a section that is far from the screen rests until one is back. */
async function undoFrom(part: Locator): Promise<void> {
  await undo(part.page()).click();
  await part.scrollIntoViewIfNeeded();
}

test.describe('the frame', () => {
  fresh('the contents lead to every section, and back again', async ({ page }) => {
    await page.goto('./');
    const contents = page.getByRole('navigation', { name: 'Contents' });
    for (const [id, title] of SECTIONS) {
      await page.locator('#story').evaluate((story) => story.scrollIntoView());
      await press(contents.getByRole('link', { name: title }));
      expect(new URL(page.url()).hash).toBe(`#${id}`);
      await expect(heading(page, id, title)).toBeInViewport();
    }
    await page.goBack();
    expect(new URL(page.url()).hash).toBe(`#${SECTIONS[5][0]}`);
  });

  fresh('a link to a section opens there, and leaves the network as it is', async ({ page }) => {
    await page.goto('./#does-it-always-bend');
    await expect(heading(page, 'does-it-always-bend', 'Does it always bend?')).toBeInViewport();
    await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Collapses to 21');
    expect(new URL(page.url()).hash).toBe('#does-it-always-bend');
  });

  fresh('who scrolls on right after a section has been gone to is not taken back to it', async ({ page }) => {
    await page.goto('./');
    await came(page, 'late-styles');
    // As a scroll bar does: there is no wheel and no pointer. Sections above are laid out only then.
    const top = await section(page, 'does-it-always-bend').evaluate(async (element) => {
      const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      location.hash = element.id;
      await frames();
      await frames();
      scrollBy(0, -300);
      await frames();
      for (const other of document.querySelectorAll<HTMLElement>('.section'))
        other.style.minHeight = `${other.offsetHeight + 60}px`;
      await frames();
      return element.getBoundingClientRect().top;
    });
    expect(top).toBeGreaterThan(250);
  });

  fresh('the article is fetched when the reader comes near', async ({ page }, info) => {
    fresh.skip(info.project.name === 'phone', 'the same code on every screen');
    // It also comes by itself after a while: without that timer, what brings it is the way there.
    await page.addInitScript(() => {
      const { setTimeout } = window;
      const short = (run: () => void, delay = 0, ...given: unknown[]) =>
        delay < 3000 ? setTimeout(run, delay, ...given) : 0;
      Object.assign(window, { setTimeout: short });
    });
    await page.goto('./');
    await expect(stage(page)).toBeVisible();
    // What comes by itself.
    await came(page, 'katex', 'late-styles');
    expect(await hasCome(page, 'chapter')).toBe(false);
    await section(page, 'one-neuron').scrollIntoViewIfNeeded();
    await came(page, 'chapter');
  });

  fresh('nothing moves while the page is read from top to end', async ({ page }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { shifts: seen });
      interface Shift extends PerformanceEntry {
        readonly value: number;
        readonly hadRecentInput: boolean;
        readonly sources: readonly { readonly node: Node | null }[];
      }
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as Shift[]) {
          if (entry.hadRecentInput) continue;
          const what = entry.sources.map(({ node }) =>
            node instanceof Element ? node.outerHTML.slice(0, 60) : node?.parentElement?.outerHTML.slice(0, 60),
          );
          seen.push(`${entry.value}: ${what.join(', ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('./');
    await came(page, 'katex', 'late-styles', 'sheet', 'chapter');
    await readToTheEnd(page);
    await page.evaluate(() => document.fonts.ready);
    await frame(page);
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });

  fresh(
    'while the stage is out of view, a bar holds the switch, the verdict and the way back',
    async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await open(page, 'same-model-twice');
      await expect(bar(page).locator('.stage-bar-verdict strong')).toHaveText(/Collapses/, { useInnerText: true });
      // On a phone too there is room for the verdict.
      const short = bar(page).locator('.stage-bar-verdict');
      expect(await short.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
      await bar(page).getByRole('radio', { name: 'ReLU' }).check();
      await expect(bar(page).locator('.stage-bar-verdict strong')).toHaveText(/Does not collapse|Bends/, {
        useInnerText: true,
      });
      await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Does not collapse');
      // A link to what is being read, with the network: the address names another section.
      await section(page, 'what-the-crease-buys').evaluate((part) => part.scrollIntoView());
      const share = bar(page).getByRole('button', { name: 'Share this section' });
      const { width = 0, height = 0, x = 0 } = (await share.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      expect(x + width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      await share.press('Enter');
      await expect(bar(page).getByRole('status')).toHaveText('Link copied: it opens “What the crease buys”.');
      await expect(bar(page).getByRole('status')).toBeInViewport({ ratio: 1 });
      const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      expect(sectionOf(copied.hash)).toBe('what-the-crease-buys');
      expect(copied.hash).toContain('f=relu');
      await press(bar(page).getByRole('link', { name: 'Up to the network' }));
      await expect(stage(page)).toBeInViewport();
      await expect(bar(page)).toHaveCount(0);
    },
  );

  test('a word explains itself, by pointer and by keyboard', async ({ page }) => {
    const part = await open(page, 'one-neuron');
    const word = part.getByRole('button', { name: 'bias', exact: true });
    const note = page.getByRole('note', { name: 'Bias', exact: true });
    await press(word);
    await expect(note).toBeVisible();
    await expect(note).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await word.focus();
    await page.keyboard.press('Enter');
    await expect(note).toBeVisible();
    await expect(note).toContainText('whatever its inputs are');
  });

  test('a word explains itself to who only looks at it', async ({ page }, info) => {
    test.skip(info.project.name === 'phone', 'a finger does not hover');
    const part = await open(page, 'one-neuron');
    const word = part.getByRole('button', { name: 'bias', exact: true });
    const note = page.getByRole('note', { name: 'Bias', exact: true });
    await word.hover();
    await expect(note).toBeVisible();
    await note.hover();
    await expect(word).not.toBeFocused();
    await expect(note).toBeVisible();
    await part.getByRole('heading', { level: 2 }).hover();
    await expect(note).toBeHidden();
    // A press keeps what a look has opened; a look away does not close it then.
    await word.hover();
    await expect(note).toBeVisible();
    await word.click();
    await part.getByRole('heading', { level: 2 }).hover();
    await expect(note).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    // By keyboard: it comes with the focus, goes with Escape, and Tab goes on.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(word).toBeFocused();
    await expect(note).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await page.keyboard.press('Tab');
    await expect(word).not.toBeFocused();
  });
});

test.describe('one neuron, up close', () => {
  fresh('-55 leaves as 0, 39 as 39, and one pass goes in four steps, forward and back', async ({ page }) => {
    await page.goto('./');
    const part = section(page, 'one-neuron');
    await show(part);
    await sectionsAlive(page, 'seen');
    const drawing = part.locator('.neuron');
    await expect(drawing.locator('.neuron-sum b')).toHaveText('−55');
    await expect(drawing.locator('.neuron-output b')).toHaveText('0');
    await press(part.getByRole('button', { name: 'Make x E 11.5' }));
    await expect(drawing.locator('.neuron-sum b')).toHaveText('39');
    await expect(drawing.locator('.neuron-output b')).toHaveText('39');
    await press(part.getByRole('button', { name: 'Make x E −12' }));
    await expect(drawing.locator('.neuron-output b')).toHaveText('0');
    // The example is on its own.
    await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');

    await page.emulateMedia({ reducedMotion: 'reduce' });
    const says = part.locator('.pass-says');
    // For those who want nothing to move it waits at each step.
    await press(part.getByRole('button', { name: 'Play one pass' }));
    await expect(says).toContainText('−12 × 4 = −48');
    await expect(drawing.locator('.neuron-output b')).toBeHidden();
    await press(part.getByRole('button', { name: 'Go on' }));
    await expect(says).toContainText('−48 + 3 − 11 + 1 = −55');
    await part.getByRole('button', { name: 'Sum' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(says).toContainText('ReLU takes −55 and gives 0');
    await page.keyboard.press('ArrowRight');
    await expect(drawing.locator('.neuron-output b')).toBeVisible();
    await page.keyboard.press('Home');
    await expect(part.getByRole('button', { name: 'Products' })).toHaveAttribute('aria-current', 'step');
    await press(part.getByRole('button', { name: 'Go on' }));
    await press(part.getByRole('button', { name: 'Previous' }));
    await expect(says).toContainText('−12 × 4 = −48');
  });

  fresh('its numbers can be dragged, stepped and typed, in the drawing and in the text', async ({ page }) => {
    const part = await open(page, 'one-neuron');
    const sum = part.locator('.neuron-sum b');
    const weights = part.getByRole('spinbutton', { name: 'weight of E in this neuron' });
    await weights.first().focus();
    await page.keyboard.press('ArrowUp');
    await expect(sum).toHaveText('−56.2');
    await expect(weights.last()).toHaveValue('4.1');
    await page.keyboard.press('ArrowDown');
    await expect(sum).toHaveText('−55');
    await drag(weights.last(), through(40));
    await expect(sum).toHaveText('−67');
    await type(part.getByRole('spinbutton', { name: 'bias in this neuron' }).last(), '1/3');
    await expect(sum).toHaveText(/^≈−67\.6|−203\/3$/);
  });

  fresh('one pass plays by itself, and can be held', async ({ page }) => {
    await page.clock.install();
    const part = await open(page, 'one-neuron');
    const says = part.locator('.pass-says');
    const play = part.getByRole('button', { name: 'Play one pass' });
    const pause = part.getByRole('button', { name: 'Pause' });
    await press(play);
    await expect(says).toContainText('−12 × 4 = −48');
    await page.clock.runFor(5000);
    await expect(says).not.toContainText('−12 × 4 = −48');
    await press(pause);
    await expect(play).toBeVisible();
    const held = await says.textContent();
    await page.clock.runFor(30_000);
    await expect(says).toHaveText(held ?? '');
    await press(play);
    await page.clock.runFor(30_000);
    await expect(says).toContainText('0 leaves the neuron');
    await expect(play).toBeVisible();
    // What an edit changes is seen.
    await press(play);
    await expect(part.locator('.neuron-sum b')).toBeHidden();
    await type(part.getByRole('spinbutton', { name: 'input E of this neuron' }).first(), '0');
    await expect(part.locator('.neuron-sum b')).toHaveText('−7');
    await expect(part.locator('.neuron-sum b')).toBeVisible();
  });

  test('shows a hidden node of the network at the top, and edits it there', async ({ page }) => {
    const part = await open(page, 'one-neuron');
    await press(part.locator('label', { hasText: 'Hidden node 1' }));
    const drawing = part.locator('.neuron');
    await expect(drawing.locator('.neuron-sum b')).toHaveText('1');
    await type(drawing.getByRole('spinbutton', { name: 'weight of E in this neuron' }), '2');
    await expect(drawing.locator('.neuron-sum b')).toHaveText('2.5');
    await expect(desk(page).getByRole('spinbutton', { name: E_TO_1 })).toHaveValue('2');
    await undoFrom(part);
    await expect(drawing.locator('.neuron-sum b')).toHaveText('1');
  });
});

test.describe('predict, then see', () => {
  test('the bias slides the crease, and the guess of where it goes stays beside the truth', async ({ page }) => {
    const part = await open(page, 'one-neuron');
    const says = part.getByRole('figure', { name: 'A ReLU neuron over one input' }).locator('.plot-says');
    const crease = part.getByRole('slider', { name: 'where the crease is' });
    await expect(says).toContainText('= −2. To the right of it the neuron is on.');
    await crease.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(part.getByRole('spinbutton', { name: 'bias of this neuron with one input' })).toHaveValue('1');
    await part.getByRole('textbox', { name: 'Make the weight 1' }).fill('-3');
    await press(part.getByRole('button', { name: 'Check' }));
    await expect(part.locator('.predict-truth')).toContainText('You said −3. It is 3: that is where');
    await expect(says).toContainText('= 3. To the right');
    await type(part.getByRole('spinbutton', { name: 'weight of this neuron with one input' }), '0');
    await expect(says).toContainText('With weight 0');
    await expect(crease).toHaveCount(0);
  });

  test('a node is switched off where the guess is answered', async ({ page }) => {
    const part = await open(page, 'does-it-always-bend');
    await press(part.getByRole('button', { name: 'Just show me' }));
    await expect(part.locator('.predict-truth')).toContainText('It is −1.75: the rest of the sum is 7');
    await expect(part.locator('.find-says')).toContainText('Its sum is exactly 0');
    await press(part.getByRole('button', { name: 'Guess again' }));
    await expect(part.locator('.find-says')).toContainText('Both sums are positive');
  });

  test('halfway between two inputs, and a plane across XOR', async ({ page }) => {
    const part = await open(page, 'does-it-always-bend');
    const midpoint = part.getByRole('figure', { name: 'Halfway between two inputs' });
    await expect(midpoint).toContainText('the promise is broken');
    await midpoint.getByRole('slider', { name: 'first input' }).focus();
    await page.keyboard.press('End');
    await expect(midpoint).toContainText('the promise is kept here');
    await page.keyboard.press('Home');
    await expect(midpoint).toContainText('the promise is broken');
    await midpoint.getByRole('radio', { name: 'Linear' }).check();
    await expect(midpoint).toContainText('the promise is kept here');
    const xor = part.getByRole('figure', { name: 'Four posts' });
    await type(xor.getByRole('spinbutton', { name: 'height at 0, 0' }), '1/2');
    await expect(xor).toContainText('adds up to 2. XOR adds up to 0');
    await press(xor.getByRole('button', { name: 'Lay it flat at 1/2' }));
    await expect(xor).toContainText('Mean squared miss: 0.25. No plane does better.');
  });
});

test.describe('activation functions', () => {
  test('the point moves, by keys, by pointer and by typing', async ({ page }) => {
    const part = await open(page, 'activation-functions');
    const point = part.getByRole('slider', { name: 'z of the point on ReLU' });
    const value = part.locator('.gallery-value');
    await expect(value).toContainText('at z = −1.5: 0');
    await point.focus();
    await page.keyboard.press('End');
    await expect(value).toContainText('at z = 4: 4');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(value).toContainText('at z = 3: 3');
    await type(part.getByRole('spinbutton', { name: 'sum z on the axes' }), '1/3');
    await expect(value).toContainText('at z = 1/3: 1/3');
    const axes = part.locator('.axes');
    await axes.scrollIntoViewIfNeeded();
    const box = await axes.boundingBox();
    if (!box) throw new Error('no axes');
    await axes.click({ position: { x: 0.75 * box.width, y: 0.3 * box.height } });
    await expect(value).toContainText('at z = 2: 2');
    // The drag begins with the press, and Escape takes it back.
    await axes.hover({ position: { x: 0.875 * box.width, y: 0.3 * box.height } });
    await page.mouse.down();
    await expect(value).toContainText('at z = 3: 3');
    await page.keyboard.press('Escape');
    await expect(value).toContainText('at z = 2: 2');
    await page.mouse.up();
    await expect(value).toContainText('at z = 2: 2');
  });

  test('another function can be looked at, and set at the top; undo takes it back', async ({ page }) => {
    const part = await open(page, 'activation-functions');
    await press(part.getByRole('button', { name: 'Look at Tanh' }));
    await expect(part.getByRole('slider', { name: 'z of the point on Tanh' })).toBeVisible();
    await press(part.getByRole('button', { name: 'Look at Sigmoid' }));
    await press(part.getByRole('button', { name: 'Use Sigmoid' }));
    await expect(part.locator('.gallery-card[data-used]')).toContainText('Sigmoid');
    await expect(stage(page).getByRole('radio', { name: 'Linear' })).not.toBeChecked();
    await undoFrom(part);
    await expect(stage(page).getByRole('radio', { name: 'Linear' })).toBeChecked();
  });
});

test.describe('the same model twice', () => {
  test('predict first: the guess stays beside the truth', async ({ page }) => {
    const part = await open(page, 'same-model-twice');
    const guess = part.getByRole('textbox', { name: 'Your guess' });
    const check = part.getByRole('button', { name: 'Check' });
    await expect(part.locator('.secret-mark')).toBeVisible();
    // Nothing tells it before: neither the bar, nor the lines between, nor the terms one by one.
    await expect(bar(page)).toContainText('Take your guess in section 2');
    for (const place of [bar(page), part.locator('.moves')]) {
      await expect(place).not.toContainText(/\b(?:20|21)\b/);
    }
    // The output's own sum, what it is written out, and what it comes to.
    await expect(part.locator('.lines .line')).toHaveCount(3);
    await expect(part.getByRole('math', { name: 'h 2 equals' })).toBeVisible();
    await expect(part.locator('.sub-steps')).toHaveCount(0);
    await guess.fill('twenty');
    await press(check);
    await expect(part.getByRole('alert')).toContainText('“t” can’t be part of a number');
    await guess.fill('20,5');
    await guess.press('Enter');
    await expect(part.locator('.predict-truth')).toHaveText('You said 20.5. It is 21: 21 = 2·0.5 + 5·4.');
    await expect(part.locator('.secret-mark')).toHaveCount(0);
    await expect(bar(page)).toContainText('21');
    await press(part.getByRole('button', { name: 'Guess again' }));
    await expect(guess).toBeFocused();
    await guess.fill('21');
    await press(check);
    await expect(part.locator('.predict-truth')).toHaveText('You said 21, and 21 it is: 21 = 2·0.5 + 5·4.');
  });

  test('the guess can be skipped, and like terms added one by one', async ({ page }) => {
    const part = await open(page, 'same-model-twice');
    await press(part.getByRole('button', { name: 'Just show me' }));
    await expect(part.locator('.predict-truth')).toHaveText('It is 21: 21 = 2·0.5 + 5·4.');
    await press(part.getByText('Term by term'));
    await expect(part.locator('.sub-steps li')).toHaveCount(4);
    await expect(part.getByRole('math', { name: '1 x E plus 20 x E equals 21 x E' })).toBeVisible();
  });

  test('one weight moves one coefficient, or all of them', async ({ page }) => {
    const part = await open(page, 'same-model-twice');
    const moves = part.locator('.move');
    await expect(moves.locator('b')).toHaveText(['+2', 'stays', 'stays', 'stays']);
    // The number that is still to be guessed waits for the guess.
    await expect(moves.locator('.move-now')).toHaveText(['?', '11', '18', '11']);
    await press(part.getByRole('button', { name: 'Just show me' }));
    const pick = part.getByRole('combobox', { name: 'Weight or bias to change' });
    await pick.selectOption({ label: 'Weight from hidden node 2 to output' });
    await expect(moves.locator('b')).toHaveText(['+4', '+1', '+2', '+1']);
    await type(part.getByRole('spinbutton', { name: 'Change of weight from hidden node 2 to output' }), '6');
    await expect(moves.locator('.move-now')).toHaveText(['25', '12', '20', '12']);
    await undoFrom(part);
    await expect(moves.locator('.move-now')).toHaveText(['21', '11', '18', '11']);
  });

  test('layer upon layer, it collapses again', async ({ page }) => {
    const part = await open(page, 'same-model-twice');
    const figure = part.getByRole('figure', { name: 'The same inputs, with more and more linear layers' });
    const openIt = figure.getByRole('button', { name: 'Open it at the top' });
    await expect(figure).toContainText('Ten hidden layers, 65 weights and biases, and in the end just');
    await expect(figure.getByRole('button', { name: 'Add a layer' })).toHaveAttribute('aria-disabled', 'true');
    await expect(figure.locator('tbody:not([data-gone]) tr')).toHaveCount(20);
    // More than four do not fit at the top.
    await expect(openIt).toHaveAttribute('aria-disabled', 'true');
    for (let layers = 10; layers > 4; layers--) await press(figure.getByRole('button', { name: 'Take one away' }));
    await expect(figure).toContainText('Four hidden layers, 29 weights and biases, and in the end just');
    await expect(figure.locator('tbody:not([data-gone]) tr')).toHaveCount(8);
    const model = await figure.locator('.figure-formula .formula').last().getAttribute('aria-label');
    await press(openIt);
    const verdict = page.getByRole('status', { name: 'Verdict' });
    await expect(verdict).toContainText('Collapses to');
    expect(await verdict.textContent()).toContain(model);
    await undoFrom(part);
    await expect(verdict).toContainText('Collapses to 21 x E');
  });

  test('another network can be the same function, and with ReLU only for k above 0', async ({ page }) => {
    const part = await open(page, 'same-model-twice');
    const figure = part.getByRole('figure', { name: 'The same function from other weights' });
    const verdict = figure.locator('.same-verdict');
    const k = figure.getByRole('spinbutton', { name: 'k, the factor' });
    await type(k, '-3');
    await expect(verdict).toHaveText('The same function, for every input.');
    await type(k, '0');
    await expect(verdict).toContainText('k can’t be 0');
    await expect(figure.getByRole('button', { name: 'Open the changed network' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await type(k, '-3');
    await figure.getByRole('checkbox', { name: 'Swap it with its neighbour' }).check();
    // The brackets change places, and each takes its colour along.
    const colours = (line: Locator) =>
      line.locator('.formula').evaluate((formula) => {
        const ink = getComputedStyle(formula).color;
        const all = [...formula.querySelectorAll('*')].map((piece) => getComputedStyle(piece).color);
        const ofNodes = all.filter((colour) => colour !== ink && colour !== 'rgba(0, 0, 0, 0)');
        return ofNodes.filter((colour, i) => colour !== ofNodes[i - 1]);
      });
    const [before, after] = [await colours(figure.locator('dd').first()), await colours(figure.locator('dd').last())];
    expect(before).toHaveLength(2);
    expect(after).toEqual(before.toReversed());
    await expect(verdict).toHaveText('The same function, for every input.');
    await bar(page).getByRole('radio', { name: 'ReLU' }).check();
    await expect(verdict).toContainText('Not the same function: at');
    await type(k, '1/3');
    await expect(verdict).toHaveText('The same function, for every input.');
  });
});

test.describe('switch on ReLU', () => {
  test('ReLU of a sum is not the sum of ReLUs', async ({ page }) => {
    const part = await open(page, 'switch-on-relu');
    await expect(part.locator('.bar[data-result] b')).toHaveText(['0', '3']);
    await type(part.getByRole('spinbutton', { name: 'number b' }), '5');
    await expect(part.locator('.bar[data-result] b')).toHaveText(['8', '8']);
    await expect(part.getByText('Here both sides agree')).toBeVisible();
    await drag(part.getByRole('spinbutton', { name: 'number b' }), through(-400));
    await expect(part.getByText('Not the same.')).toBeVisible();
  });

  test('the switch, the algebra and the sheet are in one place, and the pieces wait for the guess', async ({
    page,
  }) => {
    const part = await open(page, 'switch-on-relu');
    const pieces = part.getByRole('list', { name: 'The network with ReLU, case by case' }).getByRole('listitem');
    const figure = part.getByRole('figure', { name: 'The network at the top, its algebra and its sheet' });
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toContainText('flat, no crease');
    await figure.getByRole('radio', { name: 'ReLU' }).check();
    await expect(stage(page).getByRole('radio', { name: 'ReLU' }).first()).toBeChecked();
    await expect(figure).toContainText('Here the algebra jams');
    // Nothing tells it before: neither the sheet, nor the list, nor the bar.
    await expect(figure.getByText('Take your guess first')).toBeVisible();
    await expect(figure.getByText('4 flat pieces')).toBeHidden();
    await expect(pieces).toHaveCount(0);
    await expect(bar(page)).toContainText('Take your guess in section 3');
    await part.getByRole('textbox', { name: 'Your guess' }).fill('3');
    await press(part.getByRole('button', { name: 'Check' }));
    await expect(part.locator('.predict-truth')).toHaveText(
      'You said 3. It is 4: each of the two nodes is on or off, and all four combinations happen somewhere.',
    );
    await expect(figure.getByText('2 creases, 4 flat pieces')).toBeVisible();
    await expect(bar(page)).not.toContainText('guess');
    await expect(pieces).toHaveCount(4);
    await expect(pieces.first()).toContainText('both on');
    await expect(pieces.first()).toHaveAttribute('aria-current', 'true');
    await figure.getByRole('radio', { name: 'Linear' }).check();
    await expect(stage(page).getByRole('radio', { name: 'Linear' })).toBeChecked();
    await expect(figure).toContainText('flat, no crease');
  });

  test('a button that acts at the top says so where it is, and leads there, back, and back in time', async ({
    page,
  }) => {
    const part = await open(page, 'does-it-always-bend');
    const way = part.locator('.way', { has: page.getByRole('heading', { name: 'A dead node' }) });
    const button = way.getByRole('button', { name: 'Open it at the top' });
    const said = way.getByRole('status');
    await press(button);
    await expect(said).toContainText('“A dead node” is at the top now.');
    await press(way.getByRole('button', { name: 'See it' }));
    await expect(stage(page)).toBeInViewport();
    await press(page.getByRole('button', { name: 'Back to where you were' }));
    await expect(button).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Back to where you were' })).toHaveCount(0);
    await press(way.getByRole('button', { name: 'Undo' }));
    await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Collapses to 21');
    await expect(said).toHaveText('');
  });

  test('a standing example opens its network at the top', async ({ page }) => {
    const part = await open(page, 'same-model-twice', 'v=1&in=E,H&at=1,2&y=3,4:5');
    await press(part.getByRole('button', { name: 'Open the starting network' }).first());
    await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Collapses to 21');
  });
});

const SOLVED_FOR_ALL = 'Solved. Checked for all inputs.';
const SOLUTIONS: readonly (readonly [string, readonly (readonly [string, string])[], string])[] = [
  [
    'Make it collapse',
    [
      ['weight from hidden node 1 to output', '0'],
      ['weight from hidden node 2 to output', '0'],
    ],
    SOLVED_FOR_ALL,
  ],
  ['Exactly one crease', [['weight from hidden node 2 to output', '0']], SOLVED_FOR_ALL],
  [
    'Build |x|',
    [
      ['weight from E to hidden node 1', '1'],
      ['weight from E to hidden node 2', '-1'],
      ['bias of hidden node 2', '0'],
    ],
    SOLVED_FOR_ALL,
  ],
  [
    'Build XOR',
    [
      ['weight from B to hidden node 1', '1'],
      ['weight from A to hidden node 2', '1'],
      ['bias of hidden node 2', '-1'],
      ['weight from hidden node 2 to output', '-2'],
    ],
    'Solved. Checked at the four inputs of the task.',
  ],
  [
    'Four pieces, then three',
    [
      ['weight from H to hidden node 2', '1'],
      ['weight from H to hidden node 2', '0'],
      ['bias of hidden node 2', '1'],
    ],
    SOLVED_FOR_ALL,
  ],
  ['Find the bend', [['value of G', '-3']], 'Solved at this input: hidden node 1 is off.'],
];

test.describe('does it always bend?', () => {
  test('the starting network bends where an input is negative enough', async ({ page }) => {
    const part = await open(page, 'does-it-always-bend');
    const says = part.locator('.find-says');
    await expect(says).toContainText('Both sums are positive');
    await type(part.getByRole('spinbutton', { name: 'input G of the starting network' }), '-3');
    await expect(says).toHaveText('Off: hidden node 1. The network gives 10, where the linear model says 0.');
    // Its first sum is 0.5 + 6 + 0.5 - 7 = 0.
    await type(part.getByRole('spinbutton', { name: 'input G of the starting network' }), '-1.75');
    await expect(says).toContainText('Its sum is exactly 0');
  });

  test('three ways to have ReLU and no bend, each with its model', async ({ page }) => {
    const part = await open(page, 'does-it-always-bend');
    const verdict = page.getByRole('status', { name: 'Verdict' });
    for (const [title, model, text] of [
      ['A dead node', '3 x E plus 6 x H plus 5', 'is still 3 x E plus 6 x H plus 5 there'],
      [
        'Nodes that are always on',
        '21 x E plus 11 x H plus 18 x G plus 11',
        'is still 21 x E plus 11 x H plus 18 x G plus 11',
      ],
      ['Two that cancel', '6 x E minus 3 x H plus 3', 'Collapses to 6 x E minus 3 x H plus 3'],
    ] as const) {
      const way = part.locator('.way', { has: page.getByRole('heading', { name: title }) });
      await expect(way.getByRole('math', { name: model, exact: true })).toBeVisible();
      await press(way.getByRole('button', { name: 'Open it at the top' }));
      await expect(verdict).toContainText(text);
    }
  });

  for (const [title, moves, solved] of SOLUTIONS) {
    test(`challenge: ${title}`, async ({ page }) => {
      const part = await open(page, 'does-it-always-bend');
      const challenge = part.locator('.challenge', { has: page.getByRole('heading', { name: title }) });
      await press(challenge.getByText('Hint'));
      await press(challenge.getByRole('button', { name: `Try it: ${title}` }));
      const status = challenge.getByRole('status').first();
      await expect(status).not.toContainText('Solved');
      for (const [field, value] of moves) {
        await type(challenge.getByRole('spinbutton', { name: field }), value);
      }
      await expect(status).toContainText(solved);
      await expect(status.locator('.bench-insight')).toBeVisible();
      await expect(part.getByText('1 of 6 solved')).toBeVisible();
      await press(part.getByRole('button', { name: 'Forget my progress' }));
      await expect(part.getByText('0 of 6 solved')).toBeVisible();
    });
  }

  fresh('what has been solved is kept, in this browser', async ({ page }) => {
    const part = await open(page, 'does-it-always-bend');
    await press(part.getByRole('button', { name: 'Try it: Find the bend' }));
    await type(part.getByRole('spinbutton', { name: 'value of G' }), '-3');
    await expect(part.getByText('1 of 6 solved')).toBeVisible();
    await page.reload();
    await open(page, 'does-it-always-bend');
    await expect(part.getByText('1 of 6 solved')).toBeVisible();
  });

  test('undo goes back to the challenge before, and its card', async ({ page }) => {
    const part = await open(page, 'does-it-always-bend');
    const bench = (title: string) =>
      part
        .locator('.challenge', { has: page.getByRole('heading', { name: title }) })
        .getByRole('group', { name: 'Workbench' });
    await press(part.getByRole('button', { name: 'Try it: Make it collapse' }));
    await press(part.getByRole('button', { name: 'Try it: Build XOR' }));
    await expect(bench('Build XOR')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(bench('Make it collapse')).toBeVisible();
    await expect(part.getByRole('group', { name: 'Workbench' })).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(part.getByRole('group', { name: 'Workbench' })).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(bench('Make it collapse')).toBeVisible();
  });

  test('a drag past the solution has not found it', async ({ page }) => {
    const part = await open(page, 'does-it-always-bend');
    await press(part.getByRole('button', { name: 'Try it: Exactly one crease' }));
    const field = part.getByRole('spinbutton', { name: 'weight from hidden node 1 to output' });
    // From 2 through 0 to -3: 4 px a step of 0.1.
    await drag(field, through(-200));
    await expect(field).toHaveValue('−3');
    await expect(part.getByText('0 of 6 solved')).toBeVisible();
  });

  fresh('what storage holds is read with care', async ({ page }) => {
    await page.addInitScript(
      () =>
        // The empty page before it has no storage.
        location.protocol === 'about:' ||
        localStorage.setItem('crease-challenges', '{"v":1,"solved":["xor","nonsense"'),
    );
    const part = await open(page, 'does-it-always-bend');
    await expect(part.getByText('0 of 6 solved')).toBeVisible();
  });
});

test.describe('what comes next', () => {
  test('the slope of a weight, and a node that is off stops it', async ({ page }) => {
    const part = await open(page, 'what-comes-next');
    const factors = part.locator('.factor b');
    await expect(factors).toHaveText(['1', '1', '2', '2']);
    await expect(part.locator('.slope-check')).toContainText(
      'moves from 27 to 27.2: by 0.2. The slope times 0.1 is 0.2.',
    );
    await press(part.getByRole('button', { name: 'Switch the network at the top to ReLU' }));
    await type(part.getByRole('spinbutton', { name: 'input G for the slopes' }), '-3');
    await expect(factors).toHaveText(['1', '0', '2', '0']);
    await expect(part.locator('.slope-note').first()).toContainText('Stopped at hidden node 1');
    await part.getByRole('combobox', { name: 'Weight or bias whose slope is shown' }).selectOption({
      label: 'Bias of hidden node 2',
    });
    await expect(factors).toHaveText(['1', '1', '5', '5']);
    await type(part.getByRole('spinbutton', { name: 'input E for the slopes' }), '-9');
    await expect(factors).toHaveText(['1', '0', '5', '0']);
    await undoFrom(part);
    await undoFrom(part);
    await undoFrom(part);
    await expect(factors).toHaveText(['1', '1', '5', '5']);
    await press(part.getByText('All slopes for these inputs'));
    await expect(part.locator('.all-slopes .weights').last()).toContainText('Output');
  });
});

test.describe('whatever network is at the top', () => {
  const LINKS = [
    ...['one-neuron', 'cancelling-pair', 'dead-node', 'absolute-value', 'xor', 'deep-linear'].map(
      (id) => `preset=${id}`,
    ),
    // No hidden layer; smooth; mixed, with a slope; deep and bent; an output that bends; more than can be written out.
    'v=1&in=E,H&at=1,2&y=3,4:5',
    'v=1&in=E,H&at=1,2&f=tanh&h1=1,2:3;-1,0.5:0&y=1,1:0',
    'v=1&in=age2&at=1/3&f=leakyRelu&h1=1:0;-1:1&y=1,2:0',
    'v=1&in=E,H&at=1,2&f=relu&h1=1,2:0;-1,1:1&h2=1,-1:0;2,1:-1&y=1,1:0',
    `v=1&in=A,B,C,D,E,F&at=1,2,3,4,5,6&f=relu&h1=${Array.from({ length: 8 }, (_, i) => `1,-1,${i},2,0,1:${i - 3}`).join(';')}&h2=${Array.from({ length: 8 }, (_, i) => `1,0,-1,2,${i},1,0,-1:1`).join(';')}&y=1,-1,1,-1,2,0,1,1:0`,
  ];
  for (const link of LINKS) {
    test(`the article reads with ${link.slice(0, 60)}`, async ({ page }) => {
      await open(page, 'what-comes-next', link);
      for (const [id, title] of SECTIONS) {
        await section(page, id).scrollIntoViewIfNeeded();
        await expect(heading(page, id, title)).toBeVisible();
        await expect(section(page, id)).not.toContainText(/NaN|undefined|Infinity/);
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(1);
      // Without hidden nodes there is nothing to switch.
      for (const kind of link.includes('h1=') || link.startsWith('preset') ? ['ReLU', 'Linear'] : []) {
        await bar(page).getByRole('radio', { name: kind }).check();
        await expect(section(page, 'what-comes-next')).toContainText('Raise it by 0.1');
      }
      // A node of it can be looked into: its symbols, words below an x and numbers below an h, are set as formulas are.
      for (const node of await section(page, 'one-neuron').locator('.choice').all()) {
        await press(node);
        await expect(node.getByRole('radio')).toBeChecked();
        expect(await missingFaces(page)).toEqual([]);
      }
    });
  }
});

test.describe('for every reader', () => {
  fresh('no accessibility violation', async ({ page }) => {
    const part = await open(page, 'does-it-always-bend');
    await press(part.getByRole('button', { name: 'Try it: Build XOR' }));
    await expect(part.getByRole('group', { name: 'Workbench' })).toBeVisible();
    await press(section(page, 'same-model-twice').getByRole('button', { name: 'Just show me' }));
    await section(page, 'one-neuron').getByRole('button', { name: 'bias', exact: true }).click();
    // The others are as `page.spec.ts` finds them.
    await expectAccessible(page, { only: '#one-neuron, #same-model-twice, #does-it-always-bend, [role=note]' });
  });

  test.describe('without JavaScript', () => {
    fresh.use({ javaScriptEnabled: false });

    fresh('the article reads whole', async ({ page }) => {
      await page.goto('./');
      for (const [id, title] of SECTIONS) {
        await expect(heading(page, id, title)).toBeVisible();
      }
      await expect(section(page, 'one-neuron').locator('.neuron-sum b')).toHaveText('−55');
      await expect(section(page, 'same-model-twice').locator('.secret-mark')).toHaveCount(0);
      await expect(section(page, 'switch-on-relu').locator('.piece-list li')).toHaveCount(4);
      await expect(section(page, 'switch-on-relu').getByText('2 creases, 4 flat pieces')).toBeVisible();
      await expect(page.locator('.challenge')).toHaveCount(6);
      await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible();
    });
  });

  fresh('on paper: figures, formulas and answers, and nothing to press', async ({ page }, info) => {
    const part = await open(page, 'does-it-always-bend');
    await press(part.getByRole('button', { name: 'Try it: Build XOR' }));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const story = page.locator('#story');
    // Words of the glossary are buttons, and stay.
    await expect(story.locator('button:not(.term):visible')).toHaveCount(0);
    await expect(story.locator('select:visible, .slider:visible, .stage-bar:visible')).toHaveCount(0);
    await expect(story.locator('.neuron-sum b')).toBeVisible();
    const typed = story.locator('#one-neuron .inline-number').first();
    await expect(typed.locator('input')).toBeHidden();
    expect(await typed.evaluate((number) => getComputedStyle(number, '::after').content)).toBe('"−12"');
    await expect(story.locator('.secret-mark:visible')).toHaveCount(0);
    await expect(
      story.getByRole('figure', { name: 'drawn without hidden nodes' }).locator('.picture-chip + text'),
    ).toContainText(['21', '11', '18']);
    await expect(story.getByText('One node for each side')).toBeHidden();
    // No page ends between the sheet and its title.
    await expect(page.locator('.card-sheet')).toHaveCSS('break-inside', 'avoid');
    const stage = page.locator('#network');
    expect(await stage.locator('.verdict-badge').evaluate((badge) => getComputedStyle(badge).backgroundColor)).toBe(
      'rgba(0, 0, 0, 0)',
    );
    // The diagram is drawn as wide as the paper, and no output lies on its node.
    for (const node of await stage.locator('.unit:has(> .node)').all()) {
      const [rim, output] = [
        await node.locator('.node').boundingBox(),
        await node.locator('.node-output').boundingBox(),
      ];
      expect(output?.x).toBeGreaterThanOrEqual((rim?.x ?? 0) + (rim?.width ?? 0));
    }
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.printed-link')).toContainText('#v=1&');
    const ink = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink'));
    expect(ink.trim()).toBe('#1c1c1a');
    if (info.project.name === 'desktop') {
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(50_000);
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(12);
    }
  });
});

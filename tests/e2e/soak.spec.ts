/**
 * Random use, from a seed: clicks, drags, keys, typing, links, undo, scrolling, other screens. After every 50 actions the
 * page has said nothing on the console, its verdict is that of the engine for its own link, and undo leads back.
 * `npm run soak -- 10000` goes on for longer, from another seed each time.
 */
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { eachCell, formKey } from '../../src/algebra/cells.ts';
import { creaseCount } from '../../src/algebra/crease.ts';
import { ALL } from '../../src/algebra/domain.ts';
import type { Rational } from '../../src/number/rational.ts';
import { regionsOf } from '../../src/algebra/region.ts';
import { isPiecewiseLinearNetwork, type Network } from '../../src/model/network.ts';
import { decode, encode } from '../../src/state/codec.ts';
import { decide } from '../../src/facts/decision.ts';
import { HISTORY_LIMIT } from '../../src/state/history.ts';
import { defaultDocument } from '../../src/state/preset-document.ts';
import { PRESETS } from '../../src/state/preset.ts';
import { VERDICT } from '#words/verdict-words.ts';
import { documents } from '../arbitrary-document.ts';
import { smallRationals } from '../arbitrary-network.ts';
import { expect, test } from './fixtures.ts';
import { kept, showKnown } from './kept.ts';

const ACTIONS = Number(process.env['CREASE_SOAK'] ?? 1000);
const SEED = Number(process.env['CREASE_SEED'] ?? 9);
const ROUND = 50;
/** So many rounds from one look at undo to the next. */
const UNDO_ROUNDS = 4;
/**
 * All parts of the page have come by then. A look at undo has just ended, as at the end of the test: the history is
 * dropped by what comes next. A full one weighs what the networks in it do, which is chance.
 */
const WARM_ROUNDS = 3 * UNDO_ROUNDS;
/**
 * What the reader leaves in a part (a network that has been trained) may be kept, so a short run says nothing of leaks:
 * `leaks.spec.ts` does.
 */
const WEIGHED_ACTIONS = 5000;
const MOST_GROWTH = 1.25;
/** Of a larger network the engine's answer takes longer than a test has. */
const MOST_CELLS = 400;

/** Whole numbers from 0 up to `below`, the same for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof randomFrom>;

const SCREENS = [
  [1440, 900],
  [390, 844],
  [1024, 700],
  [768, 1024],
] as const;
const KEYS =
  'Tab Shift+Tab Enter Space Escape ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown Delete Backspace - 5'.split(
    ' ',
  );
const TEXTS = '0 1 -1 2 0.5 -0.25 1/3 -22/7 100 -12345.678 1e-9 1/0 x NaN 9999999999999999999999 1+2'.split(' ');
const CLICKED = 'button, a[href^="#"], summary, select, label, [role^="menuitem"], [role="option"], [role="tab"]';
const FIELDS = 'input, [role="spinbutton"]';
const DRAGGED = '[role="spinbutton"], [role="slider"], .sheet-picture, .axes, .graph';

/** The middle of the n-th of these, or of the next one that can be reached with the pointer. */
function place(page: Page, selector: string, n: number): Promise<{ x: number; y: number } | null> {
  return page.evaluate(
    ([all, from]) => {
      const elements = [...document.querySelectorAll(all)];
      for (let i = 0; i < elements.length; i++) {
        const element = elements[(from + i) % elements.length] as Element;
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        if (width === 0 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
        const hit = document.elementFromPoint(x, y);
        if (hit && (element.contains(hit) || hit.contains(element))) return { x, y };
      }
      return null;
    },
    [selector, n] as const,
  );
}

/** What is done in a round, as a list of functions with as many entries as each is likely. */
function actionsOf(page: Page, random: Random, links: readonly string[]): (() => Promise<unknown>)[] {
  const { mouse, keyboard } = page;
  const at = async (selector: string, act: (x: number, y: number) => Promise<unknown>) => {
    const found = await place(page, selector, random(10_000));
    if (found) await act(found.x, found.y);
  };
  const press = (times: number, keys: readonly string[]) => async () => {
    for (let n = 1 + random(times); n > 0; n--) await keyboard.press(keys[random(keys.length)] as string);
  };
  const click = () => at(CLICKED, (x, y) => mouse.click(x, y));
  const drag = () =>
    at(DRAGGED, async (x, y) => {
      await mouse.move(x, y);
      await mouse.down();
      for (let moves = 1 + random(4); moves > 0; moves--) await mouse.move(x + random(181) - 90, y + random(61) - 30);
      if (random(6) === 0) await keyboard.press('Escape');
      await mouse.up();
    });
  const type = () =>
    at(FIELDS, async (x, y) => {
      await mouse.click(x, y, { clickCount: 2 });
      await keyboard.insertText(TEXTS[random(TEXTS.length)] as string);
      await keyboard.press(['Enter', 'Tab', 'Escape', 'ArrowUp'][random(4)] as string);
    });
  const hover = () => at('*', (x, y) => mouse.move(x, y));
  const undo = press(4, ['ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+Shift+z']);
  const step = () => at('.fold-bar :is(a, button, input)', (x, y) => mouse.click(x, y));
  const shape = () => at('.panel button, .diagram-shape, .panel input, .shape-row button', (x, y) => mouse.click(x, y));
  const activation = () => at('.switch-option, [role^="menuitem"]', (x, y) => mouse.click(x, y));
  const open = () =>
    page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      links[random(links.length)] as string,
    );
  const scroll = () => mouse.wheel(0, random(1600) - 800);
  const top = () => page.evaluate(() => scrollTo(0, 0));
  const resize = () => {
    const [width, height] = SCREENS[random(SCREENS.length)] as (typeof SCREENS)[number];
    return page.setViewportSize({ width, height });
  };
  const often = <T>(times: number, action: T) => Array.from({ length: times }, () => action);
  return [
    ...often(18, click),
    ...often(12, drag),
    ...often(10, type),
    ...often(10, press(3, KEYS)),
    ...often(8, top),
    ...often(7, step),
    ...often(7, undo),
    ...often(6, shape),
    ...often(6, activation),
    ...often(5, hover),
    ...often(5, open),
    ...often(4, scroll),
    ...often(2, resize),
  ];
}

/** Links to presets and to random networks, a few of them large. */
function someLinks(seed: number): string[] {
  const sample = (maxNodes: number, maxHiddenLayers: number, numRuns: number) =>
    fc
      .sample(documents({ numbers: smallRationals, maxNodes, maxHiddenLayers }), { seed, numRuns })
      .map((document) => `#${encode({ document, step: document.x.length })}`);
  return [...PRESETS.map(({ id }) => `#preset=${id}`), ...sample(3, 2, 24), ...sample(6, 3, 4)];
}

/**
 * Ends what is under way, and gives the link to what is shown. The page writes it when it is about to be left. Of a link
 * that was opened a moment ago the page hears in a task to come.
 */
function linkOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    window.dispatchEvent(new Event('pagehide'));
    return sessionStorage.getItem('crease-link')?.split(' ')[0] ?? '';
  });
}

/** A link without its step, its section and what stands beside the network, which undo leaves alone. */
function undoable(link: string): string {
  return link.replace(/&(?:step|section|sheet|view|fit)=[^&]*/g, '');
}

/** What the engine says of a network: the kind of the verdict, and how its sentence begins. Null: too large. */
function answerFor(network: Network<Rational>): { kind: string; sentence: string | null } | null {
  if (!isPiecewiseLinearNetwork(network)) {
    const until = performance.now() + 1000;
    const { kind } = decide(network, ALL, () => performance.now() > until);
    return kind === 'undecided' ? null : { kind, sentence: null };
  }
  const cells = [];
  for (const cell of eachCell(network, ALL)) {
    if (cells.push(cell) > MOST_CELLS) return null;
  }
  if (new Set(cells.map(formKey)).size === 1) return { kind: 'collapses', sentence: null };
  const bends = { creases: creaseCount(network, ALL), pieces: regionsOf(cells).regionCount };
  return { kind: 'bends', sentence: VERDICT.bendsSentence(bends) };
}

async function expectVerdict(page: Page, link: string): Promise<void> {
  const shared = decode(link);
  if (!shared?.ok) throw new Error(`the page’s own link can’t be read: ${link}`);
  const expected = answerFor(shared.value.document.network);
  if (!expected) return;
  const shown = () =>
    page.locator('.verdict').evaluate((verdict) => ({
      kind: (verdict as HTMLElement).dataset['kind'],
      sentence: verdict.querySelector('.verdict-sentence')?.textContent ?? '',
    }));
  await expect.poll(async () => (await shown()).kind, { message: link }).toBe(expected.kind);
  // An edit is drawn in the frame after it.
  const { sentence } = expected;
  if (sentence !== null) await expect.poll(async () => (await shown()).sentence, { message: link }).toContain(sentence);
}

/** Presses Undo, or Redo, until there is nothing left to do; says how often. */
function pressOut(page: Page, name: 'Undo' | 'Redo'): Promise<number> {
  return page.evaluate(async (label) => {
    for (let times = 0; ; times++) {
      const button = document.querySelector<HTMLElement>(`.header button[aria-label^="${label}"]`);
      if (!button || button.ariaDisabled === 'true') return times;
      button.click();
      // The page answers to each. It is drawn now and then: that for each would be a fifth of this test.
      await (times % 10 === 9 ? new Promise((resolve) => requestAnimationFrame(resolve)) : null);
    }
  }, name);
}

test(`${ACTIONS} random actions, seed ${SEED}`, async ({ page, context }) => {
  test.setTimeout(60_000 + ACTIONS * 900);
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.stack ?? String(error)));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const weigh = async () => {
    await showKnown(page);
    return kept(page);
  };
  const random = randomFrom(SEED);
  const actions = actionsOf(page, random, someLinks(SEED));
  await page.addInitScript(() => {
    // A link to another page would end the test.
    addEventListener('click', (event) => {
      const anchor = (event.target as Element).closest('a');
      if (anchor && !anchor.getAttribute('href')?.startsWith('#')) event.preventDefault();
    });
  });
  await page.goto('./');
  await expect(page.locator('.verdict')).toHaveAttribute('data-kind', 'collapses');

  let before = 0;
  let start = undoable(encode({ document: defaultDocument(), step: 0 }));
  await expect.poll(() => linkOf(page), 'the page is live').toBe(start);
  for (let round = 0; round * ROUND < ACTIONS; round++) {
    if (round === WARM_ROUNDS && ACTIONS >= WEIGHED_ACTIONS) before = await weigh();
    for (let n = 0; n < ROUND; n++) {
      await actions[random(actions.length)]?.();
      // Ten milliseconds each, were it asked a thousand times.
      if (noise.length > 0) expect(noise, `after action ${round * ROUND + n}, from ${start}`).toEqual([]);
    }
    const end = await linkOf(page);
    await expectVerdict(page, end);
    if (round % UNDO_ROUNDS < UNDO_ROUNDS - 1) continue;
    await pressOut(page, 'Redo');
    const newest = undoable(await linkOf(page));
    const steps = await pressOut(page, 'Undo');
    // Of more steps than the history keeps the first are gone.
    if (steps < HISTORY_LIMIT) expect(undoable(await linkOf(page)), `undone from ${newest}`).toBe(start);
    await pressOut(page, 'Redo');
    expect(undoable(await linkOf(page)), 'done again').toBe(newest);
    // From here on: what comes next drops all that could be done again.
    await pressOut(page, 'Undo');
    start = undoable(await linkOf(page));
    expect(noise, `by undo and redo, from ${start}`).toEqual([]);
  }
  if (before === 0) return;
  const after = await weigh();
  process.stdout.write(`heap ${before.toFixed(1)} to ${after.toFixed(1)} MB\n`);
  expect(after).toBeLessThan(before * MOST_GROWTH);
});

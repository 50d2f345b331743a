/** A reader at the page: finds things by what they are called, and does with mouse, finger and keys what readers do. */
import { expect } from '@playwright/test';
import type { Browser } from './browser.ts';

/** What is meant: a selector, and what it is called (its label, or else its text). */
export interface Target {
  readonly css: string;
  readonly name?: string | undefined;
}

export const button = (name: string, within = ''): Target => ({ css: `${within} :is(button, summary)`, name });
export const field = (name: string, within = ''): Target => ({ css: `${within} [role=spinbutton]`, name });
export const slider = (name: string, within = ''): Target => ({
  css: `${within} :is([type=range], [role=slider])`,
  name,
});
/** Of the switch: a radio button lies over all of its face. */
export const activation = (name: 'Linear' | 'ReLU', within = '.stage'): Target => ({
  css: `${within} .switch-option input`,
  name,
});

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
type Offset = readonly [dx: number, dy: number];

/** How a thing is pressed or dragged. */
export type By = 'mouse' | 'finger';

/** In the page: all that are meant and can be seen. What is called: its label, its text, or its text without ornaments. */
const FOUND = `(css, name) => {
  const isNamed = (text) => text.replaceAll(/\\s+/g, ' ').trim() === name;
  const said = (element) => {
    const copy = element.cloneNode(true);
    for (const ornament of copy.querySelectorAll('[aria-hidden=true]')) ornament.remove();
    return copy.textContent;
  };
  return [...document.querySelectorAll(css)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    (name === undefined || isNamed(element.ariaLabel ?? element.textContent) || isNamed(element.ariaLabel ?? said(element))));
}`;

/** How long until it is looked again, ms: Playwright’s own way would soon wait a second. */
const SOON = { intervals: [20, 40, 80] };

const meaning = (target: Target | string): Target => (typeof target === 'string' ? { css: target } : target);

export class Reader {
  constructor(
    readonly browser: Browser,
    private readonly home: string,
  ) {}

  /** Runs a function in the page: arguments and answer are JSON. */
  evaluate<A extends readonly unknown[], T>(script: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return this.browser.run(`(${String(script)})(...${JSON.stringify(args)})`);
  }

  /** The same, and the function is given the elements that are meant first. */
  private on<T>(target: Target | string, script: (elements: HTMLElement[]) => T): Promise<Awaited<T>> {
    const { css, name } = meaning(target);
    return this.browser.run(`(${String(script)})((${FOUND})(${JSON.stringify(css)}, ${JSON.stringify(name)}))`);
  }

  /** Whether a page is open that the next network can be opened in. */
  private isOpen = false;

  /** Opens a network, the chapter's if no link is given: in the page that is open, which is quick, or else in a new one. */
  async open(link = 'preset=chapter-8'): Promise<void> {
    if (!this.isOpen) return this.load(link);
    await this.evaluate((hash) => {
      for (const popover of document.querySelectorAll<HTMLElement>(':popover-open')) popover.hidePopover();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      // An address that is still to be written would be the one of the test before.
      dispatchEvent(new Event('pagehide'));
      location.hash = hash;
      scrollTo({ top: 0, behavior: 'instant' });
    }, link);
    await this.frame();
  }

  /** Loads the page anew, and waits until it answers. */
  async load(link = ''): Promise<void> {
    this.isOpen = false;
    await this.browser.goto('about:blank');
    await this.browser.goto(`${this.home}${link === '' ? '' : `#${link}`}`);
    await this.live();
  }

  async reload(): Promise<void> {
    await this.browser.reload();
    await this.live();
  }

  private async live(): Promise<void> {
    await this.until(() =>
      this.evaluate(() => {
        const isLive = Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__react'));
        return isLive && !('opening' in document.documentElement.dataset);
      }),
    );
    // At the next visit the network does not fold up by itself.
    await this.evaluate(() => localStorage.setItem('crease-folded', '1'));
    this.isOpen = true;
  }

  /** Opens a network, goes to a section of the article, and waits until the section answers. */
  async openAt(section: string, link = 'preset=chapter-8'): Promise<void> {
    await this.open(link);
    // The first sign of a reader brings the article.
    await this.browser.pointer([{ kind: 'move', x: 2, y: 2 }]);
    await this.until(() =>
      this.evaluate((id) => {
        const part = document.getElementById(id);
        part?.scrollIntoView({ behavior: 'instant' });
        return Object.keys(part ?? {}).some((key) => key.startsWith('__react'));
      }, section),
    );
  }

  /** The page is not to be used by the next test. */
  async close(): Promise<void> {
    this.isOpen = false;
    await this.browser.goto('about:blank');
  }

  until(condition: () => Promise<boolean>): Promise<void> {
    // A page that opens on a busy machine takes its time.
    return expect.poll(condition, { ...SOON, timeout: 60_000 }).toBe(true);
  }

  /** The texts of all that are meant and can be seen; of a field, its value. */
  texts(target: Target | string): Promise<string[]> {
    return this.on(target, (elements) =>
      elements.map((element) =>
        (element instanceof HTMLInputElement ? element.value : (element.textContent ?? ''))
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ),
    );
  }

  /** Waits until the first that is meant has this text or value. */
  async sees(target: Target | string, text: string | RegExp): Promise<void> {
    const first = expect.poll(async () => (await this.texts(target))[0], { ...SOON, message: JSON.stringify(target) });
    await (typeof text === 'string' ? first.toBe(text) : first.toMatch(text));
  }

  /** Waits until so many are there. */
  async counts(target: Target | string, count: number): Promise<void> {
    await expect
      .poll(async () => (await this.texts(target)).length, { ...SOON, message: JSON.stringify(target) })
      .toBe(count);
  }

  /** How many are there, seen or not. */
  count(css: string): Promise<number> {
    return this.evaluate((selector) => document.querySelectorAll(selector).length, css);
  }

  /** Where it is, in view, once it is there and stands still. */
  async box(target: Target | string): Promise<Box> {
    const look = () =>
      this.on(target, async ([element]) => {
        if (!element) return null;
        const { top, bottom, left, right } = element.getBoundingClientRect();
        if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth)
          element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const before = element.getBoundingClientRect();
        for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
        const { x, y, width, height } = element.getBoundingClientRect();
        // On a busy machine, what has begun to move may stand still for longer than two frames.
        const moves = document
          .getAnimations()
          .some(
            ({ effect, playState }) => playState === 'running' && (effect as KeyframeEffect).target?.contains(element),
          );
        return !moves && x === before.x && y === before.y && width === before.width ? { x, y, width, height } : null;
      });
    let box = await look();
    await expect.poll(async () => (box ??= await look()), { ...SOON, message: JSON.stringify(target) }).not.toBeNull();
    return box as unknown as Box;
  }

  isInView({ x, y, width, height }: Box): Promise<boolean> {
    return this.evaluate(
      (left, top, right, bottom) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      x,
      y,
      x + width,
      y + height,
    );
  }

  /** By how many px the page is wider than its window. */
  overflow(): Promise<number> {
    return this.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  }

  async middle(target: Target | string): Promise<Point> {
    const { x, y, width, height } = await this.box(target);
    return { x: x + width / 2, y: y + height / 2 };
  }

  async press(target: Target | string, by: By = 'mouse'): Promise<void> {
    await this.move(await this.middle(target), [], by);
  }

  /** Drags from the middle through so many px to the right and down. */
  async drag(target: Target | string, through: readonly Offset[], by: By = 'mouse'): Promise<void> {
    await this.move(await this.middle(target), through, by);
  }

  async point(target: Target | string): Promise<void> {
    await this.browser.pointer([{ kind: 'move', ...(await this.middle(target)) }]);
  }

  /** Down, so many moves, each on a frame of its own, and up. */
  async move({ x, y }: Point, through: readonly Offset[], by: By = 'mouse'): Promise<void> {
    const places = through.map(([dx, dy]) => ({ x: x + dx, y: y + dy }));
    if (by === 'finger') return this.evaluate(touch, { x, y }, places);
    await this.browser.pointer([{ kind: 'move', x, y }, { kind: 'down' }]);
    for (const place of places) {
      await this.browser.pointer([{ kind: 'move', ...place }]);
      await this.frame();
    }
    await this.browser.pointer([{ kind: 'up' }]);
  }

  frame(): Promise<void> {
    return this.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
  }

  /** Focuses it, as Tab would. */
  async focus(target: Target | string): Promise<void> {
    await this.box(target);
    await this.on(target, ([first]) => first?.focus());
  }

  keys(...keys: readonly string[]): Promise<void> {
    return this.browser.keys(...keys);
  }

  /** Writes over what is in a field, and takes it with Enter. */
  async type(target: Target | string, text: string): Promise<void> {
    await this.focus(target);
    await this.keys('Control+a', ...text, 'Enter');
  }

  focused(): Promise<string | null> {
    return this.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? null);
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }
}

/**
 * In the page: a finger. No driver of WebKit has any, so the page gets the events that one would make from a script. A
 * browser captures only pointers of its own, so capture is done here too.
 */
async function touch(start: Point, moves: readonly Point[]): Promise<void> {
  const pointerId = 77;
  const captors = new Set<Element>();
  const { setPointerCapture } = Element.prototype;
  Element.prototype.setPointerCapture = function (id) {
    if (id === pointerId) captors.add(this);
    else setPointerCapture.call(this, id);
  };
  const send = (type: string, { x, y }: Point) => {
    const [captor] = captors;
    const target = captor ?? document.elementFromPoint(x, y) ?? document.body;
    const at = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
    if (!type.startsWith('pointer')) target.dispatchEvent(new MouseEvent(type, at));
    else {
      const buttons = type === 'pointerup' ? 0 : 1;
      const button = type === 'pointermove' ? -1 : 0;
      target.dispatchEvent(
        new PointerEvent(type, { ...at, pointerId, pointerType: 'touch', isPrimary: true, button, buttons }),
      );
    }
    return target;
  };
  const pressed = send('pointerdown', start);
  for (const place of moves) {
    // A finger takes its time.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    send('pointermove', place);
  }
  send('pointerup', moves.at(-1) ?? start);
  // Of a finger that has not moved the browser makes a press.
  if (moves.length === 0) {
    send('mousedown', start);
    pressed.closest<HTMLElement>('a, button, input, select, summary')?.focus();
    send('mouseup', start);
    send('click', start);
  }
  Element.prototype.setPointerCapture = setPointerCapture;
}

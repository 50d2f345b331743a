import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SECTION_HEIGHTS } from '../../src/chapter/section-heights.ts';
import { expect, test } from './fixtures.ts';
import { came, frame, live, readToTheEnd } from './stage.ts';

test.use({ waitsUntilLive: false });

declare global {
  interface Window {
    layoutShifts: string[];
    cardHeights: number[];
    cardFrames: number[];
    sectionFrames: boolean[];
    isArticleEarly: boolean;
  }
}

/** Keeps a file back; returns what lets it come. */
async function hold(page: Page, file: RegExp): Promise<() => void> {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(file, async (route) => {
    await held;
    await route.continue();
  });
  return goOn;
}

test('nothing moves while the page loads, comes alive and gets its fonts', async ({ page }) => {
  await page.addInitScript(() => {
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        const moved = entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 80) : node?.nodeName,
        );
        window.layoutShifts.push(`${entry.value.toFixed(4)}: ${moved.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('./');
  // All that comes by itself: the sheet and the article are the last.
  await came(page, 'katex', 'late-styles', 'sheet', 'chapter');
  await page.evaluate(() => document.fonts.ready);
  await frame(page);
  const shifts = await page.evaluate(() => window.layoutShifts);
  expect(shifts).toEqual([]);
});

test('the card comes in two frames: the network and its sheet, then what stands behind them', async ({ page }) => {
  await page.addInitScript(() => {
    window.cardFrames = [];
    const look = () => {
      const parts = [...document.querySelectorAll('.card > *')];
      const there = parts.filter((part) => part.checkVisibility()).length;
      if (there > 0 && window.cardFrames.at(-1) !== there) window.cardFrames.push(there);
      if (!('live' in document.documentElement.dataset)) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('./');
  await live(page);
  expect(await page.evaluate(() => window.cardFrames)).toEqual([2, 5]);
});

test('the article comes in two frames: what is near the screen of its sections follows', async ({ page }) => {
  await page.addInitScript(() => {
    window.sectionFrames = [];
    const look = () => {
      const section = document.querySelector('.chapter > .section');
      if (section?.parentElement?.checkVisibility()) {
        const isThere = section.firstElementChild?.checkVisibility() === true;
        if (window.sectionFrames.at(-1) !== isThere) window.sectionFrames.push(isThere);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('./');
  await came(page, 'late-styles');
  await expect.poll(() => page.evaluate(() => window.sectionFrames)).toEqual([false, true]);
});

test('the network of a link is laid out once, with its pieces or its matrices', async ({ page }) => {
  await page.addInitScript(() => {
    window.cardHeights = [];
    window.isArticleEarly = false;
    const look = () => {
      const height = document.querySelector('.card')?.getBoundingClientRect().height ?? 0;
      const isOpen = 'live' in document.documentElement.dataset;
      // What moves by less than 3 px is no shift for a browser either.
      if (isOpen && Math.abs(height - (window.cardHeights.at(-1) ?? 0)) >= 3) window.cardHeights.push(height);
      // It would be pushed down by a card that gets higher.
      window.isArticleEarly ||= !isOpen && (document.querySelector('.story > article')?.checkVisibility() ?? false);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const layer = (inputs: number) =>
    Array(8)
      .fill(`${Array(inputs).fill(1).join()}:1`)
      .join(';');
  const wide = `v=1&in=A,B,C,D,E,F&h1=${layer(6)}&h2=${layer(8)}&y=${Array(8).fill(2).join()}:1`;
  for (const link of ['preset=xor', 'preset=chapter-8-relu', wide]) {
    await page.goto('about:blank');
    await page.goto(`./#${link}`);
    await live(page);
    await came(page, 'sheet', 'chapter', 'quiet');
    await frame(page);
    expect(await page.evaluate(() => window.cardHeights), link).toEqual([expect.anything()]);
    expect(await page.evaluate(() => window.isArticleEarly), link).toBe(false);
  }
});

test('what is in the HTML has its styles before any part comes alive', async ({ browser, viewport, baseURL }) => {
  const context = await browser.newContext({ viewport, baseURL: baseURL ?? '', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./');
  const { classes, files } = await page.evaluate(() => ({
    // A popover is opened by the part that is alive, and the article is shown when its styles have come.
    classes: [...document.querySelectorAll('body [class]')]
      .filter((element) => !element.closest('[popover], noscript, #story-place'))
      .flatMap((element) => [...element.classList]),
    files: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
      .filter((link) => !link.closest('noscript'))
      .map(({ href }) => href.split('/').at(-1)),
  }));
  await context.close();
  const styles = readdirSync('dist/assets').filter((file) => file.endsWith('.css'));
  const named = (file: string) => readFileSync(`dist/assets/${file}`, 'utf8').match(/\.[a-z][\w-]*/g) ?? [];
  const early = new Set(styles.filter((file) => files.includes(file)).flatMap(named));
  const late = new Set(styles.filter((file) => !files.includes(file)).flatMap(named));
  expect(early.size).toBeGreaterThan(200);
  expect(late.size).toBeGreaterThan(50);
  const unstyled = new Set(classes.filter((name) => late.has(`.${name}`) && !early.has(`.${name}`)));
  expect([...unstyled]).toEqual([]);
});

test('on a wide screen the card is not seen before all of its parts have come and are in order', async ({
  page,
  viewport,
}) => {
  // The rest of the page, and with it the last part, is still on its way.
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.slice(0, html.indexOf('card-desk')) });
  });
  await hold(page, /\.js$/);
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const isWide = (viewport?.width ?? 0) > 1000;
  await expect(page.locator('.card-network .node').first()).toBeVisible({ visible: !isWide });
  await expect(page.locator('.verdict-sentence')).toBeVisible({ visible: !isWide });
});

test('the diagram without JavaScript is the one that comes alive, or on a phone a picture with its numbers', async ({
  page,
  browser,
  viewport,
  baseURL,
}) => {
  /** Transforms, which place it, are no layout shifts. */
  const boxes = (of: Page) =>
    of.locator('.diagram-picture:visible :is(button, .chip, .value, .node-output, path)').evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ');
      }),
    );
  const context = await browser.newContext({ viewport, baseURL: baseURL ?? '', javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto('./');
  const before = await boxes(still);
  const picture = still.locator('.diagram .network-picture:visible');
  const numbers = (await picture.locator('.picture-chip + text').allTextContents()).sort();
  await context.close();

  await page.goto('./');
  await live(page);
  await came(page, 'katex');
  if ((viewport?.width ?? 0) < 500) {
    const fields = page.locator('.diagram-picture').getByRole('spinbutton');
    const values = await fields.evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value).sort());
    expect(values).toHaveLength(14);
    expect([before, numbers]).toEqual([[], values]);
    return;
  }
  expect(numbers).toEqual([]);
  expect(before.length).toBeGreaterThan(20);
  expect(await boxes(page)).toEqual(before);
});

test('a link shows nothing of another network before its own', async ({ page }) => {
  const goOn = await hold(page, /\/index-[^/]*\.js$/);
  await page.goto('./#preset=xor', { waitUntil: 'commit' });
  const verdict = page.locator('.verdict-sentence');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(verdict).toBeHidden();
  await expect(page.getByRole('group', { name: 'Network diagram' })).toBeHidden();
  goOn();
  await expect(verdict).toBeVisible();
  await expect(page.getByRole('region', { name: 'Derivation' })).not.toContainText('21');
});

test('the sheet in the HTML is not shown beside another network', async ({ page }) => {
  const goOn = await hold(page, /\/sheet-[^/]*\.js$/);
  await page.goto('./#preset=xor');
  await expect(page.getByText('Drawing the sheet …')).toBeVisible();
  await expect(page.locator('.card-sheet > .sheet')).toBeHidden();
  goOn();
  await expect(page.locator('.card-sheet > .sheet')).toBeVisible();
  await expect(page.getByText('Drawing the sheet …')).toBeHidden();
});

test('an edit that comes before the sheet’s code leaves its picture, without what is said of the network before', async ({
  page,
}) => {
  const goOn = await hold(page, /\/sheet-[^/]*\.js$/);
  await page.goto('./#preset=chapter-8');
  await expect(page.locator('html')).not.toHaveAttribute('data-opening');
  await page.getByRole('radio', { name: 'ReLU' }).first().check({ force: true });
  await expect(page.getByText('Drawing the sheet …')).toBeVisible();
  await expect(page.locator('.card-sheet .sheet-picture')).toBeVisible();
  await expect(page.locator('.card-sheet').getByText('flat, no crease')).toBeHidden();
  goOn();
  await expect(page.locator('.card-sheet').getByText('2 creases, 4 flat pieces')).toBeVisible();
  await expect(page.getByText('Drawing the sheet …')).toBeHidden();
});

test('a box like the one that the HTML is drawn for is drawn once', async ({ page }) => {
  await page.goto('./');
  await live(page);
  const picture = page.locator('.diagram-picture');
  await expect(picture).not.toHaveAttribute('data-drawn-for');
  // React keeps the drawing before beside the one that is seen.
  const drawnAgain = () =>
    picture.evaluate((element) =>
      [...element.querySelectorAll('.edge-line')].some((line) =>
        Object.entries(line).some(
          ([key, fiber]) => key.startsWith('__reactFiber') && (fiber as { alternate: unknown }).alternate !== null,
        ),
      ),
    );
  expect(await drawnAgain()).toBe(false);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.setViewportSize({ width: Math.round(0.8 * width), height });
  await expect.poll(drawnAgain).toBe(true);
});

const FIRST_SCREEN = /(?:inter|source-serif-4)-latin-wght-normal|KaTeX_(?:Main-Regular|Math-Italic)/;
/** Emphasis, and the braces of functions that are given piece by piece. */
const ARTICLE = /source-serif-4-latin-wght-italic|KaTeX_Size4-Regular/;

test('the page fetches only the faces that it shows: of the first screen, then of the article', async ({ page }) => {
  let fonts: string[] = [];
  page.on('request', (request) => {
    if (request.serviceWorker() === null && request.resourceType() === 'font') fonts.push(request.url());
  });
  // The late styles come as soon as the page is live, and their faces with them: not before we have looked.
  const letStylesCome = await hold(page, /\/late-styles-[^/]*\.css$/);
  await page.goto('./', { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((url) => !FIRST_SCREEN.test(url))).toEqual([]);

  fonts = [];
  letStylesCome();
  await expect(page.locator('#story')).toBeVisible();
  await came(page, 'chapter');
  await readToTheEnd(page);
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(() => fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((url) => !ARTICLE.test(url))).toEqual([]);
});

/** Sections that have come alive. Each is told whether it is still the element that the HTML had. */
const alive = (page: Page) =>
  page.evaluate(() => {
    const { written } = window as unknown as { written: Map<string, Element> };
    const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith('__react'));
    return [...document.querySelectorAll('.chapter, .chapter > .section')]
      .filter(isAlive)
      .map((element) => `${element.id}${written.get(element.id) === element ? '' : ', made anew'}`);
  });

test('what is in the HTML is what comes alive, each section when the reader is near', async ({ page }) => {
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      const sections = document.querySelectorAll('.chapter, .chapter > .section');
      Object.assign(window, { written: new Map([...sections].map((element) => [element.id, element])) });
    }),
  );
  await page.goto('./');
  await live(page);
  await page.mouse.move(5, 5);
  await expect.poll(() => alive(page)).toEqual(['story']);
  await page.locator('#switch-on-relu').evaluate((section) => section.scrollIntoView());
  await expect.poll(() => alive(page)).toContain('switch-on-relu');
  // From one that is near others may be, too.
  expect(await alive(page)).not.toContain('what-comes-next');
  // All that is said of another network has to be said anew.
  const bar = page.getByRole('complementary', { name: 'The network, in short' });
  await bar.getByRole('radio', { name: 'ReLU' }).check({ force: true });
  const sections = Object.keys(SECTION_HEIGHTS);
  await expect.poll(() => alive(page)).toEqual(['story', ...sections]);
});

test('what is done in a section before it is alive is done once it is', async ({ page }) => {
  const goOn = await hold(page, /\/sections-[^/]*\.js$/);
  await page.goto('./');
  await came(page, 'late-styles');
  const [question, midpoint] = [page.locator('#same-model-twice'), page.locator('#does-it-always-bend')];
  await midpoint.scrollIntoViewIfNeeded();
  // The frame of the article is alive.
  await expect(page.getByRole('complementary', { name: 'The network, in short' })).toBeVisible();
  await midpoint.getByRole('radio', { name: 'Linear' }).check({ force: true });
  await question.scrollIntoViewIfNeeded();
  await question.getByRole('textbox').fill('20');
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.locator('.predict-truth')).toHaveCount(0);
  goOn();
  await expect(question.locator('.predict-truth')).toContainText('You said 20. It is 21');
  const curve = midpoint.getByRole('radiogroup');
  await expect(curve.getByRole('radio', { name: 'Linear' })).toBeChecked();
  await expect(curve.getByRole('radio', { name: 'ReLU' })).not.toBeChecked();
  await expect(midpoint).toContainText('the promise is kept here');
});

test('a menu that is opened before the page is alive is filled once it is, and takes the focus', async ({ page }) => {
  const goOn = await hold(page, /\/index-[^/]*\.js$/);
  await page.goto('./', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Presets' }).click();
  const menu = page.getByRole('menu', { name: 'Presets' });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('menuitemradio')).toHaveCount(0);
  goOn();
  await expect(menu.getByRole('menuitemradio').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});

test('a section takes about the room that is kept for it', async ({ page, isMobile }) => {
  await page.goto('./');
  await live(page);
  for (const [place, width] of isMobile
    ? ([[2, 390]] as const)
    : ([
        [0, 1440],
        [1, 760],
      ] as const)) {
    await page.setViewportSize({ width, height: 900 });
    await readToTheEnd(page);
    const heights = await page.locator('.chapter > :is(.section, .glossary)').evaluateAll(
      (all, name) =>
        all.map((section) => {
          const kept = Number.parseFloat(getComputedStyle(section).getPropertyValue(name));
          return [section.id, section.getBoundingClientRect().height, kept] as const;
        }),
      ['--wide', '--desk', '--phone'][place],
    );
    for (const [id, height, kept] of heights) {
      expect(Math.abs(height - kept) / kept, `${id} at ${width}: ${height}, not ${kept}`).toBeLessThan(0.08);
    }
  }
});

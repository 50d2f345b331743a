import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { draws } from './window-draws.ts';

/**
 * `test` for every end-to-end test: it fails on any console message, uncaught error or request to another host, in any
 * page that the test opens, and on a formula set in a face that the page does not have.
 */
export const test = base.extend<{
  quiet: void;
  isQuiet: boolean;
  waitsUntilLive: boolean;
  hasSeenFold: boolean;
}>({
  // Where a part fails to come, the console says so.
  isQuiet: [true, { option: true }],
  // A click that comes before the page answers is lost; what happens before is the subject of few tests.
  waitsUntilLive: [true, { option: true }],
  // At the first visit the network folds up by itself.
  hasSeenFold: [true, { option: true }],
  context: async ({ context, hasSeenFold }, provide) => {
    await prepare(context, hasSeenFold);
    await provide(context);
  },
  page: async ({ page, channel, javaScriptEnabled, waitsUntilLive }, provide) => {
    if (channel === 'moz-firefox') typeWhatIsFilledIn(page);
    if (waitsUntilLive && javaScriptEnabled !== false) {
      const { goto } = page;
      page.goto = async (...to) => {
        const response = await goto.apply(page, to);
        if (to[0] !== 'about:blank') {
          await expect(page.locator('html')).toHaveAttribute('data-live');
          await draws(page);
        }
        return response;
      };
    }
    await provide(page);
  },
  quiet: [
    async ({ context, baseURL, page, isQuiet }, use) => {
      const noise: string[] = [];
      context.on('console', (message) =>
        noise.push(`console.${message.type()}: ${message.text()} (${message.location().url})`),
      );
      context.on('weberror', (error) => noise.push(`uncaught: ${String(error.error().stack ?? error.error())}`));
      context.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        const isOurs = hostname === new URL(baseURL ?? '').hostname || protocol === 'blob:' || protocol === 'data:';
        if (!isOurs) noise.push(`request to another host: ${request.url()}`);
      });
      await use();
      if (!isQuiet) return;
      expect(noise, 'nothing on the console, no error, no request to another host').toEqual([]);
      // What KaTeX draws may be on its way.
      if (!page.isClosed()) await expect.poll(() => missingFaces(page), 'faces that formulas need').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** Before the first page of a context: what no test is about but those that say so. */
export async function prepare(context: BrowserContext, hasSeenFold: boolean): Promise<void> {
  if (hasSeenFold) {
    await context.addInitScript(() => {
      try {
        localStorage.setItem('crease-folded', '1');
      } catch {
        // The empty page before it has no storage.
      }
    });
  }
  // The copy for offline use is fetched with every new context: a quarter of what a page costs.
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
}

/** Firefox that is driven by WebDriver BiDi gets a field's text past React: there, what is filled in is typed. */
export function typeWhatIsFilledIn(page: Page): void {
  const locator = Object.getPrototypeOf(page.locator('html')) as Locator;
  locator.fill = async function (this: Locator, text) {
    await this.focus();
    await this.press('ControlOrMeta+a');
    await (text === '' ? this.press('Delete') : this.pressSequentially(text));
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/**
 * Runs axe's default rules and those of WCAG 2.2 AA on the page, and what it knows of colours in the other theme as well;
 * expects no violation. Leaves the page in the dark theme. It takes seconds: a part that the test has left as it was may be
 * left out, or only the part looked at that it has changed.
 */
export async function expectAccessible(
  page: Page,
  where: { readonly without: '#story' | '#network' } | { readonly only: string } | null = null,
): Promise<void> {
  const context = where && ('only' in where ? { include: [where.only] } : { exclude: [where.without] });
  await page.evaluate(AXE);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(page, 'all', context), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, 'colours', context), 'dark').toEqual([]);
}

async function violations(
  page: Page,
  rules: 'all' | 'colours',
  context: { readonly include: string[] } | { readonly exclude: string[] } | null,
): Promise<unknown[]> {
  const isStoryOut = context !== null && 'exclude' in context && context.exclude[0] === '#story';
  // What the browser leaves out for now has a place that is only thought to be right.
  if (!isStoryOut) {
    await page.addStyleTag({ content: '.section { content-visibility: visible !important }' });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  // What is fading in has not its colours yet. An animation in a part that the browser leaves out for now never ends.
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter(
        ({ effect }) =>
          Number.isFinite(effect?.getComputedTiming().endTime) &&
          (effect as KeyframeEffect).target?.checkVisibility({ contentVisibilityAuto: true }),
      );
    await Promise.allSettled(finite.map(({ finished }) => finished));
  });
  return page.evaluate(
    async ([asked, parts]) => {
      const { axe: engine } = window as unknown as { axe: typeof axe };
      const newest = engine.getRules(['wcag22aa']).map(({ ruleId }) => [ruleId, { enabled: true }] as const);
      const result = await engine.run(parts ?? document, {
        resultTypes: ['violations'],
        ...(asked === 'all'
          ? { rules: Object.fromEntries(newest) }
          : { runOnly: ['color-contrast', 'link-in-text-block'] }),
      });
      return result.violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
      }));
    },
    [rules, context] as const,
  );
}

/** Faces (family, weight, style) that text inside a formula asks for and that no @font-face rule of the page gives: where. */
export function missingFaces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faceOf = (font: { fontFamily: string; fontWeight: string; fontStyle: string }) =>
      `${font.fontFamily.split(',')[0]?.replaceAll(/["']/g, '').trim()} ${font.fontWeight} ${font.fontStyle}`;
    const weights: Record<string, string> = { normal: '400', bold: '700' };
    const given = new Set(
      [...document.fonts].map(({ family, weight, style }) =>
        faceOf({ fontFamily: family, fontWeight: weights[weight] ?? weight, fontStyle: style }),
      ),
    );
    const needed = [
      ...document.querySelectorAll('.formula [aria-hidden]:not(.secret-mark, .formula-note), .formula [aria-hidden] *'),
    ]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')),
      )
      .map((element) => [faceOf(getComputedStyle(element)), element] as const)
      .filter(([face]) => !given.has(face));
    // The way down to it says in which part of the page it is, and what its face should have come from.
    const wayTo = (element: Element) => {
      const way: string[] = [];
      for (let at: Element | null = element; at; at = at.parentElement)
        way.unshift([at.localName, ...at.classList].join('.'));
      return way.join(' > ');
    };
    return needed.map(([face, element]) => `${face}: ${element.outerHTML.slice(0, 200)} in ${wayTo(element)}`);
  });
}

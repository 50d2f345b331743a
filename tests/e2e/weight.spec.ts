/** What the browser has to hold, and to walk at every edit: counts, which do not depend on how fast a machine is. */
import type { Browser } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { came, diagram, E_TO_1, frame, live, middleOf } from './stage.ts';

/** To be lowered with every part that gets lighter. */
const MOST = { elements: 3500, positioned: 350 };

/** Of one edit, of the chapter's network: everything changes in one frame, the sheet too. To be lowered as well. */
const MOST_OF_AN_EDIT = [
  { name: 'linear', hash: '#preset=chapter-8', counts: { layouts: 1, full: 0, paints: 14, dirty: 110, styled: 40 } },
  {
    name: 'with ReLU',
    hash: '#preset=chapter-8-relu',
    counts: { layouts: 1, full: 0, paints: 14, dirty: 110, styled: 40 },
  },
];
const EDITS = 20;

test('the page of the chapter has few elements, and few that are positioned', async ({ page, isMobile }) => {
  test.skip(isMobile, 'counted on the desktop');
  await page.goto('./');
  await live(page);
  await page.mouse.move(5, 5);
  await came(page, 'katex', 'late-styles', 'sheet', 'chapter');
  await expect(page.locator('.card-sheet .sheet-handle')).toBeAttached();
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('story') ?? {}).some((key) => key.startsWith('__react')),
  );
  const { elements, positioned } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    return {
      elements: all.length,
      positioned: all.filter((element) => getComputedStyle(element).position !== 'static').length,
    };
  });
  expect(elements).toBeLessThanOrEqual(MOST.elements);
  expect(positioned).toBeLessThanOrEqual(MOST.positioned);
});

test('nothing in a line of the derivation is positioned until a number is worked on', async ({ page }) => {
  await page.goto('./');
  await live(page);
  const line = page.locator('.derivation .line-body').first();
  const positioned = () =>
    line
      .locator('.formula')
      .evaluate(
        (formula) =>
          [formula, ...formula.querySelectorAll('*')].filter(
            (element) => getComputedStyle(element).position !== 'static',
          ).length,
      );
  expect(await positioned()).toBe(0);
  await line.getByRole('spinbutton').first().focus();
  expect(await positioned()).toBeGreaterThan(0);
  await page.keyboard.press('Tab');
  await expect.poll(positioned).toBe(0);
});

for (const { name, hash, counts } of MOST_OF_AN_EDIT) {
  test(`one edit is one layout, and paints little: the chapter, ${name}`, async ({ page, browser, isMobile }) => {
    test.skip(isMobile, 'counted on the desktop');
    await page.goto(`./${hash}`);
    await came(page, 'katex', 'late-styles', 'sheet');
    await expect(page.locator('.card-sheet .sheet-handle')).toBeAttached();
    const { x, y } = await middleOf(diagram(page).getByLabel(E_TO_1));
    await page.mouse.move(x, y);
    await page.mouse.down();
    const drag = async (edits: number) => {
      for (let i = 1; i <= edits; i++) {
        await page.mouse.move(x + 8 + 8 * (i % 2), y);
        await frame(page);
      }
    };
    // The first ones pay for what is made once.
    await drag(6);
    const found = await countsOf(browser, () => drag(EDITS));
    await page.mouse.up();
    for (const [count, most] of Object.entries(counts)) {
      // A frame that some timer asks for now and then is not the edit's.
      expect(found[count as keyof typeof found], count).toBeLessThanOrEqual(1.1 * most);
    }
  });
}

test('what comes into the page has nothing behind it styled anew', async ({ page, browser, isMobile }) => {
  test.skip(isMobile, 'counted on the desktop');
  await page.goto('./');
  await live(page);
  await page.mouse.move(5, 5);
  await came(page, 'katex', 'late-styles', 'sheet', 'chapter');
  const counts = await countsOf(browser, () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          for (const place of document.querySelectorAll('main, .card > *, .derivation .line, .chapter > .section'))
            place.before(document.createElement('div'));
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }),
    ),
  );
  expect(EDITS * counts.styled).toBeLessThan(200);
});

/** Of each edit, by the browser's own trace: layouts, full compositing updates, painted layers, elements styled; objects laid out, at most. */
async function countsOf(browser: Browser, edit: () => Promise<void>) {
  const events: { name: string; args: { beginData?: { dirtyObjects: number }; elementCount?: number } }[] = [];
  const tracer = await browser.newBrowserCDPSession();
  tracer.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)));
  await tracer.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'blink', 'cc'] },
  });
  await edit();
  const complete = new Promise<void>((resolve) => tracer.once('Tracing.tracingComplete', () => resolve()));
  await tracer.send('Tracing.end');
  await complete;
  await tracer.detach();
  const each = (name: string) => events.filter((event) => event.name === name).length / EDITS;
  const dirty = events.flatMap(({ name, args }) =>
    name === 'Layout' && args.beginData ? [args.beginData.dirtyObjects] : [],
  );
  return {
    layouts: dirty.length / EDITS,
    full: each('PaintArtifactCompositor::Update'),
    paints: each('Paint'),
    styled: events.reduce((sum, { args }) => sum + (args.elementCount ?? 0), 0) / EDITS,
    dirty: Math.max(...dirty),
  };
}

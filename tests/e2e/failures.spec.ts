/** Parts of the page that fail to come. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { turn } from './stage.ts';

// A failed request is written to the console.
test.use({ isQuiet: false });

// It would have every part at hand.
test.use({ serviceWorkers: 'block' });

const FAILED = 'This part of the page has failed.';
const desk = (page: Page) => page.getByRole('group', { name: 'Weights and biases' });
const diagram = (page: Page) => page.getByRole('group', { name: 'Network diagram' });
const button = (page: Page, name: string) => page.locator('.stage').getByRole('button', { name, exact: true });

interface LatePart {
  readonly name: string;
  /** Of the script's file. */
  readonly file: string;
  readonly open: ((page: Page) => Promise<void>) | null;
  /** What is there when it has come. */
  readonly sign: (page: Page) => Locator;
}

/** By the network that they are parts of: each stands in for itself while the others are still missing. */
const PARTS: Record<string, readonly LatePart[]> = {
  '': [
    {
      name: 'the matrix form',
      file: 'matrix-lines',
      open: (page) => button(page, 'Matrix form').click(),
      sign: (page) => page.locator('.stage .matrix').first(),
    },
    {
      name: 'the simplest equal network',
      file: 'simplifier',
      open: (page) => button(page, 'Simplest equal network').click(),
      sign: (page) => page.getByRole('region', { name: 'The simplest equal network' }),
    },
    {
      name: 'the panel of a node',
      file: 'diagram-panels',
      open: (page) =>
        diagram(page)
          .getByRole('button', { name: /^Hidden node 1:/ })
          .click(),
      sign: (page) => page.getByRole('dialog', { name: 'Hidden node 1' }).getByRole('radio').first(),
    },
  ],
  '#preset=chapter-8-relu': [
    {
      name: 'the pieces',
      file: 'held',
      open: null,
      sign: (page) => page.getByRole('list', { name: 'Pieces' }).first(),
    },
    {
      name: 'the sheet',
      file: 'sheet',
      open: null,
      sign: (page) => page.locator('.stage .sheet-handle'),
    },
    {
      name: 'the proof',
      file: 'witness',
      open: (page) => button(page, 'Show me').click(),
      sign: (page) => page.locator('.witness li').first(),
    },
  ],
  '#v=1&in=E&y=x:0': [
    {
      name: 'the sentence about a broken link',
      file: 'broken-link-notice',
      open: null,
      sign: (page) => page.getByRole('button', { name: 'Open the starting network' }),
    },
  ],
};

for (const [hash, parts] of Object.entries(PARTS)) {
  const names = parts.map(({ name }) => name).join(', ');
  test(`${names} may fail to come: the page stays, and it can be asked for again`, async ({ page }) => {
    const scripts = new Map(parts.map(({ file }) => [file, new RegExp(`/assets/${file}-[^/]*\\.js$`)]));
    for (const script of scripts.values()) await page.route(script, (route) => route.abort());
    await page.goto(`./${hash}`);
    const alerts = page.getByRole('alert').filter({ hasText: FAILED });
    await expect(alerts).toHaveCount(parts.filter(({ open }) => open === null).length);
    for (const { name, file, open, sign } of parts) {
      await test.step(name, async () => {
        await open?.(page);
        const before = parts.filter((part) => scripts.has(part.file) && (part.open === null || part.file === file));
        await expect(alerts).toHaveCount(before.length);
        // The rest of it goes on.
        await expect(desk(page).getByRole('spinbutton').first()).toBeVisible();
        await expect(sign(page)).toBeHidden();
        await page.unroute(scripts.get(file) as RegExp);
        scripts.delete(file);
        // Others may have waited for the same script.
        const again = page.getByRole('button', { name: 'Try again' });
        for (let left = await again.count(); left > 0; left--) await again.nth(left - 1).click();
        await expect(sign(page)).toBeVisible();
        await expect(alerts).toHaveCount(before.length - 1);
      });
    }
  });
}

/** Two layers of five ReLU nodes: more than the page looks at by itself. */
const DEEP =
  '#v=1&in=E,G&at=1,-1.5&f=relu&h1=1,2:0;3,-1:1;-2,1:2;1,1:-1;2,5:3&h2=1,-2,3,1,1:1;2,1,-1,1,3:0;1,1,1,-3,2:-2;2,-1,4,1,1:1;1,3,-2,1,1:0&y=1,2,-1,3,1:0';
const pieces = (page: Page) => page.getByRole('list', { name: 'Pieces' }).first();

for (const { name, file, hash } of [
  { name: 'engine', file: 'engine', hash: '#preset=chapter-8-relu' },
  { name: 'worker that looks for the pieces', file: 'analysis\\.worker', hash: DEEP },
]) {
  test(`the ${name} may fail to come: the verdict says so, and it can be asked for again`, async ({ page }) => {
    const script = new RegExp(`/assets/${file}-[^/]*\\.js$`);
    await page.route(script, (route) => route.abort());
    await page.goto(`./${hash}`);
    await expect(page.getByText('The search failed. At least 1 piece, not finished.')).toBeVisible();
    await expect(page.getByText('The search failed before it was decided.').first()).toBeVisible();
    await page.unroute(script);
    await page.locator('.cases-note').getByRole('button', { name: 'Look again' }).click();
    await expect(pieces(page)).toBeVisible();
    await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Does not collapse');
  });
}

test('the worker that simplifies may fail to come: the panel says so, and it can be asked for again', async ({
  page,
}) => {
  const script = /\/assets\/simplifier\.worker-[^/]*\.js$/;
  await page.route(script, (route) => route.abort());
  await page.goto(`./${DEEP}`);
  await button(page, 'Simplest equal network').click();
  const panel = page.getByRole('region', { name: 'The simplest equal network' });
  await expect(panel.getByRole('status')).toHaveText('The search failed before it was found.');
  await page.unroute(script);
  await panel.getByRole('button', { name: 'Look again' }).click();
  await expect(panel.getByRole('status')).not.toContainText('failed');
});

test('the worker that simplifies can be stopped before it has begun', async ({ page }) => {
  await page.goto(`./${DEEP}`);
  await expect(pieces(page)).toBeVisible();
  await page.evaluate(async () => {
    const named = (name: string) =>
      [...document.querySelectorAll<HTMLElement>('.verdict button')].find(({ textContent }) => textContent === name);
    named('Simplest equal network')?.click();
    while (!named('Stop')) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    named('Stop')?.click();
  });
  const status = page.getByRole('region', { name: 'The simplest equal network' }).getByRole('status');
  await expect(status).toHaveText('Stopped before it was found.');
});

test('the worker that makes the sheet may fail to come: the sheet says so, and it can be asked for again', async ({
  page,
}) => {
  const script = /\/assets\/sheet\.worker-[^/]*\.js$/;
  await page.route(script, (route) => route.abort());
  await page.goto(`./${DEEP.replace('f=relu', 'f=tanh')}`);
  const alert = page.locator('.card-sheet').getByRole('alert');
  await expect(alert).toContainText(FAILED);
  await page.unroute(script);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.card-sheet .sheet-handle')).toBeVisible();
});

test('KaTeX may fail to come: the next formula asks for it again', async ({ page }) => {
  const script = /\/assets\/katex-[^/]*\.js$/;
  await page.route(script, (route) => route.abort());
  await page.goto('./');
  const weight = desk(page).getByRole('spinbutton', { name: 'weight from E to hidden node 1' });
  const lines = page.getByRole('region', { name: 'Derivation' });
  await weight.fill('1/3');
  await weight.press('Enter');
  await expect(lines.locator('[aria-hidden]').getByText('1/3').first()).toBeVisible();
  await page.unroute(script);
  // A formula that was asked for meanwhile may have brought it.
  await weight.fill('2/7');
  await weight.press('Enter');
  const fraction = lines.locator('[aria-hidden] .mfrac').first();
  const again = lines.getByRole('button', { name: 'Try again' });
  // It goes when another formula has asked: also from under the pointer.
  await expect(async () => {
    if (!(await fraction.isVisible())) await again.click({ timeout: 500 });
    await expect(fraction).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(again).toHaveCount(0);
});

test('a part of a version that is gone: the page is loaded anew, with its network and what was open', async ({
  page,
}) => {
  let isOld = true;
  await page.route(/\/assets\/matrix-lines-[^/]*\.js$/, (route) => (isOld ? route.abort() : route.continue()));
  await page.goto('./#preset=xor');
  await page.locator('.stage-head').getByRole('radio', { name: 'Linear' }).check();
  await button(page, 'Matrix form').click();
  const again = page.getByRole('button', { name: 'Try again' });
  // Offline there is no page to be had: the one that is there stays.
  await page.route('./', (route) => route.abort());
  await again.click();
  await expect(again).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isTheOld: true }));
  await page.unroute('./');
  page.once('framenavigated', () => {
    isOld = false;
  });
  await again.click();
  await page.waitForFunction(() => !('isTheOld' in window));
  await expect(page.locator('.stage .matrix').first()).toBeVisible({ timeout: 30_000 });
  await expect(desk(page).getByRole('spinbutton', { name: 'weight from A to hidden node 1' })).toHaveValue('1');
});

for (const { name, place, open, part } of [
  {
    name: 'the matrix form',
    place: '.derivation',
    open: (page: Page) => button(page, 'Matrix form').click(),
    part: (page: Page) => page.locator('.stage .matrix').first(),
  },
  {
    name: 'the article',
    place: '#story-place',
    open: (page: Page) => page.mouse.wheel(0, 100),
    part: (page: Page) => page.getByRole('navigation', { name: 'Contents' }),
  },
]) {
  test(`the styles of ${name} may fail to come: it is not shown without them, and they can be asked for again`, async ({
    page,
  }) => {
    const styles = /\/assets\/late-styles-[^/]*\.css$/;
    await page.route(styles, (route) => route.abort());
    await page.goto('./');
    await open(page);
    // All late styles are one file: other parts miss it, too.
    const again = page.locator(place).getByRole('button', { name: 'Try again' });
    await expect(again).toBeVisible();
    await expect(part(page)).toBeHidden();
    await page.unroute(styles);
    await again.click();
    await expect(part(page)).toBeVisible();
    const isThere = page.locator('link[rel=stylesheet][href*="/late-styles-"]').first();
    expect(await isThere.evaluate((link: HTMLLinkElement) => link.sheet !== null)).toBe(true);
  });
}

test('the styles of the page may fail to come: they are asked for again, and the page reads meanwhile', async ({
  page,
}) => {
  let asked = 0;
  await page.route(/\/assets\/index-[^/]*\.css$/, (route) => (asked++ === 0 ? route.abort() : route.continue()));
  await page.goto('./');
  await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Collapses to 21');
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--paper')))
    .not.toBe('');
});

test('fonts may fail to come: the page reads and works in others', async ({ page }) => {
  await page.route(/\.woff2$/, (route) => route.abort());
  await page.goto('./');
  const weight = desk(page).getByRole('spinbutton').first();
  await weight.fill('2');
  await weight.press('Enter');
  await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Collapses to 24');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a worker may die in the middle: the verdict says so, and it can be asked for again', async ({ page }) => {
  const script = /\/assets\/analysis\.worker-[^/]*\.js$/;
  await page.route(script, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `onmessage = ({ data }) => {
        postMessage({ kind: 'progress', run: data.run, stage: 'looking', atLeast: 5 });
        setTimeout(() => { throw new Error('out of memory'); });
      };`,
    }),
  );
  await page.goto(`./${DEEP}`);
  await expect(page.getByText('The search failed. At least 5 pieces, not finished.')).toBeVisible();
  await page.unroute(script);
  await page.locator('.cases-note').getByRole('button', { name: 'Look again' }).click();
  await expect(pieces(page)).toBeVisible();
});

for (const [how, spoil] of [
  [
    'refused',
    () => {
      for (const name of ['localStorage', 'sessionStorage'] as const) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      }
    },
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
  [
    'of another version, or spoilt',
    () => {
      const read = Storage.prototype.getItem;
      Storage.prototype.getItem = function getItem(name: string) {
        const other = {
          'crease-theme': 'sepia',
          'crease-challenges': '{"v":0,"solved":["xor"]}',
          'crease-link': '#',
          'crease-open': '{"',
        };
        return other[name as keyof typeof other] ?? read.call(this, name);
      };
    },
  ],
] as const) {
  test(`storage may be ${how}: everything works for as long as the page lasts`, async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.addInitScript(spoil);
    await page.goto('./');
    await turn(page, 'Dark theme');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    const weight = desk(page).getByRole('spinbutton').first();
    await weight.fill('2');
    await weight.press('Enter');
    await expect(page).toHaveURL(/#v=1&/);
    await page.reload();
    await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('Collapses to 24');
    await page.evaluate(() => document.getElementById('does-it-always-bend')?.scrollIntoView());
    await expect(page.getByText('0 of 6 solved')).toBeVisible();
    expect(errors).toEqual([]);
  });
}

test('two tabs of one reader agree on the theme and on what is solved', async ({ page, context }) => {
  await page.goto('./#does-it-always-bend');
  await expect(page.getByText('0 of 6 solved')).toBeVisible();
  const other = await context.newPage();
  await other.goto('./');
  await turn(other, 'Dark theme');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await other.evaluate(() => localStorage.setItem('crease-challenges', '{"v":1,"solved":["xor"],"four":false}'));
  await expect(page.getByText('1 of 6 solved')).toBeVisible();
});

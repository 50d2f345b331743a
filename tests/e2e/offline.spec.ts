import { appendFileSync, cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  test as base,
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
  type TestInfo,
} from '@playwright/test';
import { expect, test as quietTest } from './fixtures.ts';
import { turn } from './stage.ts';
import { StaticServer } from './static-server.ts';

/** One that was used before would keep a worker and its files. */
async function newContext(
  { browser }: { readonly browser: Browser },
  provide: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext();
  await provide(context);
  await context.close();
}
const test = quietTest.extend({ context: newContext });
const plainTest = base.extend({ context: newContext });

test.use({ waitsUntilLive: false });

const DIST = 'dist';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Until the worker has every file and answers for the page. */
async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

/** The revisions of which the browser keeps the files. */
const cached = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).map((name) => name.split(':').at(-1) ?? ''));

/**
 * Until the worker of this version, and no other, answers for the page. A new worker waits until the one before it has
 * answered everything, and Chromium gives that one five minutes to do so: here the browser stops that one, and no other,
 * since the new one must not be stopped before it has taken over.
 */
async function updated(page: Page, version: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const workers = new Map<string, string>();
  client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, status } of versions) workers.set(versionId, status);
  });
  await client.send('ServiceWorker.enable');
  const look = async () => {
    // The browser looks for a new worker some time after a load, not at once; here it is asked to. A look that is under
    // way already may have seen the version before, and a second one joins it.
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      if (!registration?.installing && !registration?.waiting) await registration?.update();
    });
    const before = [...workers].filter(([, status]) => status === 'activated').map(([versionId]) => versionId);
    if ([...workers.values()].includes('installed'))
      for (const versionId of before) await client.send('ServiceWorker.stopWorker', { versionId });
    return cached(page);
  };
  await expect.poll(look, { timeout: 30_000 }).toEqual([`revision${version - 1}`, `revision${version}`]);
  // A cache is there before it is full, and while one version is being installed the browser looks for no other.
  const isSettled = () =>
    page.evaluate(async () => {
      const { active, installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
      return active?.state === 'activated' && !installing && !waiting;
    });
  await expect.poll(async () => (await look(), isSettled()), { timeout: 30_000 }).toBe(true);
  await client.detach();
}

/** What waits until no request is under way: the browser complains of one that the server drops when it stops. */
function requestsOf(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  const context = page.context();
  context.on('request', (request) => underWay.add(request));
  context.on('requestfinished', (request) => underWay.delete(request));
  context.on('requestfailed', (request) => underWay.delete(request));
  // What a page had asked for when it was left may end without a word.
  page.on('framenavigated', () => underWay.clear());
  return () => expect.poll(() => [...underWay].map((request) => request.url())).toEqual([]);
}

test('once opened, the page works without a network, from any folder', async ({ page }) => {
  const server = await StaticServer.start(() => DIST, '/some/folder/');
  const requestsDone = requestsOf(page);
  await page.goto(server.url);
  await readyForOffline(page);
  await requestsDone();
  await server.stop();

  await page.goto(`${server.url}?from=bookmark#a-hash`);
  await expect(heading(page)).toBeVisible();
  const loaded = await page.evaluate(async () => {
    const fonts = await document.fonts.load('1em Inter');
    const files = performance.getEntriesByType('resource').map(({ name }) => name);
    const chunks = files.filter((name) => name.endsWith('.js'));
    return { fonts: fonts.length, styles: document.styleSheets.length, chunks: chunks.length };
  });
  expect(loaded.fonts).toBe(1);
  expect(loaded.styles).toBeGreaterThan(0);
  expect(loaded.chunks).toBeGreaterThan(0);
});

test('a new version shows on the next load, works offline after it, and old files go', async ({ page }, info) => {
  const versions = [1, 2, 3].map((version) => {
    const folder = info.outputPath(`v${version}`);
    cpSync(DIST, folder, { recursive: true });
    const replace = (file: string, from: string | RegExp, to: string) =>
      writeFileSync(`${folder}/${file}`, readFileSync(`${folder}/${file}`, 'utf8').replace(from, to));
    replace('index.html', /<title>[^<]*/, `<title>Version ${version}`);
    replace('sw.js', /REVISION = '\w+'/, `REVISION = 'revision${version}'`);
    return folder;
  });
  let current = 0;
  const server = await StaticServer.start(() => versions[current] ?? '', '/');

  const requestsDone = requestsOf(page);
  await page.goto(server.url);
  await readyForOffline(page);
  await expect.poll(() => cached(page), { timeout: 30_000 }).toEqual(['revision1']);
  for (current = 1; current < versions.length; current += 1) {
    await requestsDone();
    await page.reload();
    await expect(page).toHaveTitle(`Version ${current + 1}`);
    await updated(page, current + 1);
  }
  await requestsDone();
  await server.stop();
  await page.reload();
  await expect(page).toHaveTitle('Version 3');
});

test('offline in the middle, all that has not been used yet still comes', async ({ page }) => {
  const server = await StaticServer.start(() => DIST, '/');
  const requestsDone = requestsOf(page);
  await page.goto(server.url);
  await readyForOffline(page);
  await requestsDone();
  await server.stop();
  await page.locator('.stage').getByRole('button', { name: 'Matrix form' }).click();
  await expect(page.locator('.stage .matrix').first()).toBeVisible();
  await page.locator('.stage-head').getByRole('radio', { name: 'ReLU' }).check();
  await page.locator('.stage').getByRole('button', { name: 'Show me' }).click();
  await expect(page.locator('.witness li').first()).toBeVisible();
  await page.locator('#does-it-always-bend').scrollIntoViewIfNeeded();
  await expect(page.getByText('0 of 6 solved')).toBeVisible();
});

/**
 * As many copies of the built page; in each, the file of what covers answers has a name of its own, and other text. It is
 * not fetched before it is needed.
 */
function versionsOf(info: TestInfo, count: number): readonly string[] {
  const cover = readdirSync(`${DIST}/assets`).find((file) => /^cover-.*\.js$/.test(file)) ?? '';
  return Array.from({ length: count }, (_, i) => {
    const folder = info.outputPath(`v${i + 1}`);
    cpSync(DIST, folder, { recursive: true });
    const own = `cover-version${i + 1}.js`;
    renameSync(`${folder}/assets/${cover}`, `${folder}/assets/${own}`);
    appendFileSync(`${folder}/assets/${own}`, `document.documentElement.dataset.cover = '${i + 1}';`);
    for (const file of ['index.html', 'sw.js', ...readdirSync(`${folder}/assets`).map((name) => `assets/${name}`)]) {
      if (!/\.(?:js|html)$/.test(file)) continue;
      const text = readFileSync(`${folder}/${file}`, 'utf8')
        .replaceAll(cover, own)
        .replace(/<title>[^<]*/, `<title>Version ${i + 1}`)
        .replace(/REVISION = '\w+'/, `REVISION = 'revision${i + 1}'`);
      writeFileSync(`${folder}/${file}`, text);
    }
    return folder;
  });
}

// A file that is gone is written to the console: this test is not quiet.
plainTest(
  'a page of the version before still has its own parts; one that is older is loaded anew',
  async ({ page }, info) => {
    const versions = versionsOf(info, 3);
    let current = 0;
    const server = await StaticServer.start(() => versions[current] ?? '', '/');
    const update = async (version: number) => {
      current = version - 1;
      await updated(page, version);
    };
    const cover = (where: Page) => where.locator('.stage .cover').first();
    const versionOfCover = (where: Page) => where.locator('html').getAttribute('data-cover');

    await page.goto(server.url);
    await readyForOffline(page);
    await expect.poll(() => cached(page), { timeout: 30_000 }).toEqual(['revision1']);
    const old = await page.context().newPage();
    await old.goto(`${server.url}#preset=xor`);
    await old.locator('.stage-head').getByRole('radio', { name: 'Linear' }).check();
    await update(2);
    await turn(page, 'Hide the answers');
    await expect(cover(page)).toBeVisible();
    expect([await page.title(), await versionOfCover(page)]).toEqual(['Version 1', '1']);
    await update(3);
    await turn(old, 'Hide the answers');
    await old.getByRole('button', { name: 'Try again' }).first().click();
    await expect(cover(old)).toBeVisible();
    await expect(old).toHaveTitle('Version 3');
    expect(await versionOfCover(old)).toBe('3');
    await expect(old).toHaveURL(/#v=1&in=A,B&/);
    await server.stop();
  },
);

test('a browser without service workers just shows the page', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await page.goto('./');
  await expect(heading(page)).toBeVisible();
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
});

// A browser does not run modules from files, and says so on its console: this one test is not quiet.
plainTest('opened as a file, the page reads, with its styles', async ({ page }) => {
  await page.goto(pathToFileURL(`${DIST}/index.html`).href);
  await expect(heading(page)).toBeVisible();
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'));
  expect(paper).not.toBe('');
});

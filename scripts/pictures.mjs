// npm run pictures: a walk through the page in pictures, into docs/pictures. Build first.
import { mkdirSync } from 'node:fs';
import { preview } from 'vite';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { freePort, HOST } from './free-port.mjs';
import { ROOT } from './install.mjs';

const TO = ROOT + 'docs/pictures/';
/** Of JPEG: text stays sharp, and the whole walk is small. */
const QUALITY = 72;

/** @typedef {{ name: string, width: number, height: number, theme?: 'light' | 'dark', hash?: string }} Stop */

/** @type {readonly Stop[]} */
const SCREENS = [
  { name: 'first-screen-1440', width: 1440, height: 900 },
  { name: 'first-screen-1440-relu', width: 1440, height: 900, hash: '#preset=chapter-8-relu' },
  { name: 'first-screen-1440-folded', width: 1440, height: 900, hash: '#preset=chapter-8&step=3' },
  { name: 'first-screen-1440-dark', width: 1440, height: 900, theme: 'dark', hash: '#preset=chapter-8-relu' },
  { name: 'first-screen-1920', width: 1920, height: 1080, hash: '#preset=chapter-8-relu' },
  { name: 'first-screen-1024', width: 1024, height: 768, hash: '#preset=chapter-8-relu' },
  { name: 'first-screen-390', width: 390, height: 844 },
  { name: 'first-screen-390-dark', width: 390, height: 844, theme: 'dark', hash: '#preset=chapter-8-relu' },
];

/** Each is one picture of the whole section. */
const SECTIONS = [
  'one-neuron',
  'same-model-twice',
  'switch-on-relu',
  'what-the-crease-buys',
  'does-it-always-bend',
  'activation-functions',
  'what-comes-next',
];

const executablePath = await ensureBrowser();
if (executablePath === undefined) throw new Error('There is no Chromium: set CHROMIUM_PATH to the path of one.');
mkdirSync(TO, { recursive: true });
const server = await preview({
  root: ROOT,
  preview: { host: HOST, port: await freePort(5190), strictPort: true },
  logLevel: 'error',
});
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });

/** @param {Stop} stop */
async function open({ width, height, theme = 'light', hash = '' }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    // A first visit folds by itself, and nothing is at rest while it moves.
    reducedMotion: 'reduce',
    isMobile: width < 500,
    hasTouch: width < 500,
  });
  const page = await context.newPage();
  await page.goto((server.resolvedUrls?.local[0] ?? '') + hash);
  await page.locator('html[data-live]').waitFor();
  // A first sign of life brings the rest of the page.
  await page.mouse.move(3, 3);
  await page.locator('.card-sheet .sheet-handle').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

for (const stop of SCREENS) {
  const page = await open(stop);
  await page.locator('.verdict:not([data-kind="unknown"])').waitFor();
  await page.screenshot({ path: `${TO}${stop.name}.jpg`, type: 'jpeg', quality: QUALITY });
  await page.context().close();
}
for (const width of [1440, 390]) {
  const page = await open({ name: '', width, height: 900 });
  for (const id of SECTIONS) {
    const section = page.locator(`#${id}`);
    await section.evaluate((element) => element.scrollIntoView());
    // What comes near comes alive; what moves with the reader is let go of.
    await section.locator('button').first().waitFor();
    await page.waitForLoadState('networkidle');
    await section.screenshot({ path: `${TO}${id}-${width}.jpg`, type: 'jpeg', quality: QUALITY });
  }
  await page.context().close();
}
await browser.close();
await server.close();
console.log(`${SCREENS.length + 2 * SECTIONS.length} pictures in docs/pictures`);

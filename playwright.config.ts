import { defineConfig, type Project } from '@playwright/test';
import { BROWSER_ARGS, browserCandidates, firefoxOptions, hasWebKit } from './scripts/browser.mjs';
import { freePort, HOST } from './scripts/free-port.mjs';

// Playwright reads this file in every worker: the first to read it chooses the port, the others inherit it.
const port = (process.env['CREASE_E2E_PORT'] ??= String(await freePort(5180)));
const [executablePath] = browserCandidates();
const desktop = { width: 1440, height: 900 };

/** It changes the screen itself, and asks Chromium for its heap. */
const SOAK = '**/soak.spec.ts';
/**
 * What Firefox runs: what is its own engine's doing, such as layout, pointers, keys, text fields, faces, storage, imports.
 * Not what is ours alone, once Chromium has passed it: laws over many networks, and the same for another network.
 */
const ONLY_CHROMIUM = ['edits', 'pieces', 'verdict', 'offline', 'soak'].map((name) => `**/${name}.spec.ts`);
const NOT_IN_FIREFOX = new RegExp(
  [
    // What its driver has not: media that are preferred, print, no JavaScript, the clipboard, layout shifts, fingers.
    'axe|accessibility violation|without JavaScript|on paper|hands its focus to the link|Share copies|copied twice',
    'nothing moves while|fetches only the faces|a finger|phone|one pass in four steps',
    // The same once more.
    'article reads with|challenge: (?!Exactly)|three ways to have|what drags have written .*(?:three|matrices|smooth)',
    'every formula .*(?:pair|layers|matrices|smooth)|nothing is cut: (?:ReLU|combined)',
    '(?:the proof|simplest equal network|panel of a node|broken link) may fail to come',
  ].join('|'),
);

/** Where there is a Firefox. */
function inFirefox(): Project[] {
  const options = firefoxOptions();
  if (options === undefined) return [];
  return [
    {
      name: 'firefox',
      testIgnore: ONLY_CHROMIUM,
      grepInvert: NOT_IN_FIREFOX,
      use: { browserName: 'firefox', viewport: desktop, ...options },
    },
  ];
}

/** Where there is a WebKit: tests of its own, since no Playwright drives the one of a Linux distribution. */
function inWebKit(): Project[] {
  if (!hasWebKit()) return [];
  const use = { browserName: 'webkit', launchOptions: {} } as const;
  return [{ name: 'webkit', testDir: 'tests/webkit', timeout: 120_000, use }];
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // One browser for two cores: it keeps both busy, and a second one would only make the timings of both worse to read.
  workers: '50%',
  // A test that passes only when it is run again is reported; the aim is that none does.
  retries: 2,
  timeout: 90_000,
  // What the page finds out in a worker takes its time there, too.
  expect: { timeout: 20_000 },
  globalTimeout: 60 * 60_000,
  use: {
    baseURL: `http://${HOST}:${port}/`,
    browserName: 'chromium',
    launchOptions: { args: BROWSER_ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    // `npm run soak` runs it. Not yet part of the whole: the heap still grows by more than it may.
    { name: 'desktop', testIgnore: process.env['CREASE_SOAK'] ? [] : SOAK, use: { viewport: desktop } },
    {
      name: 'phone',
      // What works without a network does not depend on the screen.
      testIgnore: ['**/offline.spec.ts', SOAK],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    ...inFirefox(),
    ...inWebKit(),
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host ${HOST} --port ${port} --strictPort`,
    url: `http://${HOST}:${port}/`,
    reuseExistingServer: false,
  },
});

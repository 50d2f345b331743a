import { defineConfig, type Project } from '@playwright/test';
import { BROWSER_ARGS, browserCandidates, firefoxOptions, hasWebKit } from './scripts/browser.mjs';
import { freePort, HOST } from './scripts/free-port.mjs';

// Playwright reads this file in every worker: the first to read it chooses the port, the others inherit it.
const port = (process.env['CREASE_E2E_PORT'] ??= String(await freePort(5180)));
const [executablePath] = browserCandidates();
// A page in a context that was used before is there in 60 % of the time: scripts are compiled, faces are at hand.
process.env['PW_TEST_REUSE_CONTEXT'] ??= '1';
const desktop = { width: 1440, height: 900 };

/** What is the same code on every screen, or for a mouse and a keyboard: the phone does not run it once more. */
const ONLY_DESKTOP = 'address class edits failures gestures leaks offline reading soak verdict'
  .split(' ')
  .map((name) => `**/${name}.spec.ts`);
const NOT_ON_PHONE = new RegExp(
  [
    'with the mouse|that has been clicked|who only looks at it|drags have written|a weight of 1|dragged like its chip',
    'undo in a field|the keys of a text|skip links|the verdict is announced|stops at most|reach every number|with Escape',
    'challenge: (?!Exactly)|has been solved|article reads with|three ways to have|undo goes back to|a drag past|storage holds|-55 leaves',
    'ReLU of a sum|the guess can be skipped|another network can be|the article is fetched|a link shows nothing of',
    'search can be stopped|newer edit ends|more can be left out|smooth nodes: simpl|simplified by a worker',
    'typed in every form|0\\.1 and 0\\.2|arrow keys step|on the slider and in the equation|Share copies|copied twice',
    'undo and redo by keyboard|a broken link says|presets: each|hands its focus|every formula has MathML',
    'follows a drag when it ends|sentence beside the pieces|contents lead to every|layer upon layer|one pass|challenge:',
    'the slope of a weight|another function can be|one weight moves|predict first|halfway between|bias slides|point moves',
    'standing example|starting network bends|table of the reader|goes to the top and comes|rate that is too large',
    'comes down to the floor|change begins anew|the very same bits|edit that comes before|in the HTML is not shown',
    'choosing a piece|where a piece is, ex|simplest equal network: shown|in a long list|written with matrices',
    'fetches only the faces|folds once by itself|little motion is not|what comes alive, each|a limit is reached|taken back to it',
    'nothing to switch|steps: arrow keys|axe is clean: #preset=(?:deep|chapter-8&)|nothing to move it is|it jams|of weights: Enter',
  ].join('|'),
);

/** What every engine runs: the stage, and every figure of the article. One page for all of them, so they are quick. */
const ENGINES = { testDir: 'tests/engines', timeout: 120_000 };

/** Where there is a Firefox. Its own ways to fail besides: a script that does not come, storage that is refused. */
function inFirefox(): Project[] {
  const options = firefoxOptions();
  if (options === undefined) return [];
  const use = { browserName: 'firefox', viewport: desktop, ...options } as const;
  return [
    { name: 'firefox', ...ENGINES, use },
    {
      name: 'firefox failures',
      testMatch: '**/failures.spec.ts',
      grep: /the matrix form|KaTeX may fail|storage may be refused/,
      use,
    },
  ];
}

/** Where there is a WebKit. No Playwright drives the one of a Linux distribution: `tests/engines` does so itself. */
function inWebKit(): Project[] {
  if (!hasWebKit()) return [];
  return [{ name: 'webkit', ...ENGINES, use: { browserName: 'webkit', launchOptions: {} } }];
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A browser a core.
  workers: '100%',
  // A test that fails once in fifty runs is a defect, of the test or of the page: `npm run stress` finds it.
  retries: 0,
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
    { name: 'desktop', use: { viewport: desktop } },
    {
      name: 'phone',
      testIgnore: ONLY_DESKTOP,
      grepInvert: NOT_ON_PHONE,
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

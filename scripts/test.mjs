// npm test: every check there is, from an empty clone. The last line adds up all that ran.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled, ROOT } from './install.mjs';

ensureInstalled();

const REPORTS = ROOT + '.cache/reports/';
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

let passed = 0;
let failed = 0;
/** Of those that did not run. */
let skipped = 0;
/** The engines to test in: all three, unless the environment names fewer. */
const wanted = (process.env['CREASE_ENGINES'] ?? 'chromium,firefox,webkit').split(',');
/** The engines of browsers that the page was tested in. */
const engines = ['Chromium'];

/**
 * Runs a Node program of this project. Its output is kept back and shown only if it fails.
 * @param {string[]} command the program's file, then its arguments
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(command, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * One step: a program that is one check, or that reports how many tests it ran.
 * @param {string} name
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, count?: () => { passed: number, failed: number } }} [options]
 * @returns {Promise<boolean>} whether all went well
 */
async function step(name, command, { env, count } = {}) {
  const start = performance.now();
  const { ok, output } = await run(command, env);
  let tally = { passed: Number(ok), failed: Number(!ok) };
  try {
    tally = count?.() ?? tally;
  } catch {
    // No report: the program ended before it could write one, which is one failure.
    tally = { passed: 0, failed: 1 };
  }
  // A program that fails although each of its tests passed (or that ran none) has failed all the same.
  if (tally.failed === 0 && (!ok || tally.passed === 0)) tally.failed = 1;
  passed += tally.passed;
  failed += tally.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const outcome = tally.failed > 0 ? `${tally.passed} passed, ${tally.failed} FAILED` : `${tally.passed} passed`;
  console.log(`${name.padEnd(24)} ${outcome}  (${seconds} s)`);
  if (tally.failed > 0) console.log(`\n${output}\n`);
  return tally.failed === 0;
}

/** @param {string} file */
const report = (file) => JSON.parse(readFileSync(REPORTS + file, 'utf8'));

const countUnit = () => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report('unit.json');
  skipped += numPendingTests + numTodoTests;
  return { passed: numPassedTests, failed: numFailedTests };
};

const countEndToEnd = () => {
  const { stats } = report('e2e.json');
  skipped += stats.skipped;
  return { passed: stats.expected, failed: stats.unexpected };
};

const modules = 'node_modules/';
await step('types', [modules + 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']);
await step('types, pure layers', [modules + 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.pure.json']);
await step('lint and layering', [modules + 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings']);
await step('format', [modules + 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
await step('dead code', [modules + 'knip/bin/knip.js']);
await step(
  'unit and property tests',
  [modules + 'vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${REPORTS}unit.json`],
  { count: countUnit },
);
if (await step('build', [modules + 'vite/bin/vite.js', 'build'])) {
  await step('size budgets', ['scripts/budget.mjs']);
  await step('supported browsers', ['scripts/browser-support.mjs']);
  const { ensureBrowsers } = await import('./browser.mjs');
  const found = await ensureBrowsers(/** @type {('chromium' | 'firefox' | 'webkit')[]} */ (wanted));
  const projects = ['desktop', 'phone'];
  if (found.firefox) {
    engines.push('Firefox');
    projects.push('firefox', 'firefox failures');
  }
  if (found.webkit) {
    engines.push('WebKit');
    projects.push('webkit');
  }
  if (found.chromium === undefined) {
    failed += 1;
    console.log('end to end: no Chromium could be installed. Set CHROMIUM_PATH to the path of one.');
  } else {
    const env = { CHROMIUM_PATH: found.chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORTS + 'e2e.json' };
    const command = [modules + '@playwright/test/cli.js', 'test', '--reporter=dot,json'];
    await step('end to end', [...command, ...projects.map((project) => `--project=${project}`)], {
      env,
      count: countEndToEnd,
    });
  }
}

const missing = ['Firefox', 'WebKit'].filter(
  (engine) => wanted.includes(engine.toLowerCase()) && !engines.includes(engine),
);
console.log(
  `in ${engines.join(', ')}${missing.length > 0 ? `, without ${missing.join(' and ')}: not to be had here` : ''}`,
);
console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

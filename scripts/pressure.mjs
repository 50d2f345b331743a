// npm run fuzz -- 100000, npm run soak -- 10000: what `npm test` does a little of, for longer and from a seed of its own.
// A second number is the seed of an earlier run.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, ROOT } from './install.mjs';

const [what = '', given, seed = String(Date.now() % 1_000_000_007)] = process.argv.slice(2);
const count = given ?? (what === 'fuzz' ? '100000' : '10000');

ensureInstalled();
const env = { ...process.env, CREASE_SEED: seed, [`CREASE_${what.toUpperCase()}`]: count };
console.log(`${what}, ${count} from seed ${seed}`);
if (what === 'fuzz') {
  run('node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz.test.ts', '--testTimeout', '0');
} else {
  const { ensureBuilt } = await import('./build.mjs');
  const { ensureBrowser } = await import('./browser.mjs');
  await ensureBuilt();
  env.CHROMIUM_PATH = await ensureBrowser();
  run('node_modules/@playwright/test/cli.js', 'test', 'soak.spec.ts', '--project=desktop', '--reporter=line');
}

/** @param {string[]} command */
function run(...command) {
  process.exitCode = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1;
}

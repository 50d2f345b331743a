// npm run stress -- TEST: one end-to-end test many times, on a machine that is busy with something else. TEST is what
// Playwright takes: a file, a file with a line, -g with a part of a title, --project with an engine.
import { fork, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, ROOT } from './install.mjs';

const TIMES = 50;

if (process.argv[2] === '--hog') for (;;) Math.random();

const asked = process.argv.slice(2);
if (asked.length === 0) {
  console.error('Which test? npm run stress -- tests/e2e/drag.spec.ts:28 --project desktop');
  process.exit(1);
}
ensureInstalled();
await ensureBuilt();
const hogs = Array.from({ length: availableParallelism() }, () => fork(fileURLToPath(import.meta.url), ['--hog']));
const command = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=dot', '--workers=2', '--max-failures=3'];
const times = asked.some((option) => option.startsWith('--repeat-each')) ? [] : [`--repeat-each=${TIMES}`];
const { status } = spawnSync(process.execPath, [...command, ...times, ...asked], { cwd: ROOT, stdio: 'inherit' });
for (const hog of hogs) hog.kill();
process.exitCode = status ?? 1;

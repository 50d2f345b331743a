import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

const SOURCES = ['src', 'public', 'scripts/build', 'index.html', 'vite.config.ts', 'package-lock.json'];

/**
 * The time of the newest file in or under `path`, in ms; 0 if there is none.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the page into dist/, if it is not there or older than a source. */
export async function ensureBuilt() {
  const built = statSync(ROOT + 'dist/sw.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((source) => newest(ROOT + source) < built)) return;
  console.log('Building the page ...');
  const { build } = await import('vite');
  await build({ root: ROOT, logLevel: 'warn' });
}

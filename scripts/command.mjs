// The engines as commands. Node 20 can't run TypeScript, so the sources are bundled once into .cache and again only when
// they change. Nothing but the answers is written to standard output.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { foldersUpTo } from './layers.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CACHE = ROOT + '.cache/';
const SHARED = ['format-json.ts', 'command-files.ts'];
const A_DAY = 24 * 3600 * 1000;

/** @param {string} name */
const entryOf = (name) => `${ROOT}scripts/${name}-main.ts`;

/**
 * All that the bundle can be made of.
 * @param {string} name
 */
function sources(name) {
  const inFolder = (/** @type {string} */ folder) =>
    readdirSync(ROOT + folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .sort()
      .map((file) => ROOT + folder + file);
  const folders = foldersUpTo('train').map((folder) => `src/${folder}/`);
  return [entryOf(name), ...SHARED.map((file) => `${ROOT}scripts/${file}`), ...folders.flatMap(inFolder)];
}

/**
 * A short text that changes with any of the files: their contents are compared, since a checkout gives any times.
 * @param {string} name
 */
function fingerprint(name) {
  const hash = createHash('sha256');
  for (const file of sources(name)) {
    const content = readFileSync(file);
    hash.update(`${file.slice(ROOT.length)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} name
 * @param {string} file
 */
async function bundle(name, file) {
  // In a process of its own: installing reports on standard output, which belongs to the answers here.
  const install = `import(${JSON.stringify(new URL('install.mjs', import.meta.url).href)}).then((m) => m.ensureInstalled())`;
  const { status } = spawnSync(process.execPath, ['-e', install], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);

  const { build } = await import('vite');
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { ssr: entryOf(name), write: false, target: 'node20' },
  });
  if (!('output' in built)) throw new Error('one bundle was expected');
  // Written beside its place and moved there, so that a second command never reads half a file.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, built.output[0].code);
  renameSync(unfinished, file);
  // Older bundles go, but not those that a command of another checkout's state may be about to read.
  for (const old of readdirSync(CACHE).filter((old) => old.startsWith(`${name}-`))) {
    if (Date.now() - statSync(CACHE + old).mtimeMs > A_DAY) rmSync(CACHE + old, { force: true });
  }
}

/**
 * Runs scripts/<name>-main.ts with the arguments of this process.
 * @param {string} name
 */
export async function runCommand(name) {
  const bundled = `${CACHE}${name}-${fingerprint(name)}.mjs`;
  if (!existsSync(bundled)) {
    mkdirSync(CACHE, { recursive: true });
    await bundle(name, bundled);
  }
  const { main } = await import(pathToFileURL(bundled).href);
  process.exitCode = main(process.argv.slice(2));
}

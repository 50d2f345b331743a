import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/**
 * Whether node_modules holds exactly what the lock file asks for. Contents are compared, not times: a checkout gives
 * files any time. Packages for other systems are optional and may be missing.
 */
function isInstalled() {
  try {
    /** @type {(file: string) => Record<string, { version?: string, optional?: boolean }>} */
    const packages = (file) => JSON.parse(readFileSync(ROOT + file, 'utf8')).packages;
    const installed = packages('node_modules/.package-lock.json');
    return Object.entries(packages('package-lock.json')).every(
      ([path, { version, optional }]) =>
        path === '' || installed[path]?.version === version || (optional === true && installed[path] === undefined),
    );
  } catch {
    return false;
  }
}

/** Installs the dependencies that the lock file names, if they are not there already. Ends the process if it can't. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing dependencies (once, about a minute) ...');
  // On Windows npm is a command file, which only a shell can start.
  const { status } = spawnSync('npm', ['ci'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error('The dependencies could not be installed: see the message of `npm ci` above.');
  process.exit(1);
}

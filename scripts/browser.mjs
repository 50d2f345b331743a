import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ROOT } from './install.mjs';

/** Arguments for a browser that talks to nobody but the page, and runs as root in a container too. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Where a browser of the Chromium family may be, the best first; CHROMIUM_PATH overrules them all. */
export function browserCandidates() {
  const { CHROMIUM_PATH, LOCALAPPDATA, ProgramFiles, 'ProgramFiles(x86)': ProgramFilesX86 } = process.env;
  if (CHROMIUM_PATH) return [CHROMIUM_PATH];
  const windows = [ProgramFiles, ProgramFilesX86, LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')],
  );
  return [
    chromium.executablePath(),
    // The same engine without the window around it: a page costs 2.5 times less.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...windows,
  ].filter((path) => existsSync(path));
}

/** The first candidate that really starts (some distributions ship a stub), or undefined. */
async function workingBrowser() {
  for (const executablePath of browserCandidates()) {
    try {
      const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
      await browser.close();
      return executablePath;
    } catch {
      // Try the next.
    }
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/** Debian as root: the distribution's package. Elsewhere: Playwright's own download. */
function installBrowser() {
  console.log('No Chromium, Chrome or Edge was found: installing one ...');
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  /** @param {string} name */
  const install = (name) => run('apt-get', 'install', '-y', '--no-install-recommends', name);
  // Not every release of Debian has the shell.
  if (isDebianRoot && run('apt-get', 'update') && (install('chromium-headless-shell') || install('chromium'))) return;
  run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium');
}

/**
 * The path of a Chromium that starts; installs one if there is none.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const found = await workingBrowser();
  if (found !== undefined) return found;
  installBrowser();
  const installed = await workingBrowser();
  if (installed === undefined) throw new Error('No browser could be installed. Set CHROMIUM_PATH to the path of one.');
  return installed;
}

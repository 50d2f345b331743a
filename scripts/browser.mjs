// The browsers that the tests run in: where they are, whether they start, and how they are had.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox, webkit } from '@playwright/test';
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

/** A mouse that hovers is there: without a screen Firefox takes it that there is none. */
const FIREFOX_PREFS = { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 };

/**
 * How Playwright starts Firefox: its own, or the system's, which it drives by WebDriver BiDi; undefined: there is none.
 * @returns {{ channel?: string, launchOptions: import('@playwright/test').LaunchOptions } | undefined}
 */
export function firefoxOptions() {
  const launchOptions = { args: [], firefoxUserPrefs: FIREFOX_PREFS };
  if (existsSync(firefox.executablePath())) return { launchOptions };
  const executablePath = [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ].find((path) => existsSync(path));
  if (executablePath === undefined) return undefined;
  return { channel: 'moz-firefox', launchOptions: { ...launchOptions, executablePath } };
}

/**
 * The programs that WebKitGTK is driven with: its driver, its browser, and a screen for it; undefined where one is missing.
 * @returns {{ driver: string, browser: string, screen: string } | undefined}
 */
export function webkitParts() {
  const onPath = (/** @type {string} */ name) =>
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find((path) => existsSync(path));
  const [driver, screen] = [onPath('WebKitWebDriver'), onPath('Xvfb')];
  const browser = ['x86_64', 'aarch64']
    .flatMap((machine) => ['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}`))
    .map((folder) => `${folder}/MiniBrowser`)
    .find((path) => existsSync(path));
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}

/** Whether there is a WebKit to start: the system's, or Playwright's own. */
export const hasWebKit = () => webkitParts() !== undefined || existsSync(webkit.executablePath());

/**
 * @param {import('@playwright/test').BrowserType} type
 * @param {import('@playwright/test').LaunchOptions} options
 */
async function starts(type, options) {
  try {
    const browser = await type.launch(options);
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** The first candidate that really starts (some distributions ship a stub), or undefined. */
async function workingChromium() {
  for (const executablePath of browserCandidates()) {
    if (await starts(chromium, { executablePath, args: BROWSER_ARGS })) return executablePath;
  }
  return undefined;
}

async function firefoxWorks() {
  const options = firefoxOptions();
  return (
    options !== undefined &&
    starts(firefox, { ...options.launchOptions, ...(options.channel && { channel: options.channel }) })
  );
}

async function webkitWorks() {
  return webkitParts() !== undefined || (existsSync(webkit.executablePath()) && starts(webkit, {}));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/** The first that the distribution has of each; not every release of Debian has the headless shell. */
const DEBIAN_PACKAGES = {
  chromium: [['chromium-headless-shell'], ['chromium']],
  firefox: [['firefox-esr']],
  webkit: [['webkit2gtk-driver', 'xvfb']],
};

/** @typedef {keyof typeof DEBIAN_PACKAGES} Engine */

/**
 * Debian as root: the distribution's packages. Elsewhere: Playwright's own downloads.
 * @param {Engine[]} engines
 */
function install(engines) {
  console.log(`Installing browsers to test in (once): ${engines.join(', ')} ...`);
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && run('apt-get', 'update');
  /** @param {string[]} packages */
  const fromDebian = (packages) => run('apt-get', 'install', '-y', '--no-install-recommends', ...packages);
  for (const engine of engines) {
    if (isDebianRoot && DEBIAN_PACKAGES[engine].some(fromDebian)) continue;
    run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', engine);
  }
}

/**
 * The path of a Chromium that starts; installs one if there is none.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const { chromium } = await ensureBrowsers(['chromium']);
  if (chromium === undefined) throw new Error('No browser could be installed. Set CHROMIUM_PATH to the path of one.');
  return chromium;
}

/**
 * Which of these engines start, after installing those that are not there: the path of Chromium, and yes or no for others.
 * @param {Engine[]} engines
 * @returns {Promise<{ chromium: string | undefined, firefox: boolean, webkit: boolean }>}
 */
export async function ensureBrowsers(engines) {
  const look = async () => ({
    chromium: engines.includes('chromium') ? await workingChromium() : undefined,
    firefox: engines.includes('firefox') && (await firefoxWorks()),
    webkit: engines.includes('webkit') && (await webkitWorks()),
  });
  const found = await look();
  const missing = engines.filter((engine) => !found[engine]);
  if (missing.length === 0) return found;
  install(missing);
  return look();
}

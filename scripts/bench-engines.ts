/** Frames a second of each engine while a weight is dragged, the switch is thrown, and the hidden nodes dissolve. */
import { firefox, chromium, type LaunchOptions } from '@playwright/test';
import { preview } from 'vite';
import type { Browser } from '../tests/engines/browser.ts';
import { PlaywrightBrowser } from '../tests/engines/playwright-browser.ts';
import { Reader } from '../tests/engines/reader.ts';
import { WebDriver } from '../tests/engines/webdriver.ts';
import { BROWSER_ARGS, browserCandidates, firefoxOptions, webkitParts } from './browser.mjs';
import { freePort, HOST } from './free-port.mjs';

interface Frames {
  readonly perSecond: number;
  /** The longest, ms. */
  readonly longest: number;
}

/** In the page: drags a weight to and fro for so many frames, one step a frame. */
async function drag(count: number): Promise<number[]> {
  const chip = document.querySelector('.diagram [role=spinbutton][aria-label="weight from E to hidden node 1"]');
  if (!chip) throw new Error('no chip');
  // A browser captures only pointers of its own.
  const { setPointerCapture } = Element.prototype;
  Element.prototype.setPointerCapture = () => undefined;
  const { left, top } = chip.getBoundingClientRect();
  const send = (type: string, x: number) =>
    chip.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 7,
        clientX: left + 10 + x,
        clientY: top + 10,
      }),
    );
  const times: number[] = [];
  send('pointerdown', 0);
  for (let i = 0; i < count; i++) {
    times.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
    send('pointermove', 6 * Math.abs((i % 32) - 16));
  }
  send('pointerup', 0);
  Element.prototype.setPointerCapture = setPointerCapture;
  return times;
}

/** In the page: presses the first that is named, and counts the frames of so many ms. */
async function press(selector: string, name: string, milliseconds: number): Promise<number[]> {
  const target = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => (element.ariaLabel ?? element.textContent) === name,
  );
  if (!target) throw new Error(`no ${name}`);
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const times = [await frame()];
  target.click();
  const end = performance.now() + milliseconds;
  while (performance.now() < end) times.push(await frame());
  return times;
}

function framesOf(times: readonly number[]): Frames {
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return { perSecond: (1000 * gaps.length) / total, longest: Math.max(...gaps) };
}

async function measure(name: string, start: () => Promise<Browser>, home: string): Promise<void> {
  const browser = await start();
  try {
    await browser.resize(1440, 900);
    const reader = new Reader(browser, home);
    await reader.load('preset=chapter-8');
    await browser.pointer([{ kind: 'move', x: 2, y: 2 }]);
    await reader.box('.stage .sheet-handle');
    // The first time is for the engine to get warm.
    await reader.evaluate(drag, 60);
    const rows: [string, Frames][] = [['drag', framesOf(await reader.evaluate(drag, 180))]];
    for (const [what, selector, button] of [
      ['to ReLU', '.stage .switch-option input', 'ReLU'],
      ['to linear', '.stage .switch-option input', 'Linear'],
      ['write out', '.derivation button', 'Next'],
      ['multiply out', '.derivation button', 'Next'],
      ['combine', '.derivation button', 'Next'],
    ] as const)
      rows.push([what, framesOf(await reader.evaluate(press, selector, button, 1000))]);
    for (const [what, { perSecond, longest }] of rows)
      console.log(
        `${name.padEnd(10)} ${what.padEnd(14)} ${perSecond.toFixed(0).padStart(4)} frames a second, the longest ${longest.toFixed(0)} ms`,
      );
  } finally {
    await browser.stop();
  }
}

const port = await freePort(4260);
const server = await preview({ logLevel: 'error', preview: { host: HOST, port, strictPort: true } });
const home = `http://${HOST}:${port}/`;
const [executablePath] = browserCandidates();
const playwright = async (type: typeof chromium, options: LaunchOptions) => {
  const browser = await type.launch(options);
  return PlaywrightBrowser.start(await browser.newContext(), () => browser.close());
};

console.log('Frames a second (60 are all that are shown)');
if (executablePath) await measure('Chromium', () => playwright(chromium, { executablePath, args: BROWSER_ARGS }), home);
const { launchOptions, channel } = firefoxOptions() ?? {};
if (launchOptions)
  await measure('Firefox', () => playwright(firefox, { ...launchOptions, ...(channel && { channel }) }), home);
const parts = webkitParts();
if (parts) await measure('WebKit', () => WebDriver.start(parts), home);
await server.close();

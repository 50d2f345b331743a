/** WebKitGTK by WebDriver (w3.org/TR/webdriver2): what of it the tests need, on `fetch`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort, HOST } from '../../scripts/free-port.mjs';
import type { Browser, PointerStep } from './browser.ts';

/** Keys that are no characters, by the code points that WebDriver has for them. */
const CODES: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

export interface WebKitParts {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

type Action = Record<string, string | number>;

export class WebDriver implements Browser {
  private constructor(
    private readonly processes: readonly ChildProcess[],
    private readonly folder: string,
    private readonly url: string,
  ) {}

  static async start({ driver, browser, screen }: WebKitParts): Promise<WebDriver> {
    const xvfb = spawn(screen, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [display] = (await once(xvfb.stdio[3] ?? xvfb, 'data')) as [Buffer];
    // Workers that begin at once must not find the same port free: both would speak to one driver, which has one session.
    const port = await freePort(4570 + 100 * Number(process.env['TEST_PARALLEL_INDEX'] ?? 0));
    const webkit = spawn(driver, [`--port=${port}`, `--host=${HOST}`], {
      stdio: 'ignore',
      // Without a graphics card what paints by OpenGL takes half as long again as what paints by itself.
      env: {
        ...process.env,
        DISPLAY: `:${String(display).trim()}`,
        GTK_A11Y: 'none',
        WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
      },
    });
    // The driver throws away what the browser says: a program around the browser keeps it, and not until its end.
    const folder = mkdtempSync(join(tmpdir(), 'crease-webkit-'));
    const binary = join(folder, 'browser.sh');
    writeFileSync(consoleOf(folder), '');
    writeFileSync(binary, `#!/bin/sh\nexec stdbuf -oL '${browser}' "$@" >>'${consoleOf(folder)}'\n`, { mode: 0o755 });
    const args = ['--automation', '--enable-write-console-messages-to-stdout=true'];
    const timeouts = { script: 100_000 };
    const capabilities = { alwaysMatch: { timeouts, 'webkitgtk:browserOptions': { binary, args } } };

    const url = `http://${HOST}:${port}`;
    await until(() => request('GET', `${url}/status`));
    const { sessionId } = await request<{ sessionId: string }>('POST', `${url}/session`, { capabilities });
    return new WebDriver([webkit, xvfb], folder, `${url}/session/${sessionId}`);
  }

  async stop(): Promise<void> {
    await request('DELETE', this.url).catch(() => undefined);
    for (const each of this.processes) each.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  noise(): string[] {
    const written = readFileSync(consoleOf(this.folder), 'utf8');
    truncateSync(consoleOf(this.folder));
    return written.split('\n').filter((line) => line.includes('CONSOLE '));
  }

  async goto(url: string): Promise<void> {
    await this.post('url', { url });
  }

  async reload(): Promise<void> {
    await this.post('refresh', {});
  }

  /** The window may not get as narrow as it is told to: its toolbar needs 447 px. */
  async resize(width: number, height: number): Promise<void> {
    const toolbar = await this.run<number>('outerHeight - innerHeight');
    await this.post('window/rect', { width, height: height + toolbar });
  }

  run<T>(expression: string): Promise<T> {
    return this.post('execute/sync', { script: `return ${expression}`, args: [] });
  }

  async pointer(steps: readonly PointerStep[]): Promise<void> {
    const actions = steps.map((step): Action => {
      if (step.kind === 'move')
        return { type: 'pointerMove', x: Math.round(step.x), y: Math.round(step.y), duration: 0 };
      return { type: step.kind === 'down' ? 'pointerDown' : 'pointerUp', button: 0 };
    });
    await this.post('actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }

  async keys(...keys: readonly string[]): Promise<void> {
    const actions = keys.flatMap((chord): Action[] => {
      const parts = chord.length > 1 ? chord.split('+') : [chord];
      const values = parts.map((part) => CODES[part] ?? part);
      return [
        ...values.map((value) => ({ type: 'keyDown', value })),
        ...values.reverse().map((value) => ({ type: 'keyUp', value })),
      ];
    });
    await this.post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await request<string>('GET', `${this.url}/screenshot`), 'base64');
  }

  private post<T>(path: string, body: object): Promise<T> {
    return request('POST', `${this.url}/${path}`, body);
  }
}

const consoleOf = (folder: string) => join(folder, 'console');

async function request<T>(method: string, url: string, body?: object): Promise<T> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

/** Asks until the program that has just been started answers. */
async function until(ask: () => Promise<unknown>): Promise<void> {
  await expect(async () => void (await ask())).toPass({ intervals: [50], timeout: 30_000 });
}

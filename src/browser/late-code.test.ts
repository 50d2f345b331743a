import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A browser that remembers a failed import for good, as Firefox does. */
class Browser {
  reachable = true;
  reloads = 0;
  readonly stored = new Map<string, string>();

  install(): void {
    vi.stubGlobal('location', { pathname: '/', search: '', reload: () => this.reloads++ });
    vi.stubGlobal('fetch', () =>
      this.reachable ? Promise.resolve({ ok: true }) : Promise.reject(new Error('offline')),
    );
    vi.stubGlobal('window', {
      sessionStorage: {
        getItem: (name: string) => this.stored.get(name) ?? null,
        setItem: (name: string, text: string) => this.stored.set(name, text),
        removeItem: (name: string) => this.stored.delete(name),
      },
    });
  }
}

let browser: Browser;
/** A page that has just been loaded. */
const load = async () => {
  vi.resetModules();
  return import('./late-code.ts');
};

beforeEach(() => {
  browser = new Browser();
  browser.install();
});
afterEach(() => vi.unstubAllGlobals());

const never = () => Promise.reject(new Error('remembered'));

describe('code that fails to come', () => {
  it('comes at the second time where the browser asks for it again', async () => {
    const { late, lateAgain } = await load();
    let asked = 0;
    const flaky = () => (asked++ === 0 ? Promise.reject(new Error('offline')) : Promise.resolve('code'));
    await expect(late(flaky)).rejects.toThrow('offline');
    await expect(lateAgain(flaky)).resolves.toBe('code');
    expect(browser.reloads).toBe(0);
  });

  it('makes the reader’s page be loaded anew, with what was open, where asking brings nothing', async () => {
    const { lateAgain, setOpen } = await load();
    setOpen('matrix', true);
    setOpen('proof', true);
    setOpen('proof', false);
    void lateAgain(never);
    await vi.waitFor(() => expect(browser.reloads).toBe(1));
    const anew = await load();
    expect(['matrix', 'proof', 'matrix'].map(anew.isToReopen)).toEqual([true, false, false]);
    expect(browser.stored.size).toBe(0);
  });

  it('leaves the page alone where it could not be had again', async () => {
    browser.reachable = false;
    const { lateAgain } = await load();
    await expect(lateAgain(never)).rejects.toThrow('remembered');
    expect([browser.reloads, browser.stored.size]).toEqual([0, 0]);
  });

  it.each(['', 'null', '{"', '7', '{"a":1}'])('opens nothing again where “%s” is kept', async (text) => {
    browser.stored.set('crease-open', text);
    const { isToReopen } = await load();
    expect(isToReopen('matrix')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { browserHost } from './address-host.ts';

describe('a browser', () => {
  /** As much of a window as is used, in which storage and history may refuse. */
  function fakeWindow(type: string, refuses = false) {
    const stored = new Map<string, string>();
    const replaced: string[] = [];
    const listeners: string[] = [];
    const refuse = () => {
      if (refuses) throw new DOMException('no', 'SecurityError');
    };
    const location = {
      hash: '#a',
      replace: (url: string) => {
        refuse();
        Object.assign(location, { hash: url });
        Object.assign(history, { state: null });
        replaced.push(url);
      },
    };
    const history = {
      state: { kept: true } as unknown,
      replaceState: (state: unknown, _: string, url?: string) => {
        refuse();
        Object.assign(history, { state });
        if (url === undefined) return;
        Object.assign(location, { hash: url });
        replaced.push(url);
      },
    };
    const view = {
      location,
      history,
      scrollY: 0,
      performance: { getEntriesByType: () => [{ type }] },
      sessionStorage: {
        setItem: (key: string, value: string) => {
          refuse();
          stored.set(key, value);
        },
        getItem: (key: string) => {
          refuse();
          return stored.get(key) ?? null;
        },
      },
      addEventListener: (name: string) => listeners.push(name),
      removeEventListener: (name: string) => listeners.splice(listeners.indexOf(name), 1),
      setTimeout: () => 1,
      clearTimeout: () => undefined,
    };
    const settled: string[] = [];
    const host = browserHost(
      view as unknown as Window,
      Promise.resolve({ settleAt: (section) => settled.push(section) }),
    );
    return { host, view, replaced, listeners, settled };
  }

  it.each([
    ['reload', true],
    ['back_forward', true],
    ['navigate', false],
    ['prerender', false],
  ])('A9 %s is a return: %s', (type, expected) => {
    expect(fakeWindow(type).host.isReturn()).toBe(expected);
  });

  it('A3 is written in place, and remembers in the tab', () => {
    const { host, view, replaced, listeners } = fakeWindow('navigate');
    expect(host.hash()).toBe('#a');
    expect(host.visit()).toBeNull();
    expect(host.replace(7, '#b')).toBe(true);
    expect(replaced).toEqual(['#b']);
    expect(host.replace(8)).toBe(true);
    expect([host.hash(), host.visit(), view.history.state]).toEqual(['#b', 8, { kept: true, visit: 8 }]);
    expect(host.recall()).toBeNull();
    host.remember('c');
    expect(host.recall()).toBe('c');
    const stops = [host.onHashChange(() => undefined), host.onPageHide(() => undefined)];
    expect(listeners).toEqual(['hashchange', 'pagehide']);
    for (const stop of stops) stop();
    expect(listeners).toEqual([]);
  });

  it('A3 A9 may refuse both without an error', () => {
    const { host } = fakeWindow('reload', true);
    expect(host.replace(7, '#b')).toBe(false);
    host.goTo('b');
    host.remember('c');
    expect(host.recall()).toBeNull();
  });

  it('A8 goes to a section by its name, and has its address back at once', async () => {
    const { host, view, replaced, settled } = fakeWindow('navigate');
    host.replace(7, '#v=1&section=b');
    host.goTo('b');
    await Promise.resolve();
    expect(replaced).toEqual(['#v=1&section=b', '#b', '#v=1&section=b']);
    expect(host.visit()).toBe(7);
    expect(settled).toEqual(['b']);
    Object.assign(view, { scrollY: 10 });
    host.arriveAt('b');
    await Promise.resolve();
    expect(replaced).toHaveLength(3);
    expect(settled).toEqual(['b']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits, smallDocuments } from '../../tests/arbitrary-document.ts';
import { rational } from '../algebra/rational.ts';
import { WRITE_DELAY, browserHost, connectAddress, linkFor, type AddressHost } from './address.ts';
import { selectChosenDomain } from './chosen-domain.ts';
import { encode } from './codec.ts';
import type { Edit } from './edit.ts';
import { HISTORY_LIMIT } from './history.ts';
import { presetDocument } from './preset-document.ts';
import { presetById } from './preset.ts';
import { resetTarget } from './reset.ts';
import { selectDocument, selectStep } from './select.ts';
import { createCreaseStore } from './store.ts';

/** A browser's tab: an address bar, a clock, and the memory of the tab. */
class Tab {
  now = 0;
  readonly written: { readonly hash: string; readonly at: number }[] = [];
  #hash: string;
  #memory: string | null = null;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #timers = new Map<object, { readonly at: number; readonly run: () => void }>();
  #isReturn = false;

  constructor(hash = '') {
    this.#hash = hash;
  }

  get hash() {
    return this.#hash;
  }

  get host(): AddressHost {
    return {
      hash: () => this.#hash,
      replaceHash: (hash) => {
        this.#hash = hash;
        this.written.push({ hash, at: this.now });
      },
      onHashChange: (listener) => this.#listen('hashchange', listener),
      onPageHide: (listener) => this.#listen('pagehide', listener),
      isReturn: () => this.#isReturn,
      remember: (link) => {
        this.#memory = link;
      },
      recall: () => this.#memory,
      after: (milliseconds, run) => {
        const key = {};
        this.#timers.set(key, { at: this.now + milliseconds, run });
        return () => void this.#timers.delete(key);
      },
    };
  }

  /** The reader follows a link to a hash, types one, or goes back to one. */
  goTo(hash: string): void {
    this.#hash = hash;
    this.#tell('hashchange');
  }

  /** The page is left; its timers never run. */
  leave(): void {
    this.#tell('pagehide');
    this.#timers.clear();
    this.#listeners.clear();
  }

  /** The page is opened again in this tab. */
  comeBack(): void {
    this.#isReturn = true;
  }

  openAnew(hash: string): void {
    this.#isReturn = false;
    this.#hash = hash;
  }

  wait(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [due] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, p], [, q]) => p.at - q.at);
      if (!due) break;
      this.#timers.delete(due[0]);
      this.now = due[1].at;
      due[1].run();
    }
    this.now = end;
  }

  get listenerCount() {
    return [...this.#listeners.values()].reduce((count, set) => count + set.size, 0) + this.#timers.size;
  }

  #listen(type: string, listener: () => void): () => void {
    const set = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, set.add(listener));
    return () => void set.delete(listener);
  }

  #tell(type: string): void {
    for (const listener of this.#listeners.get(type) ?? []) listener();
  }
}

function start(tab = new Tab()) {
  const store = createCreaseStore({ document: presetDocument('chapter-8'), step: 0 });
  const stop = connectAddress(store, tab.host);
  return {
    tab,
    store,
    stop,
    actions: store.getState().actions,
    document: () => selectDocument(store.getState()),
    past: () => store.getState().history.past,
    broken: () => store.getState().brokenLink,
    link: () => `#${linkFor(store.getState())}`,
    target: () => resetTarget(store.getState()),
  };
}

const XOR = `#${presetById('xor')?.link ?? ''}`;
const SECTION = '#the-same-model-twice';
const BROKEN = '#v=1&in=E,H&h1=abc:0&y=1:0';
const weight = (value: number): Edit => ({
  kind: 'setParameter',
  parameter: { layer: 0, node: 0, input: 0 },
  value: rational(value),
});
const settled = 10 * WRITE_DELAY;

describe('on start', () => {
  it('A1 a link in the address is opened, and there is nothing to undo', () => {
    const { document, past, store, tab } = start(new Tab(`${XOR}&step=2`));
    expect(document()).toEqual(presetDocument('xor'));
    expect(selectStep(store.getState())).toBe(2);
    expect(past()).toEqual([]);
    tab.wait(settled);
    expect(tab.written).toEqual([]);
  });

  it('A1 L6 the stable name of a preset too, and it stays in the address', () => {
    const { document, tab, actions } = start(new Tab('#preset=dead-node'));
    expect(document()).toEqual(presetDocument('dead-node'));
    actions.select({ layer: 0, node: 1 });
    tab.wait(settled);
    expect(tab.hash).toBe('#preset=dead-node');
  });

  it.each(['', SECTION])('A2 A8 an address without a link (“%s”) stays as it is until the first edit', (hash) => {
    const { tab, actions, document, broken, link } = start(new Tab(hash));
    expect(document()).toEqual(presetDocument('chapter-8'));
    actions.select({ layer: 1, node: 0 });
    actions.highlight(new Set(['x0']));
    actions.begin();
    actions.commit();
    tab.wait(settled);
    tab.leave();
    expect(tab.hash).toBe(hash);
    expect(broken()).toBeNull();
    const again = start(new Tab(hash));
    again.actions.edit(weight(7));
    again.tab.wait(settled);
    expect(again.tab.hash).toBe(again.link());
    expect(again.link()).not.toBe(link());
  });

  it('A7 a broken link is reported, and stays in the address to be mended', () => {
    const { tab, broken, document } = start(new Tab(BROKEN));
    expect(broken()).toEqual({
      part: 'h1',
      item: [1],
      reason: { kind: 'count', what: 'weights', found: 1, min: 2, max: 2 },
    });
    expect(document()).toEqual(presetDocument('chapter-8'));
    tab.wait(settled);
    tab.leave();
    expect(tab.hash).toBe(BROKEN);
  });
});

describe('edits', () => {
  it('A3 are written once, 250 ms after the last one', () => {
    const { tab, actions, link } = start();
    for (const value of [1, 2, 3]) {
      actions.edit(weight(value));
      tab.wait(WRITE_DELAY - 1);
    }
    expect(tab.written).toEqual([]);
    tab.wait(1);
    expect(tab.written).toEqual([{ hash: link(), at: 3 * WRITE_DELAY - 2 }]);
    tab.wait(settled);
    tab.leave();
    expect(tab.written).toHaveLength(1);
  });

  it('A3 of the step are written too, what is not in a link is not', () => {
    const { tab, actions, link } = start();
    actions.setStep(2);
    tab.wait(settled);
    expect(tab.written.map(({ hash }) => hash)).toEqual([link()]);
    expect(tab.hash).toMatch(/&step=2$/);
    actions.setActive('0.0.0');
    actions.highlight(new Set(['x0']));
    tab.wait(settled);
    expect(tab.written).toHaveLength(1);
  });

  it('A3 L1 of the chosen domain are written too, and a reload keeps it', () => {
    const first = start();
    first.actions.setBound('H', rational(5, 2));
    first.tab.wait(settled);
    expect(first.tab.hash).toMatch(/&to=10,2\.5,10$/);
    first.tab.leave();
    first.tab.comeBack();
    const second = start(first.tab);
    expect(second.link()).toBe(first.tab.hash);
    expect(selectChosenDomain(second.store.getState())).toEqual(selectChosenDomain(first.store.getState()));
  });

  it('A3 that are taken back before they are written are never written', () => {
    const { tab, actions } = start();
    actions.edit(weight(7));
    tab.wait(WRITE_DELAY / 2);
    actions.undo();
    tab.wait(settled);
    tab.leave();
    expect(tab.written).toEqual([]);
  });

  it('A4 are not written while a gesture is open', () => {
    const { tab, actions, link } = start();
    actions.edit(weight(6));
    actions.begin();
    for (const value of [7, 8, 9]) {
      actions.edit(weight(value));
      tab.wait(settled);
    }
    expect(tab.written).toEqual([]);
    actions.commit();
    tab.wait(WRITE_DELAY);
    expect(tab.written.map(({ hash }) => hash)).toEqual([link()]);
  });

  it('A4 a cancelled gesture is not written', () => {
    const { tab, actions } = start();
    actions.begin();
    actions.edit(weight(7));
    tab.wait(settled);
    actions.cancel();
    tab.wait(settled);
    expect(tab.written).toEqual([]);
  });

  it('A5 are written at once when the page is left, an open gesture as well', () => {
    const { tab, actions, link } = start();
    actions.edit(weight(7));
    tab.leave();
    expect(tab.hash).toBe(link());
    const dragging = start();
    dragging.actions.begin();
    dragging.actions.edit(weight(8));
    dragging.tab.leave();
    expect(dragging.tab.hash).toBe(dragging.link());
    expect(dragging.past()).toHaveLength(1);
  });

  it('A3 A4 whatever is done, every write is of what is shown then, and the last one of what is shown last', () => {
    const acts = fc.array(
      fc.oneof(
        edits.map((edit) => ({ edit })),
        fc.constantFrom<{ do: 'begin' | 'commit' | 'cancel' | 'undo' | 'redo' }>(
          ...(['begin', 'commit', 'cancel', 'undo', 'redo'] as const).map((name) => ({ do: name })),
        ),
        fc.integer({ min: 0, max: 2 * WRITE_DELAY }).map((wait) => ({ wait })),
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(acts, (list) => {
        const { tab, actions, store, link } = start();
        let writes = 0;
        for (const act of list) {
          if ('wait' in act) {
            tab.wait(act.wait);
            if (tab.written.length > writes) expect(tab.hash).toBe(link());
            if (tab.written.length > writes) expect(store.getState().history.gesture).toBeNull();
            expect(tab.written.length - writes).toBeLessThanOrEqual(1);
            writes = tab.written.length;
          } else if ('edit' in act) actions.edit(act.edit);
          else actions[act.do]();
        }
        tab.leave();
        if (tab.written.length > 0) expect(tab.hash).toBe(link());
        else expect(link()).toBe(`#${presetById('chapter-8')?.link}`);
      }),
    );
  });
});

describe('a hash that arrives later', () => {
  it('A6 a link that differs is an edit, which can be undone; the address stays as it arrived', () => {
    const { tab, actions, document, past, store } = start();
    actions.edit(weight(7));
    const before = document();
    tab.wait(settled);
    tab.goTo('#preset=xor&step=1');
    expect(document()).toEqual(presetDocument('xor'));
    expect(selectStep(store.getState())).toBe(1);
    expect(past().map(({ label }) => label.kind)).toEqual(['setParameter', 'load']);
    tab.wait(settled);
    expect(tab.hash).toBe('#preset=xor&step=1');
    actions.undo();
    expect(document()).toBe(before);
    tab.wait(settled);
    expect(tab.hash).toBe(`#${linkFor(store.getState())}`);
  });

  it('A6 L1 it opens exactly what it says: also the step and the domain that it leaves out', () => {
    const { tab, actions, store } = start();
    actions.setBound('E', rational(3));
    actions.setStep(2);
    tab.goTo('#preset=chapter-8-relu');
    const opened = start(new Tab('#preset=chapter-8-relu')).store.getState();
    expect(linkFor(store.getState())).toBe(linkFor(opened));
    tab.goTo('#preset=chapter-8-relu&to=1,2,3&step=1');
    expect(linkFor(store.getState())).toMatch(/&to=1,2,3&step=1$/);
  });

  it('A6 a link to what is shown already is no edit', () => {
    const { tab, past, document } = start();
    const before = document();
    tab.goTo('#preset=chapter-8');
    expect(past()).toEqual([]);
    expect(document()).toBe(before);
  });

  it('A6 during a gesture it ends the gesture, and is a step of its own', () => {
    const { tab, actions, past } = start();
    actions.begin();
    actions.edit(weight(7));
    tab.goTo(XOR);
    actions.commit();
    expect(past().map(({ label }) => label.kind)).toEqual(['setParameter', 'load']);
  });

  it('A7 a broken link is reported, and changes nothing', () => {
    const { tab, broken, document, past } = start();
    const before = document();
    tab.goTo(BROKEN);
    expect(broken()).toMatchObject({ part: 'h1' });
    expect(document()).toBe(before);
    expect(past()).toEqual([]);
    tab.wait(settled);
    expect(tab.hash).toBe(BROKEN);
  });

  it('A7 a readable link puts the report away, also one to what is shown already', () => {
    for (const link of [XOR, '#preset=chapter-8']) {
      const { tab, broken } = start(new Tab(BROKEN));
      tab.goTo(link);
      expect(broken()).toBeNull();
    }
  });

  it('A7 another network that is opened puts it away, an edit or the name of a section does not', () => {
    const { tab, actions, broken } = start(new Tab(BROKEN));
    actions.edit(weight(7));
    tab.goTo(SECTION);
    expect(broken()).not.toBeNull();
    actions.edit({ kind: 'load', document: presetDocument('xor'), from: { kind: 'preset', id: 'xor' } });
    expect(broken()).toBeNull();
    tab.goTo(BROKEN);
    actions.edit({ kind: 'load', document: presetDocument('xor'), from: { kind: 'preset', id: 'xor' } });
    expect(broken()).toBeNull();
  });

  it('A8 the name of a section changes nothing, and is overwritten by the next edit only', () => {
    const { tab, actions, document, broken, link } = start();
    actions.edit(weight(7));
    const before = document();
    // Before the edit was written.
    tab.goTo(SECTION);
    tab.wait(settled);
    expect([tab.hash, document(), broken()]).toEqual([SECTION, before, null]);
    actions.edit(weight(8));
    tab.wait(settled);
    expect(tab.hash).toBe(link());
  });
});

describe('a return to the page', () => {
  it('A9 to the name of a section shows what was shown last, and keeps the address', () => {
    const first = start();
    first.actions.edit(weight(7));
    first.actions.setStep(1);
    first.tab.goTo(SECTION);
    first.tab.leave();
    first.tab.comeBack();
    const second = start(first.tab);
    expect(second.document()).toEqual(first.document());
    expect(second.link()).toBe(first.link());
    expect(second.past()).toEqual([]);
    second.tab.wait(settled);
    expect(second.tab.hash).toBe(SECTION);
  });

  it('A9 a reload keeps the state, whatever was done', () => {
    fc.assert(
      fc.property(smallDocuments, fc.array(edits, { maxLength: 5 }), fc.boolean(), (document, list, atSection) => {
        const tab = new Tab(`#${encode({ document, step: 1 })}`);
        const first = start(tab);
        for (const edit of list) first.actions.edit(edit);
        if (atSection) tab.goTo(SECTION);
        tab.leave();
        tab.comeBack();
        const second = start(tab);
        expect(second.document()).toEqual(first.document());
        expect(second.link()).toBe(first.link());
      }),
    );
  });

  it('A9 A7 to a broken link shows what was shown last, and reports the link', () => {
    const first = start();
    first.actions.edit(weight(7));
    first.tab.goTo(BROKEN);
    first.tab.leave();
    first.tab.comeBack();
    const second = start(first.tab);
    expect(second.document()).toEqual(first.document());
    expect(second.broken()).toMatchObject({ part: 'h1' });
  });

  it('A9 a link in the address goes before what was remembered', () => {
    const first = start();
    first.actions.edit(weight(7));
    first.tab.leave();
    first.tab.openAnew(XOR);
    first.tab.comeBack();
    expect(start(first.tab).document()).toEqual(presetDocument('xor'));
  });

  it('A9 a page that is opened anew does not remember, and neither does its reload', () => {
    const first = start();
    first.actions.edit(weight(7));
    first.tab.leave();
    first.tab.openAnew('');
    const second = start(first.tab);
    expect(second.document()).toEqual(presetDocument('chapter-8'));
    second.tab.leave();
    second.tab.comeBack();
    expect(start(second.tab).document()).toEqual(presetDocument('chapter-8'));
  });

  it('A9 what is remembered but can’t be read is passed over in silence', () => {
    const tab = new Tab();
    tab.host.remember(BROKEN);
    tab.comeBack();
    const { broken, document } = start(tab);
    expect(document()).toEqual(presetDocument('chapter-8'));
    expect(broken()).toBeNull();
  });
});

describe('what Reset goes back to', () => {
  const loadXor: Edit = { kind: 'load', document: presetDocument('xor'), from: { kind: 'preset', id: 'xor' } };

  it('A10 is the document that was loaded last, however long ago', () => {
    const { actions, target } = start(new Tab('#preset=dead-node'));
    expect(target()).toEqual(presetDocument('dead-node'));
    actions.edit(loadXor);
    actions.undo();
    expect(target()).toEqual(presetDocument('dead-node'));
    actions.redo();
    for (let value = 0; value <= HISTORY_LIMIT; value++) actions.edit(weight(value));
    expect(target()).toEqual(presetDocument('xor'));
  });

  it.each(['', SECTION])('A10 is the same after a reload, or two, also at “%s”', (hash) => {
    for (const id of ['chapter-8', 'xor'] as const) {
      const tab = new Tab(hash);
      const first = start(tab);
      if (id === 'xor') first.actions.edit(loadXor);
      first.actions.edit(weight(7));
      if (hash !== '') {
        tab.wait(settled);
        tab.goTo(hash);
      }
      tab.leave();
      tab.comeBack();
      start(tab);
      tab.leave();
      const again = start(tab);
      expect(again.document()).toEqual(first.document());
      expect(again.target()).toEqual(presetDocument(id));
    }
  });

  it('A10 is what a link holds where another one was shown last', () => {
    const { tab, actions } = start();
    actions.edit(weight(7));
    tab.leave();
    tab.openAnew(XOR);
    tab.comeBack();
    expect(start(tab).target()).toEqual(presetDocument('xor'));
  });

  it('A10 is what is shown where nothing readable is remembered', () => {
    const { tab, actions } = start();
    actions.edit(weight(7));
    tab.leave();
    tab.comeBack();
    const link = tab.hash.slice(1);
    for (const memory of ['', link, `${link} `, `${link} v=1&in=E`, `${link} ${SECTION}`]) {
      tab.host.remember(memory);
      const again = start(tab);
      expect(again.target()).toEqual(again.document());
    }
  });
});

describe('the link of what is shown', () => {
  it('L1 S3 opens exactly that', () => {
    fc.assert(
      fc.property(smallDocuments, fc.nat(12), (document, step) => {
        const state = createCreaseStore({ document, step }).getState();
        const opened = start(new Tab(`#${linkFor(state)}`));
        expect(opened.document()).toEqual(document);
        expect(selectStep(opened.store.getState())).toBe(selectStep(state));
      }),
    );
  });

  it('L1 is the full form for a preset as well', () => {
    expect(start().link()).toBe(`#${presetById('chapter-8')?.link}`);
  });
});

describe('the connection', () => {
  it('A3 once it is taken down nothing is read or written any more', () => {
    const { tab, actions, stop, document } = start();
    actions.edit(weight(7));
    const before = document();
    stop();
    expect(tab.listenerCount).toBe(0);
    tab.goTo(XOR);
    tab.wait(settled);
    tab.leave();
    expect(document()).toBe(before);
    expect(tab.written).toEqual([]);
  });
});

describe('a browser', () => {
  /** As much of a window as is used, in which storage and history may refuse. */
  function fakeWindow(type: string, refuses = false) {
    const stored = new Map<string, string>();
    const replaced: string[] = [];
    const listeners: string[] = [];
    const refuse = () => {
      if (refuses) throw new DOMException('no', 'SecurityError');
    };
    const view = {
      location: { hash: '#a' },
      history: {
        state: { kept: true },
        replaceState: (state: unknown, _: string, url: string) => {
          refuse();
          expect(state).toEqual({ kept: true });
          replaced.push(url);
        },
      },
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
    return { host: browserHost(view as unknown as Window), replaced, listeners };
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
    const { host, replaced, listeners } = fakeWindow('navigate');
    expect(host.hash()).toBe('#a');
    host.replaceHash('#b');
    expect(replaced).toEqual(['#b']);
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
    host.replaceHash('#b');
    host.remember('c');
    expect(host.recall()).toBeNull();
  });
});

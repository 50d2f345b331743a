import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits, smallDocuments } from '../../tests/arbitrary-document.ts';
import { rational } from '../number/rational.ts';
import { AGAIN_DELAY, WRITE_DELAY, connectAddress, linkFor, type AddressHost } from './address.ts';
import { chosenDomain } from './chosen-domain.ts';
import { MAX_LINK, encode, sectionOf } from './codec.ts';
import type { Edit } from './edit.ts';
import { HISTORY_LIMIT } from './history.ts';
import { presetDocument } from './preset-document.ts';
import { presetById } from './preset.ts';
import { resetTarget } from './reset.ts';
import { shownStep } from './step.ts';
import { createCreaseStore, type CreaseStore } from './store.ts';

function domainOf(store: CreaseStore) {
  const { network, ranges } = store.getState().history.present;
  return chosenDomain(network.inputs, ranges);
}

/** An entry of the browser's history. */
interface Entry {
  hash: string;
  visit: number | null;
}

/** A browser's tab: an address bar with its history, a clock, and the memory of the tab. */
class Tab {
  now = 0;
  /** How often the browser is yet to refuse to have its address replaced. */
  refusals = 0;
  readonly written: { readonly hash: string; readonly at: number }[] = [];
  /** Sections that the page has gone to by itself. */
  readonly goneTo: string[] = [];
  #entries: Entry[];
  #at = 0;
  #memory: string | null = null;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #timers = new Map<object, { readonly at: number; readonly run: () => void }>();
  #isReturn = false;

  constructor(hash = '') {
    this.#entries = [{ hash, visit: null }];
  }

  get #entry(): Entry {
    const entry = this.#entries[this.#at];
    if (!entry) throw new Error('there is no such entry');
    return entry;
  }

  get hash() {
    return this.#entry.hash;
  }

  get visit() {
    return this.#entry.visit;
  }

  get host(): AddressHost {
    return {
      hash: () => this.hash,
      visit: () => this.#entry.visit,
      replace: (visit, hash) => {
        if (this.refusals-- > 0) return false;
        Object.assign(this.#entry, { visit, hash: hash ?? this.hash });
        if (hash !== undefined) this.written.push({ hash, at: this.now });
        return true;
      },
      goTo: (section) => void this.goneTo.push(section),
      arriveAt: (section) => void this.goneTo.push(section),
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
    // The browser takes this for a reload of the same place.
    if (hash === this.hash) return;
    this.beginTo(hash);
    this.hear();
  }

  /** The address is there at once; the page hears of it a little later. */
  beginTo(hash: string): void {
    this.#entries = [...this.#entries.slice(0, ++this.#at), { hash, visit: null }];
  }

  hear(): void {
    this.#tell('hashchange');
  }

  /** As far as there are entries. The browser is silent where the hash is the same. */
  back(entries = 1): void {
    const before = this.hash;
    this.#at = Math.max(0, Math.min(this.#entries.length - 1, this.#at - entries));
    if (this.hash !== before) this.#tell('hashchange');
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
    this.#entries = [{ hash, visit: null }];
    this.#at = 0;
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
    document: () => store.getState().history.present,
    past: () => store.getState().history.past,
    broken: () => store.getState().brokenLink,
    link: () => `#${linkFor(store.getState())}`,
    target: () => resetTarget(store.getState()),
  };
}

const XOR = `#${presetById('xor')?.link ?? ''}`;
const SECTION = '#the-same-model-twice';
const OTHER_SECTION = '#network';
const atSection = (hash: string, section: string) => `${hash}&section=${section.slice(1)}`;
const BROKEN = '#v=1&in=E,H&h1=abc:0&y=1:0';
const weight = (value: number): Edit => ({
  kind: 'setParameter',
  parameter: { layer: 0, node: 0, input: 0 },
  value: rational(value),
});
const settled = 10 * WRITE_DELAY;

describe('a figure’s own part', () => {
  it('A12 is read on start, written as an edit is, kept by a reload, and left by a link that says nothing of it', () => {
    const { tab, store, past } = start(new Tab(`${XOR}&fit=data:v`));
    const part = () => store.getState().figures;
    expect(part()).toBe('fit=data:v');
    tab.wait(settled);
    expect(tab.written).toEqual([]);
    store.setState({ figures: 'fit=data:v;step:3' });
    tab.wait(settled);
    expect(tab.hash).toBe(`${XOR}&fit=data:v;step:3`);
    expect(past()).toEqual([]);
    tab.goTo('#preset=dead-node');
    expect(part()).toBe('fit=data:v;step:3');
    tab.goTo(`${XOR}&fit=data:w`);
    expect(part()).toBe('fit=data:w');
    tab.goTo(`${XOR}&view=hidden`);
    expect(part()).toBe('fit=data:w&view=hidden');
    tab.goTo(`${XOR}&fit=data:v`);
    expect(part()).toBe('fit=data:v&view=hidden');
    store.setState({ figures: '' });
    tab.wait(settled);
    expect(tab.hash).toBe(XOR);
  });
});

describe('on start', () => {
  it('is not written over a link that the reader has gone to and the page has yet to hear of', () => {
    const { tab, store, actions } = start();
    actions.edit({ kind: 'load', document: presetDocument('xor'), from: { kind: 'link' } });
    tab.beginTo('#preset=dead-node');
    tab.wait(60_000);
    expect(tab.hash).toBe('#preset=dead-node');
    tab.hear();
    expect(store.getState().history.present).toEqual(presetDocument('dead-node'));
  });

  it('A1 a link in the address is opened, and there is nothing to undo', () => {
    const { document, past, store, tab } = start(new Tab(`${XOR}&step=2`));
    expect(document()).toEqual(presetDocument('xor'));
    expect(shownStep(store.getState())).toBe(2);
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
    expect(again.tab.hash).toBe(hash === '' ? again.link() : atSection(again.link(), hash));
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

  it('A7 a link that is too long to be read is not written once more, an edit is', () => {
    const long = `#v=1&in=${'A'.repeat(MAX_LINK)}`;
    const { tab, broken, actions, link } = start(new Tab(long));
    expect(broken()).toMatchObject({ reason: { kind: 'tooLong' } });
    expect([tab.hash, tab.visit]).toEqual([long, null]);
    actions.edit(weight(7));
    tab.wait(settled);
    expect(tab.hash).toBe(link());
    expect(tab.visit).not.toBeNull();
  });
});

describe('edits', () => {
  it('A3 are written once, a moment after the last one', () => {
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
    first.actions.edit({ kind: 'setRange', input: 1, range: { min: rational(-3), max: rational(5, 2) } });
    first.tab.wait(settled);
    expect(first.tab.hash).toMatch(/&from=0,-3,0&to=10,2\.5,10$/);
    first.tab.leave();
    first.tab.comeBack();
    const second = start(first.tab);
    expect(second.link()).toBe(first.tab.hash);
    expect(domainOf(second.store)).toEqual(domainOf(first.store));
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
    expect(shownStep(store.getState())).toBe(1);
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
    actions.edit({ kind: 'setRange', input: 0, range: { min: rational(1), max: rational(3) } });
    actions.setStep(2);
    tab.goTo('#preset=chapter-8-relu');
    const opened = start(new Tab('#preset=chapter-8-relu')).store.getState();
    expect(linkFor(store.getState())).toBe(linkFor(opened));
    tab.goTo('#preset=chapter-8-relu&from=-1,0,1/2&to=1,2,3&step=1');
    expect(linkFor(store.getState())).toMatch(/&from=-1,0,0\.5&to=1,2,3&step=1$/);
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

  it('A8 the name of a section changes nothing, and the address then opens both', () => {
    const { tab, actions, document, broken, link } = start();
    tab.goTo(SECTION);
    expect(tab.written).toEqual([]);
    actions.edit(weight(7));
    const before = document();
    // Before the edit was written.
    tab.goTo(OTHER_SECTION);
    expect([tab.hash, document(), broken()]).toEqual([atSection(link(), OTHER_SECTION), before, null]);
    actions.edit(weight(8));
    tab.wait(settled);
    expect(tab.hash).toBe(atSection(link(), OTHER_SECTION));
    expect(tab.goneTo).toEqual([]);
  });

  it('A11 back and forward among sections keep the network, and the address opens it', () => {
    const { tab, actions, link, past } = start();
    for (const [i, section] of [SECTION, OTHER_SECTION].entries()) {
      tab.goTo(section);
      actions.edit(weight(7 + i));
      tab.wait(settled);
    }
    tab.back();
    expect(tab.hash).toBe(atSection(link(), SECTION));
    tab.back(-1);
    expect(tab.hash).toBe(atSection(link(), OTHER_SECTION));
    tab.back(2);
    expect(tab.hash).toBe(link());
    expect(past()).toHaveLength(2);
    expect(tab.goneTo).toEqual([]);
  });

  it('A6 A11 back over another link opens what was there, as an edit', () => {
    const { tab, actions, document, link } = start();
    tab.goTo(SECTION);
    actions.edit(weight(7));
    tab.wait(settled);
    const before = { document: document(), hash: tab.hash };
    tab.goTo(XOR);
    tab.goTo(OTHER_SECTION);
    actions.edit(weight(8));
    tab.back(2);
    expect({ document: document(), hash: tab.hash }).toEqual(before);
    actions.undo();
    tab.wait(settled);
    expect(tab.hash).toBe(atSection(link(), SECTION));
    expect(document().network.inputs).toEqual(presetDocument('xor').network.inputs);
  });

  it('A6 A8 a link with a section opens the network and goes there', () => {
    const { tab, document, past } = start();
    const hash = `${XOR}&section=${SECTION.slice(1)}`;
    tab.goTo(hash);
    expect(document()).toEqual(presetDocument('xor'));
    expect([tab.goneTo, tab.hash, past().length]).toEqual([[SECTION.slice(1)], hash, 1]);
    // It is what is shown: no edit, and no other visit.
    tab.goTo(OTHER_SECTION);
    tab.goTo(hash);
    tab.back(2);
    expect([tab.hash, past().length]).toEqual([hash, 1]);
  });

  it('A11 whatever is done, the address opens what is shown once it has settled', () => {
    const hashes = ['', SECTION, OTHER_SECTION, XOR, `${XOR}&section=a`, '#preset=deep-linear&section=network'];
    const acts = fc.array(
      fc.oneof(
        edits.map((edit) => ({ edit })),
        fc.constantFrom(...hashes).map((goTo) => ({ goTo })),
        fc.integer({ min: -3, max: 3 }).map((back) => ({ back })),
        fc.constant({ leave: true }),
        fc.integer({ min: 0, max: 3 }).map((refusals) => ({ refusals })),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...hashes), acts, (hash, list) => {
        const tab = new Tab(hash);
        let page = start(tab);
        for (const act of list) {
          if ('edit' in act) page.actions.edit(act.edit);
          else if ('goTo' in act) tab.goTo(act.goTo);
          else if ('back' in act) tab.back(act.back);
          else if ('refusals' in act) tab.refusals = act.refusals;
          else {
            tab.leave();
            tab.comeBack();
            page = start(tab);
          }
        }
        tab.wait(10 * AGAIN_DELAY);
        const anew = start(new Tab(tab.hash));
        expect(anew.link()).toBe(page.link());
        expect(anew.tab.goneTo.at(-1) ?? null).toBe(sectionOf(tab.hash));
      }),
    );
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
    expect(second.tab.hash).toBe(atSection(second.link(), SECTION));
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
        expect(shownStep(opened.store.getState())).toBe(shownStep(state));
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

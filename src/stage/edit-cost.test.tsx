/**
 * What one edit sets going: which facts are computed, and how many of those who follow the store are woken. All that the
 * stage follows is collected while it is rendered; nothing of it is mounted.
 */
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadEngine } from '../browser/lazy-engine.ts';
import { ALL, NONNEGATIVE } from '../algebra/domain.ts';
import { sliceNetwork } from '../algebra/slice.ts';
import { creasesOn } from '../facts/bends.ts';
import { currentPoint } from '../plot/current-point.ts';
import { makeSheet } from '../plot/sheet-model.ts';
import { knowledgeOf } from '../live/knowledge.ts';
import { Computed } from '../live/signal.ts';
import { StoreContext } from '../live/use-store.ts';
import { parameterKey, type Parameter } from '../model/network.ts';
import { rational } from '../number/rational.ts';
import { decode } from '../state/codec.ts';
import type { Document } from '../state/document.ts';
import { presetDocument } from '../state/preset-document.ts';
import { createCreaseStore, type CreaseStore } from '../state/store.ts';
import { HeatView } from '../diagram/heat-view.tsx';
import { canBeDrawn } from '../diagram/layout.ts';
import { Cases } from '../equation/cases.tsx';
import { Header } from './header.tsx';
import { Stage } from './stage.tsx';

const seen = vi.hoisted(() => ({ followed: [] as (() => unknown)[], runs: new Map<string, number>() }));

/** Counts the calls of one function of a module. */
const counted = vi.hoisted(() => (name: string, load: () => Promise<Record<string, unknown>>) => async () => {
  const real = await load();
  const run = real[name] as (...args: unknown[]) => unknown;
  const count = (...args: unknown[]) => {
    seen.runs.set(name, (seen.runs.get(name) ?? 0) + 1);
    return run(...args);
  };
  return { ...real, [name]: count };
});
vi.mock('../algebra/derivation.ts', (load) => counted('derive', load)());
vi.mock('../algebra/crease.ts', (load) => counted('bentForm', load)());
vi.mock('../algebra/shown-values.ts', (load) => counted('shownValues', load)());
vi.mock('../algebra/forward.ts', (load) => counted('forward', load)());
vi.mock('../algebra/cells.ts', (load) => counted('eachCell', load)());
vi.mock('react', async (load) => {
  const react = await load<typeof import('react')>();
  const useSyncExternalStore: typeof react.useSyncExternalStore = (subscribe, get, initial) => {
    seen.followed.push(get);
    return react.useSyncExternalStore(subscribe, get, initial);
  };
  return { ...react, useSyncExternalStore };
});

const row = (length: number) => Array.from({ length }, (_, i) => (i % 2 === 0 ? 1.5 : -0.5)).join(',');
const layer = (nodes: number, units: number) => Array.from({ length: nodes }, () => `${row(units)}:0.5`).join(';');

function documentOf(link: string): Document {
  const decoded = decode(link);
  if (!decoded?.ok) throw new Error(`${link} is no link`);
  return decoded.value.document;
}

const WEIGHT: Parameter = { layer: 0, node: 1, input: 0 };

function draw(store: CreaseStore): void {
  renderToString(
    <StoreContext.Provider value={store}>
      <Header share={null} />
      <Stage />
      {/* Its code comes late, in the place of a drawing. */}
      {!canBeDrawn(knowledgeOf(store).network) && <HeatView />}
      <Cases />
    </StoreContext.Provider>,
  );
}

/** A page of the document, and who follows its store. */
function open(document: Document) {
  const store = createCreaseStore({ document, step: 0 });
  const { actions } = knowledgeOf(store);
  seen.followed.length = 0;
  draw(store);
  const followers = [...seen.followed];
  const woken = new Set<number>();
  followers.forEach((get, i) => new Computed(get).subscribe(() => woken.add(i)));
  const wokenBy = (act: () => void): ReadonlySet<number> => {
    woken.clear();
    act();
    return new Set(woken);
  };
  const edit = (value: number) => actions.edit({ kind: 'setParameter', parameter: WEIGHT, value: rational(value, 10) });
  return { store, actions, wokenBy, edit, followers: followers.length };
}

describe('an edit of a weight', () => {
  beforeAll(() => loadEngine());

  it.each(['chapter-8', 'chapter-8-relu'] as const)(
    'S4 of %s computes each fact once, however often it is drawn',
    (id) => {
      const { store, edit } = open(presetDocument(id));
      seen.runs.clear();
      edit(37);
      draw(store);
      draw(store);
      // Whatever else is drawn of this network and input, the sheet too, has them.
      const { network, x } = knowledgeOf(store);
      currentPoint(network, x);
      creasesOn(network, ALL);
      creasesOn(network, NONNEGATIVE);
      const once = { derive: 1, shownValues: 1, bentForm: 1, eachCell: 1 };
      expect(Object.fromEntries(seen.runs)).toEqual(once);
      // The sheet is of a slice, which is a network of its own.
      const window = [0, 1].map(() => ({ min: rational(-5), max: rational(5) }));
      makeSheet({ network: sliceNetwork(network, x, [0, 1]), window, draft: false });
      expect(Object.fromEntries(seen.runs)).toEqual({ ...once, bentForm: 2, eachCell: 2 });
    },
  );

  it.each([
    ['the chapter’s network', presetDocument('chapter-8')],
    ['the chapter’s network with ReLU', presetDocument('chapter-8-relu')],
    ['6-6-6-1', documentOf(`v=1&in=A,B,C,D,E,F&f=relu&h1=${layer(6, 6)}&h2=${layer(6, 6)}&y=${row(6)}:1`)],
    ['6-8-8-1', documentOf(`v=1&in=A,B,C,D,E,F&f=relu&h1=${layer(8, 6)}&h2=${layer(8, 8)}&y=${row(8)}:1`)],
  ])('S4 of %s wakes only those who show something of it, and a hover none of them', (_, document) => {
    const { actions, wokenBy, edit, followers } = open(document);
    const edited = [37, 38, 39].map((value) => wokenBy(() => edit(value)));
    const hovered = wokenBy(() => actions.highlight(new Set([parameterKey(WEIGHT)])));
    const moved = wokenBy(() => actions.begin());
    expect(followers).toBeGreaterThan(200);
    for (const woken of edited) {
      expect(woken.size).toBeGreaterThan(5);
      expect(woken.size).toBeLessThan(90);
      expect([...hovered].filter((follower) => woken.has(follower))).toEqual([]);
    }
    expect(hovered.size).toBeGreaterThan(0);
    expect(hovered.size).toBeLessThan(16);
    expect(moved.size).toBeLessThan(10);
  });
});

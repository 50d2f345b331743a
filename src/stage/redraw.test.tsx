/** Which components a drag draws again. All that the stage follows is collected while it is rendered; nothing of it is mounted. */
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadEngine } from '../browser/lazy-engine.ts';
import { Cases } from '../equation/cases.tsx';
import { knowledgeOf } from '../live/knowledge.ts';
import { StoreContext } from '../live/use-store.ts';
import type { Parameter } from '../model/network.ts';
import { rational } from '../number/rational.ts';
import { Sheet } from '../plot/sheet.tsx';
import { presetDocument } from '../state/preset-document.ts';
import { createCreaseStore } from '../state/store.ts';
import { Header } from './header.tsx';
import { Stage } from './stage.tsx';

type Subscribe = (changed: () => void) => () => void;

const followers = vi.hoisted(() => [] as Subscribe[]);

vi.mock('react', async (load) => {
  const react = await load<typeof import('react')>();
  const useSyncExternalStore: typeof react.useSyncExternalStore = (subscribe, get, initial) => {
    followers.push(subscribe);
    return react.useSyncExternalStore(subscribe, get, initial);
  };
  return { ...react, useSyncExternalStore };
});

const WEIGHT: Parameter = { layer: 0, node: 1, input: 0 };

describe('a drag of a weight', () => {
  beforeAll(() => {
    const nothing = () => undefined;
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: nothing, removeEventListener: nothing }));
    return loadEngine();
  });

  it.each(['chapter-8', 'chapter-8-relu'] as const)(
    'S4 of %s draws no component again while only numbers change',
    (id) => {
      const store = createCreaseStore({ document: presetDocument(id), step: 0 });
      const { actions } = knowledgeOf(store);
      followers.length = 0;
      renderToString(
        <StoreContext.Provider value={store}>
          <Header share={null} />
          <Stage />
          {/* Its code comes late. */}
          <Sheet />
          <Cases />
        </StoreContext.Provider>,
      );
      const drawn = new Set<number>();
      // React draws a component again when it is called back.
      followers.forEach((subscribe, i) => subscribe(() => drawn.add(i)));
      const drawnBy = (value: number) => {
        drawn.clear();
        actions.edit({ kind: 'setParameter', parameter: WEIGHT, value: rational(value, 10) });
        return drawn.size;
      };
      actions.begin();
      drawnBy(37);
      for (const value of [38, 39, 41, 42]) expect(drawnBy(value)).toBe(0);
      // A 1 is not written: the lines are others.
      expect(drawnBy(10)).toBeGreaterThan(0);
    },
  );
});

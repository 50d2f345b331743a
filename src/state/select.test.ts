import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallDocuments } from '../../tests/arbitrary-document.ts';
import { PIECEWISE, chapterNetwork, networks, withPoint } from '../../tests/arbitrary-network.ts';
import { ALL } from '../algebra/domain.ts';
import { isPatternOf } from '../algebra/pattern-form.ts';
import { rational, type Rational } from '../number/rational.ts';
import { analyseNow, type Piece } from '../facts/analysis.ts';
import type { Network } from '../model/network.ts';
import { selectPieceAt } from './select.ts';
import { createCreaseStore } from './store.ts';

const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });
const piecesOf = (network: Network<Rational>): readonly Piece[] => analyseNow(network, ALL)?.pieces ?? [];

describe('the piece of the current input', () => {
  it('is looked for once for a network and an input, however often a hover asks', () => {
    const document = { network: chapterNetwork('relu'), x: [rational(1), rational(2), rational(3)] };
    const store = createCreaseStore({ document, step: 0 });
    let searches = 0;
    const pieces = new Proxy(piecesOf(document.network), {
      get: (list, key) => {
        if (key === 'find') searches++;
        return Reflect.get(list, key) as unknown;
      },
    });
    const select = selectPieceAt(pieces);
    const { actions } = store.getState();
    const hover = () => {
      for (const key of ['n0.0', 'n0.1', 'x0']) {
        actions.highlight(new Set([key]));
        expect(select(store.getState())).not.toBeNull();
      }
    };
    hover();
    const first = searches;
    hover();
    expect([first > 0, searches]).toEqual([true, first]);
    actions.edit({ kind: 'setInputValue', input: 0, value: rational(-50) });
    select(store.getState());
    expect(searches).toBeGreaterThan(first);
  });

  it('is none where the pieces are those of a network that is gone', () => {
    fc.assert(
      fc.property(withPoint(random), smallDocuments, ({ network }, document) => {
        const select = selectPieceAt(piecesOf(network));
        const found = select(createCreaseStore({ document, step: 0 }).getState());
        if (found) expect(isPatternOf(document.network, found.cells[0] as string)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

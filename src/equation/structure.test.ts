import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../../tests/arbitrary-document.ts';
import { rational } from '../algebra/rational.ts';
import { parametersOf } from '../model/network.ts';
import { createCreaseStore } from '../state/store.ts';
import { signOfPlain } from './piece.tsx';
import { selectRows } from './rows.ts';
import { sameStructure } from './structure.ts';
import { texAt } from './written.ts';

const tenths = fc.integer({ min: -30, max: 30 }).map((n) => rational(n, 10));
const drawn = documents({ numbers: tenths, maxNodes: 2, maxHiddenLayers: 2 });

/**
 * The law that lets a drag write numbers into a line without drawing it again: the line as it was drawn, its plain numbers
 * replaced by those at the same places of the newer line, is the newer line.
 */
describe('a line whose structure stays', () => {
  it('differs from the one before in its plain numbers only, each of the same sign', () => {
    let stayed = 0;
    fc.assert(
      fc.property(drawn, fc.nat(), tenths, tenths, (document, choice, first, second) => {
        const { getState } = createCreaseStore({ document, step: 0 });
        const { actions } = getState();
        const parameters = parametersOf(document.network);
        const parameter = parameters[choice % parameters.length];
        if (!parameter) return;
        actions.begin();
        actions.edit({ kind: 'setParameter', parameter, value: first });
        const before = selectRows(getState());
        actions.edit({ kind: 'setParameter', parameter, value: second });
        const after = selectRows(getState());
        before.forEach((row, i) => {
          const newer = after[i];
          if (!newer || !sameStructure(row, newer)) return;
          stayed++;
          const written = row.segments.map((segment, index) => {
            const live = signOfPlain(segment.tex) !== null ? texAt(newer, index) : undefined;
            return live === undefined || signOfPlain(live) !== signOfPlain(segment.tex) ? segment.tex : live;
          });
          expect(written).toEqual(newer.segments.map(({ tex }) => tex));
          expect(row.segments.map(({ role, term }) => [role, term])).toEqual(
            newer.segments.map(({ role, term }) => [role, term]),
          );
        });
      }),
    );
    // Else it would have said nothing.
    expect(stayed).toBeGreaterThan(20);
  });
});

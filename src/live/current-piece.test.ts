import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { edits, smallDocuments } from '../../tests/arbitrary-document.ts';
import { isPatternOf } from '../algebra/pattern-form.ts';
import { loadEngine } from '../browser/lazy-engine.ts';
import { isCheap } from '../facts/engine.ts';
import { createCreaseStore } from '../state/store.ts';
import { knowledgeOf } from './knowledge.ts';
import { pieceNow, piecesNow, pieceId, selectPieceHere } from './current-piece.ts';

describe('the pieces of the store', () => {
  beforeAll(() => loadEngine());

  it('are pieces of its network, whatever was edited and however they are followed: no old pattern is asked of a new one', () => {
    let asked = 0;
    fc.assert(
      fc.property(smallDocuments, fc.array(edits, { maxLength: 10 }), (document, list) => {
        fc.pre(isCheap(document.network));
        const store = createCreaseStore({ document, step: 0 });
        const known = knowledgeOf(store);
        const ids = piecesNow(known).map(({ piece }) => pieceId(piece));
        for (const edit of list) {
          known.actions.edit(edit);
          if (!isCheap(known.network)) break;
          for (const id of ids) {
            const now = pieceNow(known, id);
            if (!now) continue;
            asked++;
            expect(now.network).toBe(store.getState().history.present.network);
            expect(now.piece.cells.every((cell) => isPatternOf(now.network, cell))).toBe(true);
          }
          const here = selectPieceHere(known);
          if (here !== null) expect(pieceNow(known, here)).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
    expect(asked).toBeGreaterThan(20);
  });
});

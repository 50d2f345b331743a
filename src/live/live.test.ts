import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits, smallDocuments } from '../../tests/arbitrary-document.ts';
import { parameterKey, parametersOf, type Parameter } from '../model/network.ts';
import { presetDocument } from '../state/preset-document.ts';
import { createCreaseStore } from '../state/store.ts';
import { knowledgeOf } from './knowledge.ts';
import { liveOf } from './live.ts';

describe('a live value', () => {
  it('of any address is that of the store, and stays as it was while what it speaks of is gone', () => {
    fc.assert(
      fc.property(smallDocuments, fc.array(edits, { maxLength: 12 }), fc.boolean(), (document, list, isFollowed) => {
        const store = createCreaseStore({ document, step: 0 });
        const known = knowledgeOf(store);
        const { actions } = known;
        const lives = parametersOf(document.network).map((parameter: Parameter) => {
          const live = liveOf(known, (of) => of.weight(parameter));
          const shown = { parameter, live, last: live.get(), told: live.get() };
          if (isFollowed) live.subscribe(() => (shown.told = live.get()));
          return shown;
        });
        for (const edit of list) {
          actions.edit(edit);
          const { layers } = store.getState().history.present.network;
          for (const shown of lives) {
            const { layer, node, input } = shown.parameter;
            const at = layers[layer]?.[node];
            shown.last = (input === null ? at?.bias : at?.weights[input]) ?? shown.last;
            expect(shown.live.get()).toBe(shown.last);
            if (isFollowed) expect(shown.told).toBe(shown.last);
          }
        }
      }),
    );
  });

  it('starts from the prerendered value where the present one is of another shape', () => {
    const store = createCreaseStore({ document: presetDocument('chapter-8'), step: 0 });
    const known = knowledgeOf(store);
    const parameter = { layer: 0, node: 1, input: 2 };
    const before = known.weight(parameter);
    known.actions.edit({ kind: 'removeNode', at: parameter });
    const live = liveOf(known, (of) => of.weight(parameter));
    expect([live.get(), live.initial()]).toEqual([before, before]);
  });
});

describe('what speaks of an address', () => {
  it('gives undefined, and throws nothing, where a network has nothing at it', () => {
    fc.assert(
      fc.property(smallDocuments, smallDocuments, (before, after) => {
        const known = knowledgeOf(createCreaseStore({ document: after, step: 0 }));
        const keys = parametersOf(after.network).map(parameterKey);
        for (const parameter of parametersOf(before.network)) {
          const isThere = keys.includes(parameterKey(parameter));
          expect(known.weight(parameter) !== undefined).toBe(isThere);
        }
        for (const input of before.x.keys()) {
          expect(known.inputValue(input)).toBe(after.x[input]);
          expect(known.range(input) !== undefined).toBe(input < after.x.length);
        }
      }),
    );
  });
});

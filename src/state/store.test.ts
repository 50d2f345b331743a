import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits, smallDocuments } from '../../tests/arbitrary-document.ts';
import { rational } from '../number/rational.ts';
import { parameterKey, parametersOf } from '../model/network.ts';
import { equalDocument, type Document } from './document.ts';
import type { Edit } from './edit.ts';
import { presetDocument } from './preset-document.ts';
import { canUndo } from './history.ts';
import { shownStep, stepCount } from './step.ts';
import { createCreaseStore, type CreaseStore } from './store.ts';

const storeOf = (document: Document, step = 0) => createCreaseStore({ document, step });
const actionsOf = (store: CreaseStore) => store.getState().actions;
const documentOf = (store: CreaseStore) => store.getState().history.present;

/** What a reader does: edits of their own, and gestures of several edits, committed or not. */
type Act = { readonly edits: readonly Edit[]; readonly end: 'none' | 'commit' | 'cancel' };
const acts: fc.Arbitrary<Act> = fc.oneof(
  edits.map((edit): Act => ({ edits: [edit], end: 'none' })),
  fc.record({
    edits: fc.array(edits, { maxLength: 6 }),
    end: fc.constantFrom<'commit' | 'cancel'>('commit', 'commit', 'cancel'),
  }),
);

function perform(store: CreaseStore, { edits: list, end }: Act): void {
  const { begin, edit, commit, cancel } = actionsOf(store);
  if (end !== 'none') begin();
  for (const one of list) edit(one);
  if (end === 'commit') commit();
  if (end === 'cancel') cancel();
}

const weight = (value: number): Edit => ({
  kind: 'setParameter',
  parameter: { layer: 0, node: 0, input: 0 },
  value: rational(value),
});

describe('undo and redo', () => {
  it('U1 U2 any edits and gestures, then as many undos, give the start; redos give the end', () => {
    fc.assert(
      fc.property(smallDocuments, fc.array(acts, { maxLength: 15 }), (document, list) => {
        const store = storeOf(document);
        const seen = [document];
        for (const act of list) {
          perform(store, act);
          // One step for each act that changed something, and none for the others.
          if (documentOf(store) !== seen.at(-1)) seen.push(documentOf(store));
          expect(store.getState().history.past).toHaveLength(seen.length - 1);
        }
        for (const expected of seen.toReversed().slice(1)) {
          expect(canUndo(store.getState().history)).toBe(true);
          actionsOf(store).undo();
          expect(documentOf(store)).toBe(expected);
        }
        expect(canUndo(store.getState().history)).toBe(false);
        for (const expected of seen.slice(1)) {
          expect(store.getState().history.future.length > 0).toBe(true);
          actionsOf(store).redo();
          expect(documentOf(store)).toBe(expected);
        }
        expect(store.getState().history.future.length > 0).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('U3 a cancelled gesture restores the very document, and what could be done again', () => {
    fc.assert(
      fc.property(smallDocuments, fc.array(edits), (document, list) => {
        const store = storeOf(document);
        actionsOf(store).edit({ kind: 'setAllActivations', activation: { kind: 'softplus' } });
        actionsOf(store).undo();
        const before = store.getState().history;
        perform(store, { edits: list, end: 'cancel' });
        expect(store.getState().history).toEqual(before);
        expect(documentOf(store)).toBe(before.present);
      }),
    );
  });

  it('U4 a drag that comes back to where it began leaves no step', () => {
    const start = presetDocument('chapter-8');
    const store = storeOf(start);
    const half: Edit = { kind: 'setParameter', parameter: { layer: 0, node: 0, input: 0 }, value: rational(1, 2) };
    perform(store, { edits: [weight(2), weight(3), half], end: 'commit' });
    expect(documentOf(store)).toBe(start);
    expect(canUndo(store.getState().history)).toBe(false);
    perform(store, { edits: [weight(2), weight(3)], end: 'commit' });
    expect(store.getState().history.past).toHaveLength(1);
  });

  it('U4 undo is offered during a gesture only when it has changed something', () => {
    const store = storeOf(presetDocument('chapter-8'));
    actionsOf(store).begin();
    expect(canUndo(store.getState().history)).toBe(false);
    actionsOf(store).edit(weight(7));
    expect(canUndo(store.getState().history)).toBe(true);
  });

  it('U6 undo in the middle of a drag: the rest of the drag is one step', () => {
    const start = presetDocument('chapter-8');
    const store = storeOf(start);
    const { begin, edit, undo, commit } = actionsOf(store);
    begin();
    edit(weight(2));
    undo();
    expect(documentOf(store)).toBe(start);
    for (const value of [3, 4, 5]) edit(weight(value));
    commit();
    expect(store.getState().history.past).toHaveLength(1);
    undo();
    expect(documentOf(store)).toBe(start);
  });

  it('D3 U7 leaves the step, the selection and the highlight alone while their things are there', () => {
    const store = storeOf(presetDocument('chapter-8'), 2);
    const highlight = new Set(['0.1.2']);
    const { edit, undo, redo, select, setActive } = actionsOf(store);
    select({ layer: 0, node: 1 });
    actionsOf(store).highlight(highlight);
    setActive('0.1.2');
    for (const act of [() => edit(weight(9)), undo, redo]) {
      act();
      expect(store.getState()).toMatchObject({ step: 2, selected: { layer: 0, node: 1 }, active: '0.1.2' });
      expect(store.getState().highlight).toBe(highlight);
    }
  });

  it('U7 drops what speaks of something that is gone', () => {
    fc.assert(
      fc.property(smallDocuments, fc.array(edits, { maxLength: 8 }), fc.nat(), (document, list, which) => {
        const store = storeOf(document);
        const parameters = parametersOf(document.network);
        const chosen = parameters[which % parameters.length];
        if (!chosen) return;
        actionsOf(store).select({ layer: chosen.layer, node: chosen.node });
        actionsOf(store).setActive(parameterKey(chosen));
        actionsOf(store).highlight(new Set([parameterKey(chosen)]));
        for (const edit of list) {
          actionsOf(store).edit(edit);
          const { active, highlight } = store.getState();
          const { layer, node } = store.getState().selected ?? { layer: 0, node: 0 };
          const { network } = documentOf(store);
          const keys = parametersOf(network).map(parameterKey);
          expect(network.layers[layer]?.[node]).toBeDefined();
          for (const key of [...(highlight ?? []), ...(active === null ? [] : [active])]) expect(keys).toContain(key);
        }
      }),
    );
  });
});

describe('what views share', () => {
  it('S3 the step that is shown is the one asked for, as far as the network has it', () => {
    fc.assert(
      fc.property(smallDocuments, fc.nat(12), (document, step) => {
        const state = storeOf(document, step).getState();
        expect(shownStep(state)).toBe(Math.min(step, stepCount(document.network)));
      }),
    );
    // The step comes back with the layer that had it.
    const store = storeOf(presetDocument('deep-linear'), 9);
    actionsOf(store).edit({ kind: 'removeLayer', layer: 2 });
    expect(shownStep(store.getState())).toBe(6);
    actionsOf(store).undo();
    expect(shownStep(store.getState())).toBe(9);
  });

  it('S2 each store is on its own', () => {
    const [stage, figure] = [storeOf(presetDocument('chapter-8')), storeOf(presetDocument('chapter-8'))];
    const before = figure.getState();
    perform(stage, { edits: [weight(8)], end: 'commit' });
    actionsOf(stage).setStep(3);
    expect(figure.getState()).toBe(before);
  });

  it('E2 an edit that changes nothing tells no view', () => {
    fc.assert(
      fc.property(smallDocuments, edits, (document, edit) => {
        const store = storeOf(document);
        let calls = 0;
        store.subscribe(() => calls++);
        actionsOf(store).edit(edit);
        expect(calls).toBe(equalDocument(documentOf(store), document) ? 0 : 1);
        calls = 0;
        actionsOf(store).setActive(store.getState().active);
        actionsOf(store).highlight(store.getState().highlight);
        expect(calls).toBe(0);
      }),
    );
  });
});

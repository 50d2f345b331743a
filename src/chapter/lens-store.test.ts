import { describe, expect, it } from 'vitest';
import { rational } from '../number/rational.ts';
import { presetDocument } from '../state/preset-document.ts';
import { knowledgeOf } from '../live/knowledge.ts';
import { selectCommonActivation } from '../live/select.ts';
import { createCreaseStore } from '../state/store.ts';
import { lensStore } from './lens-store.ts';
import { withReluNodes } from './with-activation.ts';

function stageAndLens() {
  const stage = createCreaseStore({ document: presetDocument('chapter-8'), step: 0 });
  return { stage, lens: lensStore(stage, withReluNodes) };
}

describe('a lens on a store', () => {
  it('shows the transformed network, the same record until the store changes', () => {
    const { stage, lens } = stageAndLens();
    expect(selectCommonActivation(knowledgeOf(lens))).toBe('relu');
    expect(selectCommonActivation(knowledgeOf(stage))).toBe('linear');
    expect(lens.getState()).toBe(lens.getState());
    expect(lens.getInitialState()).toBe(lens.getState());
    const before = knowledgeOf(lens).network;
    stage.getState().actions.setStep(2);
    expect(lens.getState().step).toBe(2);
    expect(knowledgeOf(lens).network).toBe(before);
  });

  it('edits the store behind it, which can undo that', () => {
    const { stage, lens } = stageAndLens();
    const value = rational(7);
    const seen: unknown[] = [];
    const stop = lens.subscribe((state) => seen.push(state.history.present.x[0]));
    lens.getState().actions.edit({ kind: 'setInputValue', input: 0, value });
    expect(knowledgeOf(stage).x[0]).toEqual(value);
    expect(selectCommonActivation(knowledgeOf(stage))).toBe('linear');
    stage.getState().actions.undo();
    expect(seen).toEqual([value, rational(1)]);
    stop();
    stage.getState().actions.redo();
    expect(seen).toHaveLength(2);
  });

  it('is transparent where nothing is to be transformed', () => {
    const { stage, lens } = stageAndLens();
    stage.getState().actions.edit({ kind: 'setAllActivations', activation: { kind: 'relu' } });
    expect(lens.getState()).toBe(stage.getState());
  });
});

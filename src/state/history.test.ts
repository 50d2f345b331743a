import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HISTORY_LIMIT,
  begin,
  cancel,
  change,
  commit,
  redo,
  startHistory,
  undo,
  type History as HistoryOf,
} from './history.ts';

type History = HistoryOf<object, string>;

/** Values are compared by identity: each is a record of its own. */
const fresh = (): History => startHistory<object, string>({});
const times = (count: number, step: (h: History) => History) => (history: History) =>
  Array.from({ length: count }).reduce<History>(step, history);

type Command = 'change' | 'same' | 'begin' | 'commit' | 'cancel' | 'undo' | 'redo';
const commands = fc.array(
  fc.constantFrom<Command>('change', 'change', 'same', 'begin', 'commit', 'cancel', 'undo', 'redo'),
  { maxLength: 40 },
);

function run(history: History, command: Command): History {
  switch (command) {
    case 'change':
      return change(history, {}, 'change');
    case 'same':
      return change(history, history.present, 'same');
    case 'begin':
      return begin(history);
    case 'commit':
      return commit(history);
    case 'cancel':
      return cancel(history);
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
  }
}

describe('undo and redo', () => {
  it('U1 any changes, then as many undos, give the start; as many redos give the end', () => {
    fc.assert(
      fc.property(fc.nat(HISTORY_LIMIT), (count) => {
        const start = fresh();
        const end = times(count, (h) => change(h, {}, 'change'))(start);
        const back = times(count, undo)(end);
        expect(back.present).toBe(start.present);
        expect(undo(back)).toBe(back);
        const again = times(count, redo)(back);
        expect(again.present).toBe(end.present);
        expect(again).toEqual(end);
        expect(redo(again)).toBe(again);
      }),
    );
  });

  it('U1 the last 200 steps are kept', () => {
    const states = [fresh()];
    for (let i = 0; i < HISTORY_LIMIT + 5; i++) states.push(change(states[i] as History, {}, 'change'));
    const end = states.at(-1) as History;
    expect(end.past).toHaveLength(HISTORY_LIMIT);
    expect(times(HISTORY_LIMIT + 5, undo)(end).present).toBe(states[5]?.present);
  });

  it('U1 U2 after any commands undo walks back through the past and redo through the future', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const settled = commit(list.reduce(run, fresh()));
        const values = [
          ...settled.past.map((step) => step.value),
          settled.present,
          ...settled.future.map((step) => step.value),
        ];
        const start = times(settled.past.length, undo)(settled);
        const seen = [start.present];
        for (let h = start; h.future.length > 0;) seen.push((h = redo(h)).present);
        expect(seen).toHaveLength(values.length);
        seen.forEach((value, i) => expect(value).toBe(values[i]));
      }),
    );
  });

  it('U5 a change drops what was undone', () => {
    const undone = undo(change(fresh(), {}, 'a'));
    expect(undone.future).toHaveLength(1);
    const changed = change(undone, {}, 'b');
    expect(changed.future).toEqual([]);
    expect(redo(changed)).toBe(changed);
  });

  it('U8 each step knows what was done to leave it, there and back', () => {
    const labels = (h: History) => [h.past.map((s) => s.label), h.future.map((s) => s.label)];
    const abc = ['a', 'b', 'c'].reduce((h, label) => change(h, {}, label), fresh());
    expect(labels(abc)).toEqual([['a', 'b', 'c'], []]);
    expect(labels(undo(undo(abc)))).toEqual([['a'], ['b', 'c']]);
    expect(labels(redo(undo(undo(abc))))).toEqual([['a', 'b'], ['c']]);
  });
});

describe('a gesture', () => {
  const drag = (history: History, labels: readonly string[]) =>
    labels.reduce((h, label) => change(h, {}, label), begin(history));

  it('U2 U8 is one step, called by its last change', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 9 }), (labels) => {
        const before = change(fresh(), {}, 'before');
        const after = commit(drag(before, labels));
        expect(after.past.map((step) => step.label)).toEqual(['before', labels.at(-1)]);
        expect(undo(after).present).toBe(before.present);
      }),
    );
  });

  it('U3 cancelled leaves no trace, also of what could be done again', () => {
    fc.assert(
      fc.property(commands, fc.nat(5), (list, changes) => {
        const before = commit(list.reduce(run, fresh()));
        const after = cancel(times(changes, (h) => change(h, {}, 'drag'))(begin(before)));
        expect(after).toEqual(before);
        expect(after.present).toBe(before.present);
      }),
    );
  });

  it('U4 that changed nothing, or came back, leaves no step', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const before = commit(list.reduce(run, fresh()));
        expect(commit(begin(before))).toEqual(before);
        expect(commit(change(drag(before, ['away']), before.present, 'back'))).toEqual(before);
      }),
    );
  });

  it('U2 that another one begins in is committed first', () => {
    const before = fresh();
    const middle = drag(before, ['first']);
    const after = commit(change(begin(middle), {}, 'second'));
    expect(after.past.map((step) => step.label)).toEqual(['first', 'second']);
    expect(undo(after).present).toBe(middle.present);
  });

  it('U6 goes on after an undo, and the rest of it is one step', () => {
    const before = change(fresh(), {}, 'before');
    const undone = undo(drag(before, ['drag']));
    expect(undone.present).toBe(before.present);
    expect(undone.gesture).not.toBeNull();
    expect(commit(undone).future).toHaveLength(1);
    expect(redo(commit(undone)).past).toHaveLength(2);
    const after = commit(change(change(undone, {}, 'rest'), {}, 'rest'));
    expect(after.past.map((step) => step.label)).toEqual(['before', 'rest']);
    expect(undo(after).present).toBe(before.present);
  });

  it('U6 goes on after a redo', () => {
    const changed = change(fresh(), {}, 'a');
    const again = redo(begin(undo(changed)));
    expect(again.present).toBe(changed.present);
    const after = commit(change(again, {}, 'rest'));
    expect(after.past.map((step) => step.label)).toEqual(['a', 'rest']);
    expect(undo(after).present).toBe(changed.present);
    expect(cancel(change(again, {}, 'rest')).present).toBe(changed.present);
  });
});

describe('commands that have nothing to do', () => {
  it('U1 U3 give the same record', () => {
    const history = fresh();
    for (const command of ['same', 'commit', 'cancel', 'undo', 'redo'] as const) {
      expect(run(history, command), command).toBe(history);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHALLENGE_IDS } from './challenge.ts';
import { NO_PROGRESS, readProgress, withSolved, writeProgress, type Progress } from './progress.ts';

const progresses: fc.Arbitrary<Progress> = fc.record({ solved: fc.subarray([...CHALLENGE_IDS]), four: fc.boolean() });

describe('progress', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(progresses, (progress) => {
        expect(readProgress(writeProgress(progress))).toEqual(progress);
      }),
    );
  });

  it('never throws, and gives known challenges in their order, whatever is in the storage', () => {
    const anything = fc.oneof(fc.string(), fc.json(), fc.constant(null));
    fc.assert(
      fc.property(anything, (text) => {
        const { solved, four } = readProgress(text);
        expect(typeof four).toBe('boolean');
        expect(solved).toEqual(CHALLENGE_IDS.filter((id) => solved.includes(id)));
      }),
    );
  });

  it.each([
    ['nothing', null],
    ['another version', '{"v":2,"solved":["xor"],"four":true}'],
    ['a list', '["xor"]'],
    ['no JSON', '{"v":1,'],
    ['a number', '1'],
  ])('%s: no progress', (_, text) => {
    expect(readProgress(text)).toEqual(NO_PROGRESS);
  });

  it('keeps what it knows, and drops what it does not', () => {
    const text = '{"v":1,"solved":["xor","fly",3,null,"collapse"],"four":"yes"}';
    expect(readProgress(text)).toEqual({ solved: ['collapse', 'xor'], four: false });
  });

  it('grows, one challenge at a time, and never twice', () => {
    fc.assert(
      fc.property(progresses, fc.constantFrom(...CHALLENGE_IDS), (progress, id) => {
        const more = withSolved(progress, id);
        expect(new Set(more.solved)).toEqual(new Set([...progress.solved, id]));
        expect(withSolved(more, id)).toBe(more);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestOnly } from './latest-only.ts';

describe('latest only', () => {
  it('sends one question at a time, never an old one after a newer one, and the last one always', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ask', 'answer'), { maxLength: 60 }), (events) => {
        const sent: number[] = [];
        const queue = latestOnly<number>((question) => sent.push(question));
        let asked = 0;
        let answers = 0;
        for (const event of events) {
          if (event === 'ask') queue.ask(++asked);
          else if (answers < sent.length) {
            answers++;
            queue.answered();
          }
          expect(sent.length - answers).toBeLessThanOrEqual(1);
        }
        while (answers < sent.length) {
          answers++;
          queue.answered();
        }
        expect(sent.at(-1)).toBe(asked === 0 ? undefined : asked);
        expect(sent).toEqual(sent.toSorted((p, q) => p - q));
      }),
    );
  });
});

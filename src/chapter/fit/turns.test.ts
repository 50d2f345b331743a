import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FULL_PACE, PANELS, nextPace, turnsOf, type Pace, type Turns } from './turns.ts';

const PLOTS = ['linear', 'bent', 'course'] as const;
/** Of a screen of 60 frames a second. */
const gapIn = {
  good: fc.double({ min: 16, max: 18, noNaN: true }),
  late: fc.double({ min: 26, max: 120, noNaN: true }),
};
const anyGap = fc.oneof(gapIn.good, gapIn.late, fc.double({ min: 1, max: 2000, noNaN: true }));

const paceAfter = (gaps: readonly number[], from: Pace = FULL_PACE) => gaps.reduce(nextPace, from);
const shownBy = (turns: Turns<number>) => PANELS.map((panel) => turns.shown(panel));

describe('how many panels a frame draws', () => {
  it('comes to one where frames go on coming late, and to all where they are in time, from anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(anyGap, { maxLength: 100 }),
        fc.array(gapIn.late, { minLength: 40, maxLength: 60 }),
        (before, late) => {
          const slow = paceAfter(late, paceAfter(before));
          expect(slow.panels).toBe(1);
          const well = Array.from({ length: 4100 }, () => 16.7);
          expect(paceAfter(well, slow).panels).toBe(PANELS.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is not moved by one late frame in eleven, nor by a tab that was away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(gapIn.late, fc.double({ min: 501, max: 1e6, noNaN: true })), { maxLength: 60 }),
        (rounds) => {
          const well = Array.from({ length: 10 }, () => 16.7);
          const gaps = rounds.flatMap(([late, away]) => [late, ...well, away]);
          expect(paceAfter(gaps).panels).toBe(PANELS.length);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what the panels show', () => {
  it('is one step at rest, whatever has gone before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyGap, fc.boolean()), { maxLength: 200 }), (frames) => {
        const turns = turnsOf(0);
        let [now, step] = [0, 0];
        for (const [gap, isNew] of frames) {
          if (isNew) turns.take(++step, false);
          turns.frame((now += gap));
        }
        turns.take(step, true);
        expect(shownBy(turns)).toEqual(PANELS.map(() => step));
      }),
      { numRuns: 100 },
    );
  });

  it('never goes back, and nothing waits for longer than a round of turns', () => {
    fc.assert(
      fc.property(fc.array(anyGap, { minLength: 20, maxLength: 300 }), (gaps) => {
        const turns = turnsOf(0);
        let now = 0;
        const seen = new Map(PANELS.map((panel) => [panel, { step: 0, frame: 0, now: 0 }]));
        gaps.forEach((gap, i) => {
          const frame = i + 1;
          now += gap;
          turns.take(frame, false);
          turns.frame(now);
          for (const panel of PANELS) {
            const last = seen.get(panel);
            const step = turns.shown(panel);
            if (!last) throw new Error(panel);
            expect(step).toBeGreaterThanOrEqual(last.step);
            if (step !== last.step) seen.set(panel, { step, frame, now });
            // Numbers have their pause besides.
            else if ((PLOTS as readonly string[]).includes(panel) || now - last.now > 500 + 2000 * PANELS.length)
              expect(frame - last.frame).toBeLessThan(PANELS.length);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is one step in each frame where frames are in time; where they are late, a frame draws one panel', () => {
    const turns = turnsOf(0);
    let calls: string[] = [];
    PANELS.forEach((panel) => turns.subscribe(panel, () => calls.push(panel)));
    let now = 0;
    const frame = (step: number, gap: number) => {
      calls = [];
      turns.take(step, false);
      turns.frame((now += gap));
    };
    for (let step = 1; step < 50; step++) {
      frame(step, 16.7);
      expect(PLOTS.map((panel) => turns.shown(panel))).toEqual([step, step, step]);
    }
    for (let step = 50; step < 70; step++) frame(step, 40);
    for (let step = 70; step < 100; step++) {
      frame(step, 16.7);
      expect(calls).toHaveLength(1);
    }
    // It comes to rest: those that are behind are drawn, all at once.
    calls = [];
    turns.take(99, true);
    expect(shownBy(turns)).toEqual(PANELS.map(() => 99));
    expect(new Set(calls).size).toBe(calls.length);
  });

  it('is told to nobody who has gone', () => {
    const turns = turnsOf(0);
    let calls = 0;
    const stop = turns.subscribe('bent', () => calls++);
    turns.take(1, true);
    stop();
    turns.take(2, true);
    expect(calls).toBe(1);
  });
});

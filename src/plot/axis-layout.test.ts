import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axesOf, type AxisLine } from './axis-layout.ts';
import { fitProjection, isCompact, roomOf } from './fit.ts';
import { FROM_ABOVE, project } from './projection.ts';

const views = fc.record({
  room: fc
    .record({
      width: fc.integer({ min: 280, max: 900 }),
      height: fc.integer({ min: 200, max: 600 }),
      bar: fc.constantFrom(30, 44),
    })
    .map(({ bar, ...size }) => roomOf(size, bar)),
  turn: fc.record({
    yaw: fc.double({ min: -7, max: 7, noNaN: true }),
    pitch: fc.double({ min: 0.14, max: 1.4, noNaN: true }),
  }),
});
const ground = { xMin: -4, xMax: 4, yMin: -2, yMax: 6 };
const ticks = { first: [-4, -2, 0, 2, 4], second: [-2, 0, 2, 4, 6], height: [0, 5, 10] };

const length = ({ from, to }: AxisLine) => Math.hypot(to[0] - from[0], to[1] - from[1]);

describe('the axes', () => {
  it('keep inside of the room, with their numbers and names, below the titles and above the buttons', () => {
    fc.assert(
      fc.property(views, ({ room, turn }) => {
        const axes = axesOf(fitProjection(room, turn, ground, [-1, 11]), ticks, isCompact(room));
        for (const axis of [axes.first, axes.second]) {
          for (const [x, y] of [axis.from, axis.to, axis.name, ...axis.ticks.map(({ label }) => label)]) {
            expect(x).toBeGreaterThan(2);
            expect(x).toBeLessThan(room.width - 2);
            expect(y).toBeGreaterThan(Math.min(20, room.head));
            expect(y).toBeLessThan(room.height);
          }
        }
      }),
    );
  });

  it('have no number over that of a height', () => {
    fc.assert(
      fc.property(views, ({ room, turn }) => {
        const { first, second, height } = axesOf(fitProjection(room, turn, ground, [-1, 11]), ticks, isCompact(room));
        const heights = height?.ticks.map(({ label }) => label) ?? [];
        for (const { label } of [...first.ticks, ...second.ticks]) {
          for (const [x, y] of heights) expect(Math.hypot(label[0] - x, label[1] - y)).toBeGreaterThanOrEqual(8);
        }
      }),
    );
  });

  it('keep long names inside of the room and off the numbers, from above too', () => {
    fc.assert(
      fc.property(views, fc.boolean(), fc.integer({ min: 4, max: 12 }), ({ room, turn }, above, length) => {
        const projection = fitProjection(room, above ? FROM_ABOVE : turn, ground, [-1, 11]);
        const { first, second } = axesOf(projection, ticks, isCompact(room), [length, length]);
        const half = (8 + 5.6 * length) / 2;
        for (const { name, upwards, ticks: numbers } of [first, second]) {
          const [wide, high] = upwards ? [8, half] : [half, 8];
          if (above) {
            expect(name[0] - wide).toBeGreaterThan(0);
            expect(name[1] - high).toBeGreaterThan(room.head);
          }
          for (const { label } of numbers) {
            expect(Math.abs(label[0] - name[0]) < wide && Math.abs(label[1] - name[1]) < high).toBe(false);
          }
        }
      }),
    );
  });

  it('stand at the edges of the floor that face the viewer: the middle of the floor is farther away', () => {
    fc.assert(
      fc.property(views, ({ room, turn }) => {
        const projection = fitProjection(room, turn, ground, [-1, 11]);
        const middle = project(projection, 0, 2, -1);
        const { first, second } = axesOf(projection, ticks);
        for (const { from, to } of [first, second]) {
          // Edge on, both edges are as near as the middle.
          if (Math.abs(Math.sin(turn.yaw)) < 1e-3 || Math.abs(Math.cos(turn.yaw)) < 1e-3) continue;
          expect((from[1] + to[1]) / 2).toBeGreaterThan(middle[1] - 1e-6);
        }
      }),
    );
  });

  it('put each number where the projection puts its value', () => {
    fc.assert(
      fc.property(views, ({ room, turn }) => {
        const projection = fitProjection(room, turn, ground, [-1, 11]);
        const { first, height } = axesOf(projection, ticks);
        const y = project(projection, -4, ground.yMin, -1)[1] === first.from[1] ? ground.yMin : ground.yMax;
        for (const { value, at } of first.ticks) {
          const [px, py] = project(projection, value, y, -1);
          expect(Math.hypot(px - at[0], py - at[1])).toBeLessThan(1e-6 * (1 + length(first)));
        }
        expect(height === null).toBe(turn.pitch > 1.3);
        for (const { at } of height?.ticks ?? []) expect(at[0]).toBeCloseTo(height?.from[0] ?? NaN, 6);
      }),
    );
  });

  it('from above the first runs along the bottom, the second along the left', () => {
    const room = { width: 450, height: 310, head: 36, bar: 30 };
    const { first, second, height } = axesOf(fitProjection(room, FROM_ABOVE, ground, [-1, 11]), ticks);
    expect(height).toBeNull();
    expect(first.from[1]).toBeCloseTo(first.to[1], 6);
    expect(first.from[0]).toBeLessThan(first.to[0]);
    expect(second.from[0]).toBeCloseTo(second.to[0], 6);
    expect(second.from).toEqual(first.from);
    expect(second.to[1]).toBeLessThan(second.from[1]);
  });
});

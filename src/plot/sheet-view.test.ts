import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { compare, equal } from '../number/rational.ts';
import { MAX_FIGURE, decode } from '../state/codec.ts';
import { partOf } from '../state/link-part.ts';
import { sheetLinkSentence } from '#words/sheet-link-words.ts';
import { PITCH, USUAL_VIEW, decodeSheet, encodeSheet, type SheetView } from './sheet-view.ts';
import type { Interval } from './view-window.ts';

const intervals: fc.Arbitrary<Interval> = fc
  .tuple(smallRationals, smallRationals)
  .filter(([p, q]) => !equal(p, q))
  .map(([p, q]) => (compare(p, q) < 0 ? { min: p, max: q } : { min: q, max: p }));

/** With the number of inputs of its network. */
const views: fc.Arbitrary<{ readonly inputs: number; readonly view: SheetView }> = fc
  .integer({ min: 2, max: 6 })
  .chain((inputs) =>
    fc.record({
      inputs: fc.constant(inputs),
      view: fc.record({
        seen: fc.record({
          turn: fc.option(
            fc.record({
              yaw: fc.integer({ min: -180, max: 180 }),
              pitch: fc.integer({ min: PITCH.min, max: PITCH.max }),
            }),
          ),
          above: fc.boolean(),
        }),
        axes: fc.option(
          fc
            .shuffledSubarray([...Array(inputs).keys()], { minLength: 2, maxLength: 2 })
            .map(([p = 0, q = 1]): readonly [number, number] => [p, q]),
        ),
        windows: fc.dictionary(fc.integer({ min: 0, max: inputs - 1 }).map(String), intervals),
      }),
    }),
  );

describe('the part sheet of a link', () => {
  it('L9 is read back as it was written, in any order, in a link and alone; the usual view is no text', () => {
    fc.assert(
      fc.property(views, fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), ({ inputs, view }, places) => {
        const order = [...places];
        const text = encodeSheet(view, inputs);
        expect(text.length).toBeLessThan(MAX_FIGURE);
        if (text === '') {
          expect(view).toEqual(USUAL_VIEW);
          return;
        }
        const read = decodeSheet(text, inputs);
        expect(read.ok && encodeSheet(read.value, inputs)).toBe(text);
        expect(read.ok && read.value).toEqual(view);
        const shuffled = text
          .split(';')
          .map((item) => ({ item, place: order.shift() ?? 0 }))
          .sort((p, q) => p.place - q.place)
          .map(({ item }) => item)
          .join(';');
        expect(decodeSheet(shuffled, inputs)).toEqual(read);
        const link = decode(`preset=xor&sheet=${text}`);
        expect(link?.ok && partOf(link.value.figures, 'sheet')).toBe(text);
      }),
    );
  });

  it('L9 of fewer inputs only what they have is written, and that can be read', () => {
    fc.assert(
      fc.property(views, ({ view }) => {
        const text = encodeSheet(view, 2);
        if (text !== '') expect(decodeSheet(text, 2).ok).toBe(true);
      }),
    );
  });

  it('L9 whatever else stands there is a valid view, or a sentence that names it', () => {
    const pieces = fc.constantFrom(
      'above',
      'axes',
      'turn',
      'window',
      ':',
      ';',
      ',',
      '1',
      '2',
      '7',
      '-2',
      '1/3',
      '1/0',
      'x',
      ' ',
      '400',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const read = decodeSheet(parts.join(''), 3);
        if (read.ok) expect(decodeSheet(encodeSheet(read.value, 3) || 'above', 3).ok).toBe(true);
        else expect(sheetLinkSentence(read.error)).toMatch(/^In part sheet of the link, “.*” .*usual\.$/);
      }),
    );
    for (const text of [
      'axes:1,1',
      'axes:1,4',
      'turn:0,90',
      'turn:1',
      'window:1,2,2',
      'above:1',
      'above;above',
      'side',
      '',
    ]) {
      expect(decodeSheet(text, 3).ok, text).toBe(false);
    }
    expect(decodeSheet('window:1,0,1;window:1,0,2', 3).ok).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapterNetwork, smallRationals } from '../../../tests/arbitrary-network.ts';
import { rational, toNumber, type Rational } from '../../number/rational.ts';
import {
  SHEET,
  countsNote,
  countsText,
  curveNote,
  curveText,
  formulaParts,
  sideText,
  summaryText,
  type SheetCounts,
} from './sheet-words.ts';

const text = (coef: readonly Rational[], intercept: Rational, names: readonly string[]) =>
  formulaParts({ coef, intercept }, names, 40)
    .parts.map((part) => ('text' in part ? part.text : `*${part.input}`))
    .join('');

describe('the words of the sheet', () => {
  it('count what is in the window, and say what is not', () => {
    const said = (
      [inWindow, onSlice, wholeCreases]: readonly [number, number, number | null] | readonly [],
      pieces: number,
      wholePieces: number | null,
    ) => {
      const counts: SheetCounts = {
        creases: inWindow === undefined || onSlice === undefined ? null : { inWindow, onSlice },
        pieces,
        isSlice: wholeCreases !== null,
        ofNetwork: { creases: wholeCreases ?? null, pieces: wholePieces },
      };
      return [countsText(counts), countsNote(counts)];
    };
    expect(said([2, 2, null], 4, 4)).toEqual(['2 creases, 4 flat pieces', null]);
    expect(said([2, 2, 2], 4, null)).toEqual(['2 creases, 4 flat pieces', null]);
    expect(said([0, 0, null], 1, null)).toEqual(['flat, no crease', null]);
    // The creases meet outside of the window.
    expect(said([2, 2, null], 3, 4)).toEqual(['2 creases, 3 flat pieces', 'in this window; 4 flat pieces in all']);
    expect(said([0, 2, null], 1, null)).toEqual(['flat in this window', 'in this window; 2 creases in all']);
    expect(said([0, 2, null], 1, 4)).toEqual([
      'flat in this window',
      'in this window; 2 creases, 4 flat pieces in all',
    ]);
    expect(said([1, 1, 3], 2, 7)).toEqual([
      '1 crease, 2 flat pieces',
      'on this slice; 3 creases, 7 flat pieces in all',
    ]);
    // Deeper networks: no creases are counted.
    expect(said([], 26, 1234)).toEqual(['26 flat pieces', 'on this slice; 1,234 flat pieces in all']);
    expect(said([], 26, null)).toEqual(['26 flat pieces', 'on this slice; the whole network can have more']);
    expect(said([], 1, null)[0]).toBe('flat in this window');
    expect(said([], 1, 1)).toEqual(['flat, no crease', null]);
  });

  it('count the creases of a curve in the window, and say how many there are', () => {
    expect(curveText(0)).toBe(SHEET.straight);
    expect(curveText(1)).toBe('1 crease, 2 straight pieces');
    expect(curveNote(1, 2)).toBeNull();
    expect(curveNote(1, null)).toBeNull();
    expect(curveNote(0, 3)).toBe('in this window; 2 creases in all');
  });

  it('write formulas that can be read back', () => {
    fc.assert(
      fc.property(
        fc.tuple(smallRationals, smallRationals),
        smallRationals,
        fc.tuple(smallRationals, smallRationals),
        (coef, intercept, x) => {
          const written = text(coef, intercept, ['a', 'b']).replaceAll('−', '-');
          const [a, b] = x.map(toNumber) as [number, number];
          const sum = written
            .replace(/(^|[ -])\*/g, '$11*')
            .split(/ (?=[+-] )/)
            .map((term) => term.replace(/^([+-]) /, '$1'))
            .reduce((total, term) => {
              const [number = '', name] = term.split('*');
              const [n = 0, d = 1] = number.split('/').map(Number);
              return total + (n / d) * (name === 'a' ? a : name === 'b' ? b : 1);
            }, 0);
          const [p, q] = coef.map(toNumber) as [number, number];
          expect(sum).toBeCloseTo(p * a + q * b + toNumber(intercept), 8);
        },
      ),
    );
  });

  it('leave out factors of 1 and terms of 0', () => {
    const [zero, one, minus] = [0, 1, -1].map((n) => rational(n)) as [Rational, Rational, Rational];
    expect(text([one, minus], zero, ['E', 'H'])).toBe('*E − *H');
    expect(text([zero, zero], zero, ['E', 'H'])).toBe('0');
    expect(text([minus, zero], one, ['E', 'H'])).toBe('−*E + 1');
    // Not one over nine E.
    expect(text([rational(-1, 9), zero], one, ['E', 'H'])).toBe('−1/9\u202f*E + 1');
    expect(formulaParts({ coef: [rational(1, 3)], intercept: zero }, ['E'], 7).exact).toBe(true);
    expect(formulaParts({ coef: [rational(100003, 300007)], intercept: zero }, ['E'], 7).exact).toBe(false);
  });

  it('say of a slope that it is rounded', () => {
    const said = (steepest: readonly number[]) =>
      summaryText({ title: '', note: null, shown: ['E', 'H'], held: [], steepest, here: '', height: '1' });
    expect(said([1 / 3, 0.1 + 0.2])).toContain('changes by about 0.3333 for each 1 of E and 0.3 for each 1 of H.');
    expect(said([-2, -12345.678])).toContain('changes by minus 2 for each 1 of E and about minus 12350 for each 1');
  });

  it('name the nodes that are on, and nothing for linear ones', () => {
    expect(sideText(chapterNetwork('relu'), '10|0')).toBe('only node 1 on');
    const layer = chapterNetwork('hardTanh').layers[0] ?? [];
    const six = {
      ...chapterNetwork('hardTanh'),
      layers: [[...layer, ...layer, ...layer], ...chapterNetwork('linear').layers.slice(1)],
    };
    expect(sideText(six, '012*12|0')).toBe('4 of 6 nodes on');
    expect(sideText(chapterNetwork('linear'), '00|0')).toBe('');
    expect(sideText(chapterNetwork('tanh'), '~~|0')).toBe('');
  });
});

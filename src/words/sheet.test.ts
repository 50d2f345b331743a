import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapterNetwork, smallRationals } from '../../tests/arbitrary-network.ts';
import { rational, toNumber, type Rational } from '../algebra/rational.ts';
import { SHEET, axisNumber, countsNote, countsText, formulaParts, kinksText, sideText } from './sheet.ts';

const text = (coef: readonly Rational[], intercept: Rational, names: readonly string[]) =>
  formulaParts({ coef, intercept }, names, 40)
    .parts.map((part) => ('text' in part ? part.text : `*${part.input}`))
    .join('');

describe('the words of the sheet', () => {
  it('count what is in the window, and say what is not', () => {
    const creases = { inWindow: 2, onSlice: 2, ofNetwork: 2 };
    expect(countsText({ creases, pieces: 4 })).toBe('2 creases, 4 flat pieces');
    expect(countsNote({ creases, pieces: 4 })).toBeNull();
    expect(countsText({ creases: { inWindow: 1, onSlice: 1, ofNetwork: 1 }, pieces: 2 })).toBe(
      '1 crease, 2 flat pieces',
    );
    expect(countsText({ creases: { inWindow: 0, onSlice: 0, ofNetwork: 0 }, pieces: 1 })).toBe(SHEET.flat);
    const outside = { creases: { inWindow: 0, onSlice: 2, ofNetwork: 2 }, pieces: 1 };
    expect(countsText(outside)).toBe(SHEET.flatHere);
    expect(countsNote(outside)).toBe('2 creases outside of this window');
    expect(countsNote({ creases: { inWindow: 1, onSlice: 1, ofNetwork: 3 }, pieces: 2 })).toContain('3 creases');
    expect(countsText({ creases: null, pieces: 1234 })).toBe('1,234 flat pieces');
    expect(kinksText(0)).toBe(SHEET.straight);
    expect(kinksText(1)).toBe('1 kink, 2 straight pieces');
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
    expect(formulaParts({ coef: [rational(1, 3)], intercept: zero }, ['E'], 7).exact).toBe(true);
    expect(formulaParts({ coef: [rational(100003, 300007)], intercept: zero }, ['E'], 7).exact).toBe(false);
  });

  it('name the nodes that are on, and nothing for linear ones', () => {
    expect(sideText(chapterNetwork('relu'), '10|0')).toBe('only node 1 on');
    expect(sideText(chapterNetwork('linear'), '00|0')).toBe('');
    expect(sideText(chapterNetwork('tanh'), '~~|0')).toBe('');
  });

  it('write the numbers of axes short', () => {
    expect([0, -2, 0.1 + 0.2, 1e6, -2.5e-7].map(axisNumber)).toEqual(['0', '−2', '0.3', '1e6', '−2.5e−7']);
  });
});

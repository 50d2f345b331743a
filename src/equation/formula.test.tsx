import fc from 'fast-check';
import katex from 'katex';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NumberPiece, signOfPlain } from './piece.tsx';

/** The katex-html element of what KaTeX itself draws. */
function drawnByKatex(tex: string): string {
  const whole = katex.renderToString(tex, { output: 'html' });
  // React writes no semicolon after the last declaration of a style.
  return whole.slice(whole.indexOf('>') + 1, whole.lastIndexOf('<')).replaceAll(';"', '"');
}

describe('a number in a formula', () => {
  it('is drawn as KaTeX draws it', () => {
    const places = fc.option(fc.stringMatching(/^[0-9]{1,6}$/), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom('+', '-'), fc.nat(), places, (sign, whole, after) => {
        const tex = `${sign === '-' ? sign : ''}${whole}${after === undefined ? '' : `.${after}`}`;
        expect(signOfPlain(tex)).toBe(sign);
        expect(renderToStaticMarkup(<NumberPiece tex={tex} colour={undefined} />)).toBe(drawnByKatex(tex));
      }),
    );
  });

  it('is left to KaTeX when it is anything but a decimal', () => {
    for (const tex of ['−3', '+3', '--3', '\\tfrac{1}{3}', '{\\approx}0.33', 'x_E', '1.', '{}+{}', ''])
      expect(signOfPlain(tex)).toBe(null);
  });
});

/** The lines of a derivation: what one says, the next does not say again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents, largestNetwork } from '../../tests/arbitrary-document.ts';
import { chapterNetwork, networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { ZERO, rational, type Rational } from '../number/rational.ts';
import { mapNumbers, type Network } from '../model/network.ts';
import { applyEdit } from '../state/edit.ts';
import { knowledgeOf } from '../live/knowledge.ts';
import { createCreaseStore } from '../state/store.ts';
import { EQUATION } from '#words/equation.ts';
import { selectRows, type Row } from './rows.ts';

function rowsOf(network: Network<Rational>): readonly Row[] {
  const document = { network, x: network.inputs.map(() => ZERO) };
  return selectRows(knowledgeOf(createCreaseStore({ document, step: 0 })));
}

function shown(network: Network<Rational>): string[] {
  return rowsOf(network).map(({ segments, note, relation }) =>
    relation === 'none' ? note : segments.map(({ text }) => text).join(''),
  );
}

describe('the lines of a derivation', () => {
  it('are written once, however many steps leave them as they are', () => {
    fc.assert(
      fc.property(networks({ kinds: ['linear', 'relu'] }), (network) => {
        const rows = rowsOf(network);
        const texts = rows.map(({ segments }) => segments.map(({ text }) => text).join(''));
        rows.forEach(({ relation, note, line, segments }, i) => {
          const editable = line.kind === 'writeOut' && segments.some(({ parameter }) => parameter !== null);
          const repeats = relation === 'none';
          expect(repeats).toBe(i > 0 && texts[i] === texts[i - 1] && !editable);
          if (repeats) expect(Object.values(EQUATION.repeats)).toContain(note);
        });
      }),
    );
  });

  it('of layers that pass on what they get say that there is nothing to do', () => {
    const network = chapterNetwork('linear');
    const deeper = applyEdit({ network, x: network.inputs.map(() => ZERO) }, { kind: 'addLayer' }).network;
    expect(shown(deeper).slice(0, 4)).toEqual([
      '2h_1.1+5h_1.2+5',
      'nothing to multiply out',
      'no like terms left to add',
      '2(0.5x_E+3x_H+4x_G+0.5)+5(4x_E+x_H+2x_G+1)+5',
    ]);
  });

  it('are not written where they would be tens of thousands of terms, and never longer than a task may take', () => {
    const kinds = ['gelu', 'hardTanh', 'relu'] as const;
    for (const kind of kinds) expect(rowsOf(largestNetwork(rational(3), { kind }))).toEqual([]);
    const large = documents({ numbers: smallRationals, maxHiddenLayers: 4 });
    fc.assert(
      fc.property(large, ({ network }) => {
        for (const { segments } of rowsOf(network)) expect(segments.length).toBeLessThan(2000);
      }),
      { numRuns: 30 },
    );
  });

  it('of a network of zeros are one 0', () => {
    const zeros = mapNumbers(chapterNetwork('linear'), () => ZERO);
    expect(shown(zeros)).toEqual(['0', 'nothing to multiply out', 'no like terms left to add']);
  });
});

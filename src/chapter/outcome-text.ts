/** What became of a challenge, in a sentence that is made from what was checked. */
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { inputNotation } from '../equation/notation.ts';
import { CHALLENGES } from '#words/chapter/does-it-always-bend-words.ts';
import { nodeName } from '#words/names.ts';
import { shortNumberText } from '#words/number.ts';
import { counted } from '#words/verdict-words.ts';
import type { Checked, Missing, Outcome } from './challenge.ts';

export function outcomeText(network: Network<unknown>, outcome: Outcome): string {
  return outcome.kind === 'solved' ? solvedText(network, outcome.checked) : missingText(network, outcome.missing);
}

function solvedText(network: Network<unknown>, checked: Checked): string {
  const { solvedNow } = CHALLENGES;
  switch (checked.kind) {
    case 'all':
      return solvedNow.all;
    case 'inputs':
      return solvedNow.inputs(checked.inputs.length);
    case 'here':
      return solvedNow.here(checked.off.map((at) => nodeName(network, at)));
  }
}

function missingText(network: Network<unknown>, missing: Missing): string {
  const { why } = CHALLENGES;
  const text = (value: Rational) => shortNumberText(value, 9);
  switch (missing.kind) {
    case 'noRelu':
      return why.noRelu;
    case 'inputs':
      return why.inputs(counted(missing.wanted, 'input'));
    case 'deep':
      return why.deep;
    case 'creases':
      return why.creases(missing.count);
    case 'differs':
      return why.differs(placeText(network, missing.x), text(missing.found), text(missing.wanted));
    case 'pieces':
      return why.pieces(missing.count);
    case 'four':
      return why.four;
    case 'allOn':
      return why.allOn(missing.sums.map(text).join(', '));
    case 'otherNetwork':
      return why.otherNetwork;
    case 'undecided':
      return why.undecided;
  }
}

/** `x_E = 1, x_H = 2` */
export function placeText(network: Network<unknown>, x: readonly Rational[]): string {
  return x.map((value, i) => `${inputNotation(network, i).text} = ${shortNumberText(value, 9)}`).join(', ');
}

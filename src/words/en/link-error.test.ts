import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../../../tests/arbitrary-document.ts';
import { MAX_LINK, decode, encode } from '../../state/codec.ts';
import { linkErrorSentence } from './link-error.ts';

function sentenceOf(link: string): string {
  const result = decode(link);
  if (!result || result.ok) throw new Error(`${link} was read`);
  return linkErrorSentence(result.error);
}

describe('what is wrong with a link', () => {
  it.each([
    [
      'v=1&in=E,H&h1=1,2:3;4,abc:6&y=1,1:0',
      'In part h1, node 2, the second weight “abc” can’t be read as a number: a number is written like 0.5, -3 or 1/3.',
    ],
    [
      'v=1&in=E&h1=1:1/0&y=1:0',
      'In part h1, node 1, the bias “1/0” can’t be read as a number: a fraction can’t have 0 below the line.',
    ],
    [
      `v=1&in=E&y=${'9'.repeat(30)}:0`,
      `In part y, the first weight “${'9'.repeat(23)}…” can’t be read as a number: it is too large: at most 20 digits before the point.`,
    ],
    [
      'v=1&in=E&y=1.00000000000000000001:0',
      'In part y, the first weight “1.00000000000000000001” can’t be read as a number: it is too long: at most 20 digits, 19 of them behind the point.',
    ],
    [
      `v=1&in=E&y=1:1/${'7'.repeat(21)}`,
      'In part y, the bias “1/777777777777777777777” can’t be read as a number: it is too close to 0: at most 19 places behind the point.',
    ],
    [
      `v=1&in=E&y=1:${'7'.repeat(21)}/${'3'.repeat(21)}1`,
      'In part y, the bias “777777777777777777777/3…” can’t be read as a number: it is too long: at most 20 digits above and below the line.',
    ],
    [
      'v=1&in=E&h1=1:3,4&y=1:0',
      'In part h1, node 1, the bias “3,4” can’t be read as a number: a number in a link is written with a point.',
    ],
    ['v=1&in=E&h1=1:&y=1:0', 'In part h1, node 1, the bias is missing.'],
    ['v=1&in=E,H&at=1,&y=1,1:0', 'In part at, the second value is missing.'],
    [
      'v=1&in=E,H&at=x,1&y=1,1:0',
      'In part at, the first value “x” can’t be read as a number: a number is written like 0.5, -3 or 1/3.',
    ],
    [
      'v=1&in=E&f=leakyRelu~a&y=1:0',
      'In part f, the slope “a” can’t be read as a number: a number is written like 0.5, -3 or 1/3.',
    ],
    ['v=1&in=E&h1=1:2:leakyRelu~&y=1:0', 'In part h1, node 1, the slope is missing.'],
    ['v=1&in=E,H&y=1,1:0&to=1,-2', 'In part to, the second value “-2” is not above 0, where the domain starts.'],
    ['v=1&in=E&y=1:0&from=2&to=1', 'In part to, the first value “1” is not above 2, where the domain starts.'],
    ['preset=xor&from=0,10', 'In part from, the second value “10” is not below 10, where the domain ends.'],
    [
      'v=1&in=E,H&y=1,1:0&from=1,x',
      'In part from, the second value “x” can’t be read as a number: a number is written like 0.5, -3 or 1/3.',
    ],
    ['v=1&in=E,H&y=1,1:0&to=1,', 'In part to, the second value is missing.'],
    ['v=1&in=E&h1=1:2:Relu&y=1:0', 'In part h1, node 1, “Relu” is not an activation function.'],
    ['v=1&in=E&f=step&y=1:0', 'In part f, “step” is not an activation function.'],
    ['v=1&in=E,H&h1=1,2:3;4:5&y=1,1:0', 'In part h1, node 2, there is 1 weight where there should be 2.'],
    ['v=1&in=E&h1=1:2;3,4:5&y=1,1:0', 'In part h1, node 2, there are 2 weights where there should be 1.'],
    ['v=1&in=A,B,C,D,E,F,G&y=1:0', 'In part in, there are 7 inputs where there should be 1 to 6.'],
    ['v=1&in=E&y=1:0;1:0', 'In part y, there are 2 nodes where there should be 1.'],
    ['v=1&in=E,H&at=1&y=1,1:0', 'In part at, there is 1 value where there should be 2.'],
    ['v=1&in=E&h1=1,2&y=1:0', 'In part h1, node 1, “1,2” should be its weights, a colon, and its bias.'],
    ['v=1&in=E&h1=1:2;&y=1:0', 'In part h1, node 2, nothing is written.'],
    ['v=1&in=E,x-1&y=1,1:0', 'In part in, the second name “x-1” is not made of 1 to 24 letters, digits, spaces and _.'],
    ['v=1&in=,E&y=1,1:0', 'In part in, the first name is missing.'],
    ['v=1&in=E,E&y=1,1:0', 'In part in, the second name “E” is taken already.'],
    ['in=E&y=1:0', 'Part v (the version) is missing from the link.'],
    ['v=1&y=1:0', 'Part in (the names of the inputs) is missing from the link.'],
    ['v=1&in=E&h2=1:0&y=1:0', 'Part h1 (the first hidden layer) is missing from the link.'],
    ['v=1&in=E', 'Part y (the output) is missing from the link.'],
    ['v=1&in=E&in=H&y=1:0', 'Part in is in the link twice.'],
    ['v=1&in=E&h5=1:0&y=1:0', 'The link has a part “h5”, which no link has.'],
    ['preset=xor&h1=1,1:0', 'The link has a part “h1”, which can’t stand beside a preset.'],
    ['v=2&in=E&y=1:0', 'The link says version “2”, and this page reads version 1.'],
    ['preset=chapter-9', 'There is no preset called “chapter-9”.'],
    ['v=1&in=E&y=1:0&step=99', 'In part step, the step “99” is not a whole number from 0 to 12.'],
    ['v=1&in=%E&y=1:0', 'In part in, a % is not followed by the two digits of a character.'],
    [`v=1&in=${'E'.repeat(MAX_LINK)}`, `The link has ${MAX_LINK + 7} characters, and at most ${MAX_LINK} can be read.`],
  ])('L2 %s: %s', (link, sentence) => {
    expect(sentenceOf(link)).toBe(sentence);
  });

  it('L2 whatever was damaged, it is one sentence for people', () => {
    const damaged = documents({ maxNodes: 3 }).chain((document) => {
      const link = encode({ document, step: 1 });
      return fc
        .tuple(fc.nat(link.length), fc.nat(4), fc.constantFrom('', '&', '=', ',', ';', ':', '~', '%', 'x', '🙂', '\n'))
        .map(([at, cut, put]) => link.slice(0, at) + put + link.slice(at + cut));
    });
    fc.assert(
      fc.property(damaged, (link) => {
        const result = decode(link);
        if (!result || result.ok) return;
        const sentence = linkErrorSentence(result.error);
        expect(sentence).toMatch(/^[A-Z][^]*\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|object|Error|\.\.|\bnode 0\b/);
        // No half of a character.
        expect(sentence).not.toMatch(/\p{Surrogate}/u);
        expect(sentence.length).toBeLessThan(180);
      }),
      { numRuns: 500 },
    );
  });
});

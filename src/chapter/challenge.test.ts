import { describe, expect, it } from 'vitest';
import { decode } from '../state/codec.ts';
import type { Document } from '../state/document.ts';
import { CHALLENGE_IDS, check, startOf, type ChallengeId, type Memory } from './challenge.ts';

const NEW: Memory = { four: false };
const FOUR: Memory = { four: true };

function at(link: string): Document {
  const decoded = decode(link);
  if (!decoded?.ok) throw new Error(`${link} does not decode`);
  return decoded.value.document;
}

interface Case {
  readonly id: ChallengeId;
  readonly link: string;
  readonly memory?: Memory;
}

const SOLUTIONS: readonly Case[] = [
  { id: 'collapse', link: 'v=1&in=E,H,G&at=1,2,-1.5&f=relu&h1=0.5,3,4:0.5;4,1,2:1&y=0,0:5' },
  { id: 'collapse', link: 'v=1&in=E,H&at=1,2&f=relu&h1=2,-1:1;-2,1:-1&y=3,-3:0' },
  // Scaled mirror images: the jumps 3 * 2 and -6 * 1 meet in the same place.
  { id: 'collapse', link: 'v=1&in=E&at=1&f=relu&h1=2:4;-1:-2&y=3,-6:0' },
  // Two nodes that nobody hears.
  { id: 'collapse', link: 'v=1&in=E&at=1&f=relu&h1=1:0;-1:0&y=0,0:1' },
  { id: 'one-crease', link: 'v=1&in=E,H,G&at=1,2,-1.5&f=relu&h1=0.5,3,4:0.5;4,1,2:1&y=2,0:5' },
  { id: 'one-crease', link: 'v=1&in=E,H&at=1,2&f=relu&h1=1,1:2;2,2:4&y=1,1:0' },
  { id: 'one-crease', link: 'v=1&in=E&at=1&f=relu&h1=1:0;-1:0&y=1,1:0' },
  { id: 'absolute-value', link: 'preset=absolute-value' },
  { id: 'absolute-value', link: 'v=1&in=E&at=1&f=relu&h1=2:0;-1/3:0&y=0.5,3:0' },
  { id: 'absolute-value', link: 'v=1&in=E&at=1&f=relu&h1=1:0;-1:0;1:1&y=1,1,0:0' },
  // |x| = 2 max(0, x) - x, the last part from a pair.
  { id: 'absolute-value', link: 'v=1&in=E&at=1&f=relu&h1=1:0;1:0;-1:0&y=2,-1,1:0' },
  { id: 'xor', link: 'preset=xor' },
  { id: 'xor', link: 'v=1&in=A,B&at=1,0&f=relu&h1=1,-1:0;-1,1:0&y=1,1:0' },
  { id: 'pieces', link: 'v=1&in=E,H&at=1,2&f=relu&h1=1,0:0;1,0:1&y=1,2:0', memory: FOUR },
  { id: 'find-bend', link: 'preset=chapter-8-relu&at=1,2,-3' },
  // Exactly on a crease: 0.5 * 0 + 3 * 0 + 4 * -0.125 + 0.5 = 0.
  { id: 'find-bend', link: 'preset=chapter-8-relu&at=0,0,-0.125' },
];

const NOT_YET: readonly (Case & { readonly missing: string })[] = [
  { id: 'collapse', link: 'preset=chapter-8-relu', missing: 'creases' },
  { id: 'collapse', link: 'preset=chapter-8', missing: 'noRelu' },
  // It never bends on inputs >= 0, but it does elsewhere.
  { id: 'collapse', link: 'preset=dead-node', missing: 'creases' },
  // One node is not enough of a ReLU network.
  { id: 'collapse', link: 'v=1&in=E&at=1&f=relu&h1=0:3&y=1:0', missing: 'noRelu' },
  { id: 'one-crease', link: 'preset=chapter-8-relu', missing: 'creases' },
  { id: 'one-crease', link: 'preset=cancelling-pair', missing: 'creases' },
  { id: 'one-crease', link: 'v=1&in=E&at=1&f=relu&h1=1:0;-1:0&h2=1,1:-1&y=1:0', missing: 'deep' },
  { id: 'absolute-value', link: 'v=1&in=E&at=1&f=relu&h1=1:0;-1:0&y=1,1:0.001', missing: 'differs' },
  { id: 'absolute-value', link: 'v=1&in=E&at=1&f=abs&h1=1:0&y=1:0', missing: 'noRelu' },
  // Right at every whole number from -100 to 100, and wrong beyond.
  { id: 'absolute-value', link: 'v=1&in=E&at=1&f=relu&h1=1:0;-1:0;1:-1000&y=1,1,1:0', missing: 'differs' },
  { id: 'absolute-value', link: 'v=1&in=E,H&at=1,1&f=relu&h1=1,0:0;-1,0:0&y=1,1:0', missing: 'inputs' },
  { id: 'xor', link: 'v=1&in=A,B&at=1,0&f=relu&h1=1,1:0;1,1:-1&y=1,-1:0', missing: 'differs' },
  { id: 'xor', link: 'v=1&in=A&at=1&f=relu&h1=1:0;1:-1&y=1,-2:0', missing: 'inputs' },
  { id: 'pieces', link: 'v=1&in=E,H&at=1,2&f=relu&h1=1,0:0;1,0:1&y=1,2:0', memory: NEW, missing: 'pieces' },
  { id: 'pieces', link: 'v=1&in=E,H&at=1,2&f=relu&h1=1,0:0;0,1:0&y=1,2:0', memory: FOUR, missing: 'four' },
  { id: 'find-bend', link: 'preset=chapter-8-relu', missing: 'allOn' },
  { id: 'find-bend', link: 'preset=chapter-8', missing: 'otherNetwork' },
  { id: 'find-bend', link: 'preset=dead-node', missing: 'otherNetwork' },
];

describe('challenges', () => {
  it.each(CHALLENGE_IDS)('%s: its start is not yet its solution', (id) => {
    expect(check(id, startOf(id), NEW).kind).toBe('missing');
    expect(check(id, startOf(id), FOUR).kind).toBe('missing');
  });

  it.each(SOLUTIONS)('$id is solved by $link', ({ id, link, memory }) => {
    expect(check(id, at(link), memory ?? NEW).kind).toBe('solved');
  });

  it.each(NOT_YET)('$id is not solved by $link: $missing', ({ id, link, memory, missing }) => {
    const outcome = check(id, at(link), memory ?? NEW);
    expect(outcome.kind === 'missing' ? outcome.missing.kind : outcome.kind).toBe(missing);
  });

  it('every challenge has a solution among these', () => {
    expect(new Set(SOLUTIONS.map(({ id }) => id))).toEqual(new Set(CHALLENGE_IDS));
  });
});

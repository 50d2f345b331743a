import { describe, expect, it } from 'vitest';
import { ACTIVATIONS, ACTIVATION_KINDS } from '../../activation/activation.ts';
import { ONE } from '../../number/rational.ts';
import { ACTIVATION_WORDS } from './activation-words.ts';

describe('the words of activation functions', () => {
  it.each(ACTIVATION_KINDS)('%s: a name for each of its pieces, if it has corners', (kind) => {
    const f = ACTIVATIONS[kind];
    const pieces = f.shape === 'straight' ? f.pieces(ONE).branches.length : 1;
    expect(ACTIVATION_WORDS[kind].sides?.length ?? 1).toBe(pieces);
    expect(f.shape === 'straight' ? f.statuses.length : 1).toBe(pieces);
    expect(f.shape === 'straight' && f.symbol !== null).toBe(pieces > 1);
  });

  it('tell the functions apart', () => {
    for (const of of ['name', 'formula', 'spoken'] as const) {
      expect(new Set(ACTIVATION_KINDS.map((kind) => ACTIVATION_WORDS[kind][of])).size, of).toBe(
        ACTIVATION_KINDS.length,
      );
    }
  });
});

/** How far a network can be folded: all steps, or into the first that can't be taken. */
import type { Derivation } from '../algebra/derivation.ts';

/** So much of its way comes a step that can't be taken: there it jams. */
export const JAM = 0.4;

export function foldEnd({ steps }: Derivation): number {
  const stuck = steps.findIndex(({ outcome }) => outcome === 'stuck');
  return stuck < 0 ? steps.length : stuck + JAM;
}

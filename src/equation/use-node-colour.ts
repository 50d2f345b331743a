import type { NodeAt } from '../model/network.ts';
import { useShape } from '../live/use-shape.ts';
import { nodeColour } from '../state/colour.ts';

/** The colour of a node's terms; undefined is ink. */
export function useNodeColour(at: NodeAt | null): string | undefined {
  const shape = useShape();
  return at ? nodeColour(shape, at) : undefined;
}

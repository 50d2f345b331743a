/** The colour of what is written: that of the node that it comes from. Undefined is ink. */
import type { Network } from '../model/network.ts';
import { nodeColour } from '../state/colour.ts';
import type { Segment } from './segments.ts';

export function segmentColour({ via }: Segment, shape: Network<unknown>): string | undefined {
  return via ? nodeColour(shape, via) : undefined;
}

/** The one colour of all of them: it stands once, around them. Undefined where they have several. */
export function commonColour(segments: readonly Segment[], shape: Network<unknown>): string | undefined {
  const [first, ...others] = segments.map((segment) => segmentColour(segment, shape));
  return others.every((colour) => colour === first) ? first : undefined;
}

/** The pieces of a line that are written as they change. One follower writes all of them: a line has dozens. */
import { useMemo } from 'react';
import { writeText, type Live } from '../live/live.ts';
import { plainKind, plainText } from './plain-piece.ts';

export interface LivePieces {
  /** Keeps an element in step with the piece at a place of the line; returns what ends that. */
  readonly follow: (index: number, element: Element) => () => void;
}

/**
 * `texAt` gives the TeX at a place of the line, and is the same function always. A piece keeps its kind: any other change draws
 * the line again.
 */
export function useLivePieces<T>(live: Live<T>, texAt: (value: T, index: number) => string | undefined): LivePieces {
  return useMemo(() => livePieces(live, texAt), [live, texAt]);
}

function livePieces<T>(live: Live<T>, texAt: (value: T, index: number) => string | undefined): LivePieces {
  const places = new Map<Element, number>();
  let stop: () => void = () => undefined;
  const write = (element: Element, index: number) => {
    const tex = texAt(live.get(), index);
    if (tex !== undefined && plainKind(tex) !== null) writeText(element, plainText(tex));
  };
  const writeAll = () => {
    for (const [element, index] of places) write(element, index);
  };
  return {
    follow: (index, element) => {
      if (places.size === 0) stop = live.subscribe(writeAll);
      places.set(element, index);
      write(element, index);
      return () => {
        places.delete(element);
        if (places.size === 0) stop();
      };
    },
  };
}

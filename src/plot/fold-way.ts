/** The way from the sheet before to the newest one: when its activations are switched a sheet folds into the new one. */
import { remembered } from '../live/remembered.ts';
import { foldingOf, isSwitch, type Folding } from './folding.ts';
import type { Made } from './made.ts';
import type { Surface } from './surface.ts';

export interface Way {
  readonly to: Made | null;
  /** Null: it is there at once. */
  readonly from: Made | null;
}

/** How far one way has come, from 0 to 1. */
export interface Progress {
  readonly way: Way;
  readonly share: number;
}

export interface FoldedSheet {
  readonly way: Way;
  /** What the shown faces are of. */
  readonly made: Made | null;
  readonly surface: Surface | null;
  /** How far it has come, and how much of its creases and colours there is: from 0 to 1. */
  readonly share: number;
  readonly creased: number;
  /** Null: it is there. */
  readonly from: Made | null;
}

/** Follows the newest sheet. `isStill`: nothing may move, so each is there at once. */
export function foldWay(isStill: () => boolean): (newest: Made | null, progress: Progress | null) => FoldedSheet {
  let way: Way | null = null;
  const folding = remembered((from: Made | null, to: Made | null) => (from && to ? foldingOf(from, to) : null));
  const surfaceOf = remembered((fold: Folding | null, to: Made | null, share: number) =>
    fold ? fold.surfaceAt(share) : (to?.model.surface ?? null),
  );
  return (newest, progress) => {
    if (way?.to !== newest) {
      const folds = way?.to && newest && isSwitch(way.to, newest) && !isStill();
      way = { to: newest, from: folds ? (way?.to ?? null) : null };
    }
    way ??= { to: null, from: null };
    const share = way.from === null ? 1 : progress?.way === way ? progress.share : 0;
    // It is there, and where it has come from is kept no longer.
    if (share === 1 && way.from) way = { to: way.to, from: null };
    const { from } = way;
    const fold = folding(from, way.to);
    return {
      way,
      made: fold?.made ?? way.to,
      surface: surfaceOf(fold, way.to, share),
      share,
      creased: fold?.isLeaving ? 1 - share : share,
      from,
    };
  };
}

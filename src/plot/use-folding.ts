/** When its activations are switched the sheet folds into the new one; for those who want nothing to move it is there at once. */
import { easeCubicInOut } from 'd3-ease';
import { useEffect, useMemo, useState } from 'react';
import { foldingOf, isSwitch } from './folding.ts';
import type { Surface } from './surface.ts';
import type { Made } from './use-sheet-model.ts';

/** ms. */
const FOLD = 500;

interface Way {
  readonly to: Made | null;
  /** Null: it is there. */
  readonly from: Made | null;
  /** From 0 to 1. */
  readonly share: number;
}

export interface FoldedSheet {
  /** What the shown faces are of. */
  readonly made: Made | null;
  readonly surface: Surface | null;
  /** How far it has come, and how much of its creases and colours there is: from 0 to 1. */
  readonly share: number;
  readonly creased: number;
  readonly from: Made | null;
}

export function useFolding(newest: Made | null): FoldedSheet {
  const [way, setWay] = useState<Way>({ to: newest, from: null, share: 1 });
  if (way.to !== newest) {
    const folds = way.to && newest && isSwitch(way.to, newest) && !isStill();
    setWay({ to: newest, from: folds ? way.to : null, share: folds ? 0 : 1 });
  }
  const { from, to, share } = way;
  useEffect(() => {
    if (!from) return;
    const start = performance.now();
    let handle = requestAnimationFrame(function frame(now) {
      const part = Math.min(1, Math.max(0, (now - start) / FOLD));
      setWay((shown) =>
        shown.from === from ? { ...shown, from: part < 1 ? from : null, share: easeCubicInOut(part) } : shown,
      );
      if (part < 1) handle = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(handle);
  }, [from, to]);
  const folding = useMemo(() => (from && to ? foldingOf(from, to) : null), [from, to]);
  const surface = useMemo(() => folding?.surfaceAt(share) ?? to?.model.surface ?? null, [folding, share, to]);
  return {
    made: folding?.made ?? to,
    surface,
    share,
    creased: folding?.isLeaving ? 1 - share : share,
    from,
  };
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

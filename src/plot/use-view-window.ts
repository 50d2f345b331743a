/** The ends of the axes: chosen for the reader, steady while things are dragged, until the reader sets them. */
import { useCallback, useMemo } from 'react';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { selectIsEditing } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { useSheetView } from './sheet-view-store.tsx';
import { useSteady } from './use-steady.ts';
import { steadyWindow, type Interval } from './view-window.ts';

export interface ViewWindow {
  /** One for each input of the slice. */
  readonly ends: readonly Interval[];
  /** Those that the reader has set; null where they are chosen for the reader. */
  readonly own: readonly (Interval | null)[];
  readonly set: (axis: number, ends: Interval | null) => void;
  readonly reset: () => void;
}

/** `shown`: which inputs of the network the slice has. */
export function useViewWindow(slice: Network<Rational>, at: readonly Rational[], shown: readonly number[]): ViewWindow {
  const editing = useCrease(selectIsEditing);
  const steady = useSteady<readonly Interval[]>((before) => steadyWindow(before, slice, at, editing));
  const ofInputs = useSheetView().view.windows;
  const own = useMemo(() => shown.map((i) => ofInputs[i] ?? null), [shown, ofInputs]);
  const ends = useMemo(() => own.map((interval, axis) => interval ?? (steady[axis] as Interval)), [own, steady]);
  const { onEnds: set, onReset: reset } = useAxisEnds(shown);
  return { ends, own, set, reset };
}

/** The reader sets the ends of an axis (null: they are chosen again), or leaves all of them to the page. */
export function useAxisEnds(shown: readonly number[]) {
  const { change } = useSheetView();
  const onEnds = useCallback(
    (axis: number, interval: Interval | null) =>
      change((before) => ({ ...before, windows: { ...before.windows, [shown[axis] as number]: interval } })),
    [change, shown],
  );
  const onReset = useCallback(() => change((before) => ({ ...before, windows: {} })), [change]);
  return { onEnds, onReset };
}

/** The reader chooses the inputs along the axes. */
export function useShownInputs(): (shown: readonly number[]) => void {
  const { change } = useSheetView();
  return useCallback(
    ([across = 0, away = 1]) =>
      change((before) => ({ ...before, axes: across === 0 && away === 1 ? null : [across, away] })),
    [change],
  );
}

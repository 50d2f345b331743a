/** What the sheet is of: which inputs it shows, over which window, and the surface that has been made of that so far. */
import { useCallback, useMemo } from 'react';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { equal, type Rational } from '../number/rational.ts';
import { sliceNetwork } from '../algebra/slice.ts';
import { useCrease } from '../live/live.ts';
import { selectIsEditing, selectNetwork, selectX } from '../live/select.ts';
import type { SheetModel, SheetRequest } from './sheet-model.ts';
import { heightRange, type Rectangle, type Surface } from './surface.ts';
import { useFolding } from './use-folding.ts';
import { useSheetModel, type Made, type Subject } from './use-sheet-model.ts';
import { useSheetView } from './sheet-view-store.tsx';
import { useSteady } from './use-steady.ts';
import { useViewWindow, type ViewWindow } from './use-view-window.ts';
import { steadyHeights, type Interval } from './view-window.ts';

export interface Plane {
  readonly network: Network<Rational>;
  readonly x: readonly Rational[];
  /** The two inputs that are shown, and where the current input is along them. */
  readonly shown: readonly number[];
  readonly setShown: (shown: readonly number[]) => void;
  readonly at: readonly Rational[];
  readonly axes: ViewWindow;
  readonly subject: Subject;
  readonly request: SheetRequest;
  readonly newest: Made | null;
  /** What the sheet that is drawn is of: an older network while the newest one's is being made. */
  readonly made: Made | null;
  readonly drawn: Subject;
  readonly model: SheetModel | null;
  readonly names: readonly string[];
  readonly window: readonly [Interval, Interval];
  readonly surface: Surface;
  readonly ground: Rectangle;
  /** Of the surface, and what the camera makes room for. */
  readonly range: { readonly min: number; readonly max: number };
  readonly heights: readonly [number, number];
  /** The way from the sheet before, while it folds. */
  readonly from: Made | null;
  readonly share: number;
  readonly creased: number;
}

export function usePlane(): Plane {
  const network = useCrease(selectNetwork);
  const x = useCrease(selectX);
  const editing = useCrease(selectIsEditing);
  const { view, change } = useSheetView();
  const chosen = view.axes ?? FIRST_TWO;
  const setShown = useCallback(
    ([across = 0, away = 1]: readonly number[]) =>
      change((before) => ({ ...before, axes: across === 0 && away === 1 ? null : [across, away] })),
    [change],
  );
  const shown = useSteady<readonly number[]>((before) => {
    const wanted = chosen.every((i) => i < x.length) ? chosen : FIRST_TWO;
    return before && before.every((i, k) => i === wanted[k]) ? before : wanted;
  });
  const at = useMemo(() => shown.map((i) => x[i] as Rational), [shown, x]);
  // Moving the point moves only the inputs that are shown: the slice stays the same.
  const held = useSteady<readonly Rational[]>((before) =>
    before?.length === x.length && x.every((value, i) => shown.includes(i) || equal(value, before[i] as Rational))
      ? before
      : x,
  );
  const subject = useMemo(() => ({ network, held, shown }), [network, held, shown]);
  const slice = useMemo(() => sliceNetwork(network, held, shown), [network, held, shown]);
  const axes = useViewWindow(slice, at, shown);
  const draft = editing && !isPiecewiseLinearNetwork(slice);
  const request = useMemo(() => ({ network: slice, window: axes.ends, draft }), [slice, axes.ends, draft]);
  const newest = useSheetModel(subject, request);
  const { made, surface: folded, share, creased, from } = useFolding(newest);

  const model = made?.model ?? null;
  const surface = folded ?? EMPTY;
  const ground = useSteady<Rectangle>((before) => {
    const next = model?.ground ?? EMPTY_GROUND;
    return before && sameRectangle(before, next) ? before : next;
  });
  const range = useMemo(() => heightRange(surface), [surface]);
  const heights = useSteady<readonly [number, number]>((before) =>
    model ? steadyHeights(before, range, editing) : (before ?? [0, 1]),
  );
  return {
    network,
    x,
    shown,
    setShown,
    at,
    axes,
    subject,
    request,
    newest,
    made,
    model,
    surface,
    ground,
    range,
    heights,
    from,
    share,
    creased,
    drawn: made?.subject ?? subject,
    names: made?.request.network.inputs ?? slice.inputs,
    window: (made?.request.window ?? axes.ends) as readonly [Interval, Interval],
  };
}

const FIRST_TWO: readonly number[] = [0, 1];

const EMPTY: Surface = {
  xs: new Float64Array(0),
  ys: new Float64Array(0),
  zs: new Float64Array(0),
  faces: [],
  edges: [],
  regionCount: 0,
  exact: null,
};
const EMPTY_GROUND = { xMin: -1, xMax: 1, yMin: -1, yMax: 1 };

function sameRectangle(p: Rectangle, q: Rectangle): boolean {
  return p.xMin === q.xMin && p.xMax === q.xMax && p.yMin === q.yMin && p.yMax === q.yMax;
}

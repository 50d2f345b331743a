/** What the sheet is of: which inputs it shows, over which window, and the surface that has been made of that so far. */
import { sliceNetwork } from '../algebra/slice.ts';
import { remembered, steady, steadyRecord } from '../live/remembered.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { equal, type Rational } from '../number/rational.ts';
import { sameList } from '../state/same-list.ts';
import { foldWay, type Progress, type Way } from './fold-way.ts';
import type { Made, Subject } from './made.ts';
import { isLong, makeSheet, type SheetModel, type SheetRequest } from './sheet-model.ts';
import type { SheetView } from './sheet-view.ts';
import { heightRange, type Rectangle, type Surface } from './surface.ts';
import { steadyHeights, steadyWindow, type Interval } from './view-window.ts';

/** What it is made of. */
export interface PlaneGiven {
  readonly network: Network<Rational>;
  readonly x: readonly Rational[];
  /** Somebody is in the middle of an edit. */
  readonly editing: boolean;
  readonly view: SheetView;
  /** The last sheet that a worker has made. */
  readonly delivered: Made | null;
  /** Of the fold that is on its way. */
  readonly progress: Progress | null;
}

export interface Plane {
  readonly network: Network<Rational>;
  readonly x: readonly Rational[];
  /** The two inputs that are shown, and where the current input is along them. */
  readonly shown: readonly number[];
  readonly at: readonly Rational[];
  /** Of the axes, and those that the reader has set. */
  readonly ends: readonly Interval[];
  readonly own: readonly (Interval | null)[];
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
  /** The way from the sheet before, how far it has come, and where from while it folds. */
  readonly way: Way;
  readonly from: Made | null;
  readonly share: number;
  readonly creased: number;
}

/** Follows what is given: what has not changed stays the same record, the plane itself too. */
export function planes(isStill: () => boolean): (given: PlaneGiven) => Plane {
  const steadyShown = steady<readonly number[]>();
  const atOf = remembered((shown: readonly number[], x: readonly Rational[]) => shown.map((i) => x[i] as Rational));
  const steadyHeld = steady<readonly Rational[]>();
  const subjectOf = remembered((network: Network<Rational>, held: readonly Rational[], shown: readonly number[]) => ({
    network,
    held,
    shown,
  }));
  const sliceOf = remembered(sliceNetwork);
  const steadyEnds = steady<readonly Interval[]>();
  const ownOf = remembered((shown: readonly number[], windows: SheetView['windows']) =>
    shown.map((i) => windows[i] ?? null),
  );
  const endsOf = remembered((own: readonly (Interval | null)[], found: readonly Interval[]) =>
    own.map((interval, axis) => interval ?? (found[axis] as Interval)),
  );
  const requestOf = remembered((network: Network<Rational>, window: readonly Interval[], draft: boolean) => ({
    network,
    window,
    draft,
  }));
  const newestOf = newestSheet();
  const fold = foldWay(isStill);
  const steadyGround = steady<Rectangle>();
  const rangeOf = remembered(heightRange);
  const steadyRange = steady<readonly [number, number]>();
  const asBefore = steadyRecord<Plane>();

  return ({ network, x, editing, view, delivered, progress }) => {
    const chosen = view.axes ?? FIRST_TWO;
    const shown = steadyShown((before) => {
      const wanted = chosen.every((i) => i < x.length) ? chosen : FIRST_TWO;
      return before && before.every((i, k) => i === wanted[k]) ? before : wanted;
    });
    const at = atOf(shown, x);
    // Moving the point moves only the inputs that are shown: the slice stays the same.
    const held = steadyHeld((before) =>
      before?.length === x.length && x.every((value, i) => shown.includes(i) || equal(value, before[i] as Rational))
        ? before
        : x,
    );
    const subject = subjectOf(network, held, shown);
    const slice = sliceOf(network, held, shown);
    const found = steadyEnds((before) => steadyWindow(before, slice, at, editing));
    const own = ownOf(shown, view.windows);
    const ends = endsOf(own, found);
    const request = requestOf(slice, ends, editing && !isPiecewiseLinearNetwork(slice));
    const newest = newestOf(subject, request, delivered);
    const { made, surface: folded, ...folding } = fold(newest, progress);
    const model = made?.model ?? null;
    const surface = folded ?? EMPTY;
    const ground = steadyGround((before) => {
      const next = model?.ground ?? EMPTY_GROUND;
      return before && sameRectangle(before, next) ? before : next;
    });
    const range = rangeOf(surface);
    const heights = steadyRange((before) => (model ? steadyHeights(before, range, editing) : (before ?? [0, 1])));
    const drawn = made?.subject ?? subject;
    const names = made?.request.network.inputs ?? slice.inputs;
    const window = (made?.request.window ?? ends) as readonly [Interval, Interval];
    return asBefore({
      network,
      x,
      shown,
      at,
      ends,
      own,
      subject,
      request,
      newest,
      made,
      drawn,
      model,
      names,
      window,
      surface,
      ground,
      range,
      heights,
      ...folding,
    });
  };
}

const FIRST_TWO: readonly number[] = [0, 1];

/**
 * The newest sheet that there is: made at once where that is quick, else the last one until a worker has delivered another.
 * Null for other inputs than its own.
 */
function newestSheet(): (subject: Subject, request: SheetRequest, delivered: Made | null) => Made | null {
  let last: Made | null = null;
  let heard: Made | null = null;
  const quick = remembered((subject: Subject, request: SheetRequest): Made => ({
    subject,
    request,
    model: makeSheet(request),
  }));
  return (subject, request, delivered) => {
    if (delivered !== heard) last = heard = delivered;
    if (!isLong(request.network)) last = quick(subject, request);
    const inputs = last?.request.network.inputs;
    return inputs && sameList(inputs, request.network.inputs, (p, q) => p === q) ? last : null;
  };
}

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

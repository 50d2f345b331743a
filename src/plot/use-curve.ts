/** What the curve is of: the function over its one input, over a window, and where the current input is on it. */
import { extent, greatest } from 'd3-array';
import { useMemo } from 'react';
import { selectPieceCount } from '../live/known-analysis.ts';
import { useCrease } from '../live/live.ts';
import { selectAreHidden, selectIsEditing, selectNetwork, selectX } from '../live/select.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { curveNote, curveText, heightText, sampledText, sideText, summaryText } from '#words/sheet-words.ts';
import { currentPoint, type CurrentPoint } from './current-point.ts';
import { exactCurve, sampledCurve, type Curve } from './curve.ts';
import type { PlaneSentences } from './plane-sentences.ts';
import { sampler } from './sample.ts';
import { useSteady } from './use-steady.ts';
import { useViewWindow, type ViewWindow } from './use-view-window.ts';
import { steadyHeights, type Interval } from './view-window.ts';

const SHOWN = [0];

export interface ShownCurve {
  readonly network: Network<Rational>;
  readonly x: readonly Rational[];
  readonly axes: ViewWindow;
  readonly ends: Interval;
  readonly curve: Curve;
  /** What the picture makes room for. */
  readonly heights: readonly [number, number];
  readonly here: CurrentPoint;
}

export function useCurve(): ShownCurve {
  const network = useCrease(selectNetwork);
  const x = useCrease(selectX);
  const editing = useCrease(selectIsEditing);
  const axes = useViewWindow(network, x, SHOWN);
  const ends = axes.ends[0] as Interval;
  const curve = useMemo<Curve>(
    () => (isPiecewiseLinearNetwork(network) ? exactCurve(network, ends) : sampledCurve(sampler(network), ends)),
    [network, ends],
  );
  const range = useMemo(() => {
    const [least = 0, most = 0] = extent(
      curve.stretches.flatMap(({ points }) => points),
      ([, y]) => y,
    );
    return { min: least, max: most };
  }, [curve]);
  const heights = useSteady<readonly [number, number]>((before) => steadyHeights(before, range, editing));
  const here = useMemo(() => currentPoint(network, x), [network, x]);
  return { network, x, axes, ends, curve, heights, here };
}

/** The same sentences as of a sheet. */
export function useCurveSentences({ network, curve, here }: ShownCurve): PlaneSentences {
  const smooth = !isPiecewiseLinearNetwork(network);
  const piecesOfNetwork = useCrease(selectPieceCount);
  const note = smooth ? null : curveNote(curve.kinks.length, piecesOfNetwork);
  const title = smooth ? sampledText(network, null) : curveText(curve.kinks.length);
  const side = sideText(network, here.pattern);
  const height = heightText(here.exact, here.height);
  const slopes = curve.stretches.map(({ points }) => {
    const [[x0, y0], [x1, y1]] = [points[0], points.at(-1)] as [readonly [number, number], readonly [number, number]];
    return (y1 - y0) / (x1 - x0);
  });
  // It would tell the model.
  const areHidden = useCrease(selectAreHidden);
  const steepest = smooth || areHidden ? null : [greatest(slopes, Math.abs) ?? 0];
  const summary = summaryText({
    title: areHidden ? null : title,
    note,
    shown: network.inputs,
    held: [],
    steepest,
    here: side,
    height,
  });
  return { title, note, height, side, summary };
}

/** The function of one input: a curve with its kinks, the current input a point on it. */
import { extent, greatest, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo, useRef } from 'react';
import { isPiecewiseLinearNetwork } from '../model/network.ts';
import { rational, toNumber, type Rational } from '../number/rational.ts';
import { snap, within } from '../controls/number-step.ts';
import { useSize } from '../controls/use-size.ts';
import { nodeColour } from '../state/colour.ts';
import { useCrease } from '../live/live.ts';
import { selectNetwork, selectX, selectIsEditing, selectPointedPiece } from '../live/select.ts';
import { selectPieceCount } from '../live/known-analysis.ts';
import { useActions } from '../live/use-store.ts';
import { axisNumber } from '../words/number.ts';
import {
  SHEET,
  curveNote,
  curveText,
  heightText,
  pointDescription,
  sampledText,
  sideText,
  summaryText,
} from '../words/sheet-words.ts';
import { currentPoint } from './current-point.ts';
import { exactCurve, sampledCurve, type Curve } from './curve.ts';
import { roomOf } from './fit.ts';
import { Frame } from './frame.tsx';
import { SvgInput } from './input-label.tsx';
import { HEIGHT_STEPS } from './nice.ts';
import { PieceCaption } from './piece-caption.tsx';
import { PointControl } from './point-control.tsx';
import { sampler } from './sample.ts';
import { tenth } from './scene.ts';
import { onIn } from './tint.ts';
import { usePointed } from './use-pointed.ts';
import { useSteady } from './use-steady.ts';
import { ViewMenu } from './view-menu.tsx';
import { useViewWindow } from './use-view-window.ts';
import { steadyHeights, type Interval } from './view-window.ts';

/** What the drawing is prerendered for, px; its view box scales it until it has been measured. */
const NOMINAL = { width: 450, height: 310 };
/** px that are kept free for numbers and names, between what lies over the picture. */
const INSET = { top: 38, right: 30, bottom: 44, left: 54 };
const BAR = 30;
const SHOWN = [0];

export function CurveSheet() {
  const network = useCrease(selectNetwork);
  const x = useCrease(selectX);
  const actions = useActions();
  const { ends: axes, own, set: setEnds, reset: resetEnds } = useViewWindow(network, x, SHOWN);
  const ends = axes[0] as Interval;
  const smooth = !isPiecewiseLinearNetwork(network);
  const curve = useMemo<Curve>(
    () => (smooth ? sampledCurve(sampler(network), ends) : exactCurve(network, ends)),
    [smooth, network, ends],
  );
  const range = useMemo(() => {
    const [least = 0, most = 0] = extent(
      curve.stretches.flatMap(({ points }) => points),
      ([, y]) => y,
    );
    return { min: least, max: most };
  }, [curve]);
  const editing = useCrease(selectIsEditing);
  const heights = useSteady<readonly [number, number]>((before) => steadyHeights(before, range, editing));

  const view = useRef<HTMLDivElement>(null);
  const measured = useSize(view);
  const size = measured ?? NOMINAL;
  const listed = useCrease(selectPointedPiece);
  const here = useMemo(() => currentPoint(network, x), [network, x]);
  const [min, max] = [toNumber(ends.min), toNumber(ends.max)];
  const { head, bar } = roomOf(size, BAR);
  const [top, bottom] = [INSET.top + head, size.height - INSET.bottom - bar];
  const along = scaleLinear([min, max], [INSET.left, size.width - INSET.right]);
  const up = scaleLinear(heights, [bottom, top]);
  const px = (value: number) => tenth(along(value));
  const py = (value: number) => tenth(up(value));
  const stretchPath = line<readonly [number, number]>(
    ([u]) => along(u),
    ([, v]) => up(v),
  ).digits(1);
  const at = toNumber(x[0] as Rational);
  const inside = at >= min && at <= max;
  const spot: [number, number] = [px(at), py(here.height)];
  const herePattern = here.pattern;
  const pointed = usePointed(network, herePattern);
  const valueAt = (clientX: number) => {
    const left = view.current?.getBoundingClientRect().left ?? 0;
    return along.invert(clientX - left);
  };
  const put = ([value]: readonly Rational[]) => {
    if (value) actions.edit({ kind: 'setInputValue', input: 0, value });
  };

  const piecesOfNetwork = useCrease(selectPieceCount);
  const note = smooth ? null : curveNote(curve.kinks.length, piecesOfNetwork);
  const title = smooth ? sampledText(network, null) : curveText(curve.kinks.length);
  const side = sideText(network, herePattern);
  const height = heightText(here.exact, here.height);
  const slopes = curve.stretches.map(({ points }) => {
    const [[x0, y0], [x1, y1]] = [points[0], points.at(-1)] as [readonly [number, number], readonly [number, number]];
    return (y1 - y0) / (x1 - x0);
  });
  const steep = greatest(slopes, Math.abs) ?? 0;
  const summary = summaryText({
    title,
    note,
    shown: network.inputs,
    held: [],
    steepest: smooth ? null : [steep],
    here: side,
    height,
  });
  const xTicks = ticks(min, max, 4);
  const yTicks = ticks(...heights, HEIGHT_STEPS);

  return (
    <Frame
      title={SHEET.curve}
      counts={title}
      note={note}
      caption={
        <PieceCaption
          network={network}
          pattern={pointed.pattern ?? herePattern}
          pointed={pointed.isElsewhere}
          height={height}
        />
      }
      bar={
        <span className="sheet-buttons">
          <ViewMenu
            names={network.inputs}
            window={axes}
            own={own}
            onWindow={setEnds}
            onReset={resetEnds}
            onTilt={null}
          />
        </span>
      }
    >
      <div
        ref={view}
        className="sheet-view is-curve"
        onPointerMove={(event) => {
          if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
          const value = valueAt(event.clientX);
          const stretch = curve.stretches.find(({ points }) => value <= (points.at(-1)?.[0] ?? -Infinity));
          pointed.pointAt(value >= min && value <= max ? (stretch?.pattern ?? null) : null);
        }}
        onPointerLeave={() => pointed.pointAt(null)}
      >
        <div className="sheet-picture" data-scaled={!measured || undefined} role="img" aria-label={summary}>
          <svg className="sheet-layer" viewBox={`0 0 ${size.width} ${size.height}`} {...measured} aria-hidden="true">
            <g className="curve-axes">
              {xTicks.map((tick) => (
                <g key={tick}>
                  <line data-zero={tick === 0 || undefined} x1={px(tick)} y1={top} x2={px(tick)} y2={bottom} />
                  <text className="sheet-number" x={px(tick)} y={bottom + 16} textAnchor="middle">
                    {axisNumber(tick)}
                  </text>
                </g>
              ))}
              {yTicks.map((tick) => (
                <g key={tick}>
                  <line
                    data-zero={tick === 0 || undefined}
                    x1={INSET.left}
                    y1={py(tick)}
                    x2={size.width - INSET.right}
                    y2={py(tick)}
                  />
                  <text className="sheet-number" x={INSET.left - 8} y={py(tick)} dy="0.35em" textAnchor="end">
                    {axisNumber(tick)}
                  </text>
                </g>
              ))}
              <text className="sheet-axis-name" x={(INSET.left + size.width - INSET.right) / 2} y={bottom + 34}>
                <SvgInput name={network.inputs[0] ?? ''} />
              </text>
              <text className="sheet-axis-name sheet-symbol" x={INSET.left - 22} y={top - 8}>
                {SHEET.output}
              </text>
            </g>
            {curve.stretches.map(({ pattern, points }, k) => {
              const on = onIn(network, pattern);
              const [first] = on;
              const lit = pointed.pattern === null ? listed?.has(pattern) : pattern === pointed.pattern;
              return (
                <path
                  key={k}
                  className={lit ? 'curve-line is-lit' : 'curve-line'}
                  style={{
                    stroke:
                      first && on.length === 1
                        ? nodeColour(network, first)
                        : first || smooth
                          ? 'var(--ink)'
                          : 'var(--off)',
                  }}
                  d={stretchPath(points) ?? ''}
                />
              );
            })}
            {curve.kinks.map((kink) => (
              <circle key={kink.x} className="curve-kink" cx={px(kink.x)} cy={py(kink.y)} r={4} />
            ))}
            {inside && (
              <>
                <line className="sheet-drop" x1={spot[0]} y1={spot[1]} x2={spot[0]} y2={bottom} />
                <circle className="sheet-point" cx={spot[0]} cy={spot[1]} r={5.5} />
              </>
            )}
          </svg>
        </div>
        {inside ? (
          <PointControl
            names={network.inputs}
            values={x}
            window={axes}
            at={spot}
            description={pointDescription(height, side)}
            drag={{
              onStart: actions.begin,
              onMove: ({ event }) =>
                put([
                  within(
                    snap(valueAt(event.clientX), max - min < 2 ? rational(1, 100) : undefined),
                    ends.min,
                    ends.max,
                  ),
                ]),
              onEnd: actions.commit,
              onCancel: actions.cancel,
            }}
            begin={actions.begin}
            change={put}
            commit={actions.commit}
            cancel={actions.cancel}
            onFocusChange={pointed.follow}
          />
        ) : (
          <p className="sheet-outside">{SHEET.outside}</p>
        )}
      </div>
    </Frame>
  );
}

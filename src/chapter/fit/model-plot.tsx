/**
 * One model over the data: a line over one input, shading over two, and the points are what it should be. Over more there is
 * no picture: each point is what it says of a row, over what is true.
 */
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type { Network } from '../../model/network.ts';
import { memoize } from '../../facts/memoize.ts';
import { toNumber } from '../../number/rational.ts';
import { nodeColour } from '../../state/colour.ts';
import { axisNumber } from '../../words/number.ts';
import { nodeNumber } from '../../words/names.ts';
import { bentLine, type BentLine, type Point } from './bent-line.ts';
import type { PlotFrame } from './plot-frame.ts';
import { SIZE, pathOf, percent, placeOf } from './plot-path.ts';
import { Shading } from './value-shading.tsx';
import { drawnRows, type FitData } from './fit-data.ts';
import { valueAt } from './signals.ts';

export interface ModelPlotProps {
  readonly data: FitData;
  readonly frame: PlotFrame;
  readonly name: string;
  readonly network: Network<number>;
  /** Drawn beside it, dashed: the best linear model. */
  readonly beside?: Network<number> | null;
  readonly kind: 'floor' | 'linear' | 'bent';
}

export function ModelPlot(props: ModelPlotProps) {
  const { data, frame, name } = props;
  return (
    <div className="fit-plot" data-inputs={data.inputs.length === 2 ? 2 : undefined} role="img" aria-label={name}>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none">
        {data.inputs.length === 1 ? (
          <Line {...props} />
        ) : data.inputs.length === 2 ? (
          <Shading {...props} />
        ) : (
          <Predictions {...props} />
        )}
      </svg>
      <Ticks frame={frame} />
    </div>
  );
}

function Line({ data, frame, network, beside, kind }: ModelPlotProps) {
  const { min, max } = frame.x;
  const own = bentLine(network, min, max);
  return (
    <>
      {own.creases.map(({ at, point }, i) => (
        <path
          key={i}
          className="fit-crease"
          style={{ '--colour': nodeColour(network, at) } as CSSProperties}
          d={pathOf(frame, [point, [point[0], frame.y.min]])}
        />
      ))}
      <Points data={data} frame={frame} />
      {beside && <path className="fit-beside" d={pathOf(frame, bentLine(beside, min, max).points)} />}
      <path className="fit-line" data-kind={kind} d={pathOf(frame, own.points)} />
      {own.creases.map(({ at, point }, i) => (
        <path
          key={i}
          className="fit-corner"
          style={{ '--colour': nodeColour(network, at) } as CSSProperties}
          d={`M${placeOf(frame, point).join(' ')}h0`}
        />
      ))}
    </>
  );
}

/** On the diagonal a prediction is right. */
function Predictions({ data, frame, network }: ModelPlotProps) {
  const ends: readonly Point[] = [frame.y.min, frame.y.max].map((y) => [y, y] as const);
  const d = drawnDoubles(data)
    .map((row) => placeOf(frame, [row.at(-1) as number, valueAt(network, row.slice(0, -1))]))
    .map(([x, y]) => `M${x} ${y}h0`)
    .join('');
  return (
    <>
      <path className="fit-beside" d={pathOf(frame, ends)} />
      <path className="fit-point" d={d} />
    </>
  );
}

const drawnDoubles = memoize((data: FitData) => drawnRows(data).map((row) => row.map(toNumber)));

/** Dots are ends of lines of no length: round, however the square is stretched. */
function Points({ data, frame }: Pick<ModelPlotProps, 'data' | 'frame'>) {
  const d = useMemo(
    () =>
      drawnDoubles(data)
        .map((row) => placeOf(frame, row as [number, number]))
        .map(([x, y]) => `M${x} ${y}h0`)
        .join(''),
    [data, frame],
  );
  return <path className="fit-point" d={d} />;
}

function Ticks({ frame: { x, y } }: { readonly frame: PlotFrame }): ReactNode {
  return (
    <>
      <div className="fit-ticks is-x">
        {x.ticks.map((tick) => (
          <span key={tick} style={{ left: percent((tick - x.min) / (x.max - x.min)) }}>
            {axisNumber(tick)}
          </span>
        ))}
      </div>
      <div className="fit-ticks is-y">
        {y.ticks.map((tick) => (
          <span key={tick} style={{ top: percent((y.max - tick) / (y.max - y.min)) }}>
            {axisNumber(tick)}
          </span>
        ))}
      </div>
    </>
  );
}

/** The numbers of the nodes whose creases are in view, from left to right. */
export function CreaseList({ network, line }: { readonly network: Network<number>; readonly line: BentLine }) {
  return line.creases.map(({ at, point }, i) => (
    <b
      key={i}
      className="fit-crease-at"
      style={{ '--colour': nodeColour(network, at) } as CSSProperties}
      title={nodeNumber(network, at)}
    >
      {axisNumber(Math.round(100 * point[0]) / 100)}
    </b>
  ));
}

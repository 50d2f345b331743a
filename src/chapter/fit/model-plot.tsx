/**
 * One model over the data: a line over one input, shading over two, and the points are what it should be. Over more there is
 * no picture: each point is what it says of a row, over what is true.
 */
import { memo, type CSSProperties } from 'react';
import type { Network } from '../../model/network.ts';
import { memoize } from '../../facts/memoize.ts';
import { toNumber } from '../../number/rational.ts';
import { nodeColour } from '../../state/colour.ts';
import { axisNumber } from '#words/number.ts';
import { nodeNumber } from '#words/names.ts';
import { bentLine, type BentLine, type Point } from './bent-line.ts';
import type { PlotFrame } from './plot-frame.ts';
import { SIZE, pathOf, percent, placeOf } from './plot-path.ts';
import { Picture, type Mark, type MovingMarks } from './mark-picture.tsx';
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
  readonly isMoving?: boolean;
  /** While it moves: the network that is shown now, and when it is another one. */
  readonly moving?:
    { readonly network: () => Network<number>; readonly subscribe: MovingMarks['subscribe'] } | undefined;
}

/** Of two inputs there is no line: their shading is drawn anew as elements. */
export const movesPastReact = ({ inputs }: FitData): boolean => inputs.length !== 2;

export function ModelPlot(props: ModelPlotProps) {
  const { data, frame, name, isMoving = false } = props;
  const inputs = data.inputs.length;
  const marksOf = inputs === 1 ? lineMarks : predictionMarks;
  const moving = props.moving && {
    subscribe: props.moving.subscribe,
    marks: () => marksOf({ ...props, network: props.moving?.network() ?? props.network }),
  };
  return (
    <div className="plot fit-plot" data-inputs={inputs === 2 ? 2 : undefined} role="img" aria-label={name}>
      {inputs === 2 ? (
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none">
          <Shading {...props} />
        </svg>
      ) : (
        <Picture marks={marksOf(props)} isMoving={isMoving} moving={moving} />
      )}
      <Ticks frame={frame} />
    </div>
  );
}

function lineMarks({ data, frame, network, beside, kind }: ModelPlotProps): Mark[] {
  const { min, max } = frame.x;
  const own = bentLine(network, min, max);
  const besideLine = beside ? bentLine(beside, min, max).points : null;
  const creases = own.creases.map(({ at, point }) => ({ colour: nodeColour(network, at), point }));
  return [
    ...creases.map(({ colour, point }) => ({
      className: 'guide',
      colour,
      d: pathOf(frame, [point, [point[0], frame.y.min]]),
    })),
    { className: 'fit-point', d: pointsPath(data, frame) },
    ...(besideLine ? [{ className: 'fit-beside', d: pathOf(frame, besideLine) }] : []),
    { className: 'fit-line', kind, d: pathOf(frame, own.points) },
    ...creases.map(({ colour, point }) => ({ className: 'fit-corner', colour, d: dot(placeOf(frame, point)) })),
  ];
}

/** On the diagonal a prediction is right. */
function predictionMarks({ data, frame, network }: ModelPlotProps): Mark[] {
  const ends: readonly Point[] = [frame.y.min, frame.y.max].map((y) => [y, y] as const);
  const dots = drawnDoubles(data).map((row) =>
    dot(placeOf(frame, [row.at(-1) as number, valueAt(network, row.slice(0, -1))])),
  );
  return [
    { className: 'fit-beside', d: pathOf(frame, ends) },
    { className: 'fit-point', d: dots.join('') },
  ];
}

const drawnDoubles = memoize((data: FitData) => drawnRows(data).map((row) => row.map(toNumber)));

/** A line of hardly any length has round ends: a dot, however the square is stretched. */
const dot = ([x, y]: Point): string => `M${x} ${y}h.01`;

const pointsPath = (data: FitData, frame: PlotFrame): string => pointsOf(data)(frame);
const pointsOf = memoize((data: FitData) =>
  memoize((frame: PlotFrame) =>
    drawnDoubles(data)
      .map((row) => dot(placeOf(frame, row as [number, number])))
      .join(''),
  ),
);

/** They stand while the line between them moves. */
const Ticks = memo(function Ticks({ frame: { x, y } }: { readonly frame: PlotFrame }) {
  return (
    <svg className="plot-numbers is-outside" aria-hidden="true">
      {x.ticks.map((tick) => (
        <text key={`x${tick}`} className="is-x" x={percent((tick - x.min) / (x.max - x.min))} y="100%">
          {axisNumber(tick)}
        </text>
      ))}
      {y.ticks.map((tick) => (
        <text key={`y${tick}`} className="is-y" x="0" y={percent((y.max - tick) / (y.max - y.min))}>
          {axisNumber(tick)}
        </text>
      ))}
    </svg>
  );
});

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

/** A model of two inputs: the higher, the darker. Each straight piece has one gradient, so the shades are exact. */
import { Fragment, useId, type CSSProperties } from 'react';
import type { Network } from '../../model/network.ts';
import { toNumber, type Rational } from '../../number/rational.ts';
import { toThousandth } from '../../number/thousandth.ts';
import { nodeColour } from '../../state/colour.ts';
import type { Point } from './bent-line.ts';
import { facetsOf, heightAt, type Facet } from './facets.ts';
import type { PlotFrame } from './plot-frame.ts';
import { SIZE, pathOf, placeOf } from './plot-path.ts';
import { drawnRows, type FitData } from './fit-data.ts';
import { valueAt } from './signals.ts';

/** More pieces than these are drawn as squares. */
const MOST_FACETS = 240;
const SQUARES = 24;
/** Opacities of the lowest and of the highest output. */
const SHADE = { low: 0.05, high: 0.72 };

export interface ShadingProps {
  readonly data: FitData;
  readonly frame: PlotFrame;
  readonly network: Network<number>;
}

export function Shading({ data, frame, network }: ShadingProps) {
  const own = rectangleFacets(network, frame);
  return (
    <>
      {own ? <Pieces facets={own.facets} frame={frame} /> : <Squares network={network} frame={frame} />}
      {own?.creases.map(({ at, from, to }, i) => (
        <path
          key={i}
          className="curve"
          style={{ '--colour': nodeColour(network, at) } as CSSProperties}
          d={pathOf(frame, [from, to])}
        />
      ))}
      {drawnRows(data).map(([p, q, y], i) => {
        const [x, top] = placeOf(frame, [toNumber(p as Rational), toNumber(q as Rational)]);
        const d = `M${x} ${top}h0`;
        return (
          <Fragment key={i}>
            <path className="fit-point" d={d} />
            <path className="fit-point is-inside" d={d} />
            <path className="fit-point is-shade" d={d} strokeOpacity={shadeOf(frame, toNumber(y as Rational))} />
          </Fragment>
        );
      })}
    </>
  );
}

/** Null: too many, or none. */
export function rectangleFacets(network: Network<number>, { x, y }: PlotFrame) {
  return facetsOf(network, { x: [x.min, x.max], y: [y.min, y.max] }, MOST_FACETS);
}

function shareOf({ value: { min, max } }: PlotFrame, y: number): number {
  return max === min ? 0.5 : (y - min) / (max - min);
}

function shadeOf(frame: PlotFrame, y: number): number {
  const share = Math.max(0, Math.min(1, shareOf(frame, y)));
  return toThousandth(SHADE.low + share * (SHADE.high - SHADE.low));
}

function Pieces({ facets, frame }: { readonly facets: readonly Facet[]; readonly frame: PlotFrame }) {
  const id = useId();
  return facets.map((facet, i) => {
    const ends = gradientEnds(facet, frame);
    return (
      <Fragment key={i}>
        {ends && (
          <linearGradient
            id={`${id}${i}`}
            gradientUnits="userSpaceOnUse"
            x1={ends.from[0]}
            y1={ends.from[1]}
            x2={ends.to[0]}
            y2={ends.to[1]}
          >
            <stop className="fit-stop" offset="0" stopOpacity={SHADE.low} />
            <stop className="fit-stop" offset="1" stopOpacity={SHADE.high} />
          </linearGradient>
        )}
        <path
          className="fit-facet"
          d={`${pathOf(frame, facet.corners)}Z`}
          fill={ends ? `url(#${id}${i})` : undefined}
          fillOpacity={ends ? undefined : shadeOf(frame, heightAt(facet.form, facet.corners[0] as Point))}
        />
      </Fragment>
    );
  });
}

/** Where a straight piece has the lowest and the highest output of the data, along its steepest way; null: it is flat. */
function gradientEnds({ corners, form }: Facet, frame: PlotFrame) {
  const { x, y, value } = frame;
  // Slopes in the units of the square.
  const [p, q] = [form[0] * (x.max - x.min), -form[1] * (y.max - y.min)];
  const size = p * p + q * q;
  const range = value.max - value.min || 1;
  if (size < (1e-4 * range) ** 2) return null;
  const corner = corners[0] as Point;
  const [cx, cy] = placeOf(frame, corner);
  const height = heightAt(form, corner);
  const at = (target: number): [number, number] => {
    const way = (target - height) / size;
    return [toThousandth(cx + SIZE * p * way), toThousandth(cy + SIZE * q * way)];
  };
  return { from: at(value.min), to: at(value.min + range) };
}

function Squares({ network, frame }: { readonly network: Network<number>; readonly frame: PlotFrame }) {
  const { x, y } = frame;
  const [width, height] = [(x.max - x.min) / SQUARES, (y.max - y.min) / SQUARES];
  return Array.from({ length: SQUARES * SQUARES }, (_, i) => {
    const [left, low] = [x.min + (i % SQUARES) * width, y.min + Math.floor(i / SQUARES) * height];
    const value = valueAt(network, [left + width / 2, low + height / 2]);
    const [px, py] = placeOf(frame, [left, low + height]);
    const side = SIZE / SQUARES;
    return (
      <rect
        key={i}
        className="fit-facet"
        x={px}
        y={py}
        width={side}
        height={side}
        fillOpacity={shadeOf(frame, value)}
      />
    );
  });
}

/** The curve as it is drawn: axes with their numbers, stretches, kinks, and the point on it. */
import { ticks } from 'd3-array';
import type { ScaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { nodeColour } from '../state/colour.ts';
import { axisNumber } from '#words/number.ts';
import { SHEET } from '#words/sheet-words.ts';
import type { Curve } from './curve.ts';
import { SvgInput } from './input-label.tsx';
import { HEIGHT_STEPS } from './nice.ts';
import type { Size } from '../controls/use-size.ts';
import { tenth } from './scene.ts';
import { onIn } from './tint.ts';

/** From model units to px. */
export interface CurveScales {
  readonly along: ScaleLinear<number, number>;
  readonly up: ScaleLinear<number, number>;
}

export interface CurvePictureProps extends CurveScales {
  readonly network: Network<Rational>;
  readonly curve: Curve;
  readonly isLit: (pattern: string) => boolean;
  /** Where the point is, px; null where it is outside. */
  readonly spot: readonly [number, number] | null;
  readonly size: Size;
  /** Null: the size is what it is prerendered for, and the view box scales it. */
  readonly measured: Size | null;
  readonly summary: string;
}

export function CurvePicture({ network, curve, isLit, spot, along, up, size, measured, summary }: CurvePictureProps) {
  const px = (value: number) => tenth(along(value));
  const py = (value: number) => tenth(up(value));
  const stretchPath = line<readonly [number, number]>(
    ([u]) => along(u),
    ([, v]) => up(v),
  ).digits(1);
  const colourOf = (pattern: string) => {
    const on = onIn(network, pattern);
    const [first] = on;
    if (first && on.length === 1) return nodeColour(network, first);
    return first || !isPiecewiseLinearNetwork(network) ? 'var(--ink)' : 'var(--off)';
  };
  return (
    <div className="sheet-picture" data-scaled={!measured || undefined} role="img" aria-label={summary}>
      <svg className="sheet-layer" viewBox={`0 0 ${size.width} ${size.height}`} {...measured} aria-hidden="true">
        <CurveAxes along={along} up={up} name={network.inputs[0] ?? ''} />
        {curve.stretches.map(({ pattern, points }, k) => (
          <path
            key={k}
            className={isLit(pattern) ? 'curve-line is-lit' : 'curve-line'}
            style={{ stroke: colourOf(pattern) }}
            d={stretchPath(points) ?? ''}
          />
        ))}
        {curve.kinks.map((kink) => (
          <circle key={kink.x} className="curve-kink" cx={px(kink.x)} cy={py(kink.y)} r={4} />
        ))}
        {spot && (
          <>
            <line className="sheet-drop" x1={spot[0]} y1={spot[1]} x2={spot[0]} y2={up.range()[0]} />
            <circle className="sheet-point" cx={spot[0]} cy={spot[1]} r={5.5} />
          </>
        )}
      </svg>
    </div>
  );
}

function CurveAxes({ along, up, name }: CurveScales & { readonly name: string }) {
  const px = (value: number) => tenth(along(value));
  const py = (value: number) => tenth(up(value));
  const [left, right] = along.range() as [number, number];
  const [bottom, top] = up.range() as [number, number];
  return (
    <g className="curve-axes">
      {ticks(...(along.domain() as [number, number]), 4).map((tick) => (
        <g key={tick}>
          <line data-zero={tick === 0 || undefined} x1={px(tick)} y1={top} x2={px(tick)} y2={bottom} />
          <text className="sheet-number" x={px(tick)} y={bottom + 16} textAnchor="middle">
            {axisNumber(tick)}
          </text>
        </g>
      ))}
      {ticks(...(up.domain() as [number, number]), HEIGHT_STEPS).map((tick) => (
        <g key={tick}>
          <line data-zero={tick === 0 || undefined} x1={left} y1={py(tick)} x2={right} y2={py(tick)} />
          <text className="sheet-number" x={left - 8} y={py(tick)} dy="0.35em" textAnchor="end">
            {axisNumber(tick)}
          </text>
        </g>
      ))}
      <text className="sheet-axis-name" x={(left + right) / 2} y={bottom + 34}>
        <SvgInput name={name} />
      </text>
      <text className="sheet-axis-name sheet-symbol" x={left - 22} y={top - 8}>
        {SHEET.output}
      </text>
    </g>
  );
}

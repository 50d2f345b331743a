/** An activation function's little graph: axes, the curve, and, where a z is given, the current point on it. */
import { memo, useCallback, type ReactNode } from 'react';
import { mapActivation, type Activation } from '../activation/activation.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import { useWritten, type Live } from '../live/live.ts';
import { WINDOW, curvePath, pointOnCurve } from './activation-curve.ts';
import './activation-graph.css';

export interface ActivationGraphProps {
  readonly activation: Activation<Rational>;
  /** The pre-activation whose point is marked, or the marked point itself (`GraphPoint`). */
  readonly z?: number;
  readonly children?: ReactNode;
  /** px; both left out: the style sheet sizes it. */
  readonly width?: number;
  readonly height?: number;
  readonly className?: string;
}

const VIEW_BOX = `${-WINDOW.z} ${-WINDOW.a} ${2 * WINDOW.z} ${2 * WINDOW.a}`;

/** A picture only: whoever shows it says in words which function it is. Drawn in the text's colour. */
export function ActivationGraph({ activation, z, children, width, height, className = '' }: ActivationGraphProps) {
  return (
    <svg
      className={`activation-graph ${className}`}
      viewBox={VIEW_BOX}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <Curve activation={activation} />
      {z !== undefined && <circle className="graph-point" {...pointPlace(activation, z)} />}
      {children}
    </svg>
  );
}

/** The point at a pre-activation that changes often: a drag moves it and draws nothing again. */
export function GraphPoint({ activation, z }: { readonly activation: Activation<Rational>; readonly z: Live<number> }) {
  const write = useCallback(
    (point: SVGCircleElement, now: number) => {
      const { cx, cy } = pointPlace(activation, now);
      point.setAttribute('cx', cx);
      point.setAttribute('cy', cy);
    },
    [activation],
  );
  const [now, ref] = useWritten(z, write);
  return <circle ref={ref} className="graph-point" {...pointPlace(activation, now)} />;
}

/** Its centre, and no transform: one that changes makes the browser put the whole page's layers together anew. */
function pointPlace(activation: Activation<Rational>, z: number) {
  const { x, y } = pointOnCurve(mapActivation(activation, toNumber), z);
  return { cx: String(x), cy: String(y) };
}

/** Apart from the point: a drag moves the point and leaves this alone. */
const Curve = memo(function Curve({ activation }: { readonly activation: Activation<Rational> }) {
  return (
    <>
      <path className="graph-axes" d={`M${-WINDOW.z} 0H${WINDOW.z}M0 ${-WINDOW.a}V${WINDOW.a}`} />
      <path className="graph-curve" d={curvePath(mapActivation(activation, toNumber))} />
    </>
  );
});

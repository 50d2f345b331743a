/**
 * All activation functions on one pair of axes. The curve that is looked at stands out, and the point on it can be moved:
 * with the pointer anywhere on the axes, or with the keys.
 */
import { ticks } from 'd3-array';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { ACTIVATION_KINDS, mapActivation, type ActivationKind } from '../activation/activation.ts';
import { negate, rational, toNumber, type Rational } from '../number/rational.ts';
import { toThousandth } from '../number/thousandth.ts';
import { defaultActivation } from '../state/default-activation.ts';
import { useDrag, type Press } from '../controls/drag.ts';
import { slideByKey, snap, within } from '../controls/number-step.ts';
import { saidNumber } from '../controls/said-number.ts';
import { useTakeBack } from '../controls/use-take-back.ts';
import { ACTIVATION_WORDS } from '#words/activation-words.ts';
import { ACTIVATION_FUNCTIONS } from '#words/chapter/activation-functions-words.ts';
import { numberText } from '#words/number.ts';
import { curveIn, pointIn, windowFor, type GraphWindow } from './graph-window.ts';
import { percentScale } from './percent-scale.ts';

export interface AxesProps {
  readonly z: Rational;
  readonly onZ: (z: Rational) => void;
  readonly looked: ActivationKind;
}

/** Always drawn a little stronger than the rest: the two that this page is about. */
const MAIN: readonly ActivationKind[] = ['linear', 'relu'];

export function Axes({ z, onZ, looked }: AxesProps) {
  const box = useRef<HTMLDivElement>(null);
  const said = saidNumber(z);
  const { view, bound, onPointerDown } = useDraggedPoint(z, onZ, box);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = slideByKey(z, event, negate(bound), bound);
    if (!next) return;
    onZ(next);
    event.preventDefault();
  };
  const place = (kind: ActivationKind) => {
    const [x, y] = pointIn(view, mapActivation(defaultActivation(kind), toNumber), toNumber(z));
    return { left: `${toThousandth(50 + 50 * x)}%`, top: `${toThousandth(50 + 50 * y)}%` };
  };
  // The one that is looked at lies on top.
  const order = [...ACTIVATION_KINDS.filter((kind) => kind !== looked), looked];
  return (
    <div ref={box} className="plate plot axes" onPointerDown={onPointerDown}>
      <Curves view={view} order={order} z={toNumber(z)} />
      <Numbers view={view} />
      {order.slice(0, -1).map((kind) => (
        <span className="plot-dot axes-dot" key={kind} style={place(kind)} aria-hidden="true" />
      ))}
      <span
        className="plot-dot"
        style={place(looked)}
        role="slider"
        tabIndex={0}
        aria-label={ACTIVATION_FUNCTIONS.point(ACTIVATION_WORDS[looked].name)}
        aria-valuemin={-view.z}
        aria-valuemax={view.z}
        aria-valuenow={said.now}
        aria-valuetext={said.text}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** The window that holds the point, how far the point can go, and the drag that begins with a press anywhere in `box`. */
function useDraggedPoint(z: Rational, onZ: (z: Rational) => void, box: RefObject<HTMLElement | null>) {
  const [kept, setKept] = useState<GraphWindow | null>(null);
  const [dragging, setDragging] = useState(false);
  const fitting = windowFor('linear', toNumber(z), kept);
  // While the point is dragged the axes stand still.
  const view = dragging && kept ? kept : fitting;
  if (view !== kept) setKept(view);
  const bound = rational(BigInt(Math.round(view.z * 1000)), 1000n);
  const follow = ({ clientX }: Press) => {
    const area = box.current?.getBoundingClientRect();
    if (!area || area.width === 0) return;
    const share = (100 * (clientX - area.left)) / area.width;
    onZ(within(snap(scaleAcross(view).invert(share)), negate(bound), bound));
  };
  const gesture = useTakeBack(z, onZ);
  const onPointerDown = useDrag(
    {
      onStart: (press) => {
        gesture.begin();
        setDragging(true);
        follow(press);
      },
      onMove: ({ event }) => follow(event),
      onEnd: () => setDragging(false),
      onCancel: () => {
        setDragging(false);
        gesture.cancel();
      },
    },
    { begins: 'press' },
  );
  return { view, bound, onPointerDown };
}

interface CurvesProps {
  readonly view: GraphWindow;
  /** From the lowest to the one that is looked at. */
  readonly order: readonly ActivationKind[];
  readonly z: number;
}

function Curves({ view, order, z }: CurvesProps) {
  return (
    <svg viewBox="-1 -1 2 2" preserveAspectRatio="none" aria-hidden="true">
      <path className="axis" d="M-1 0H1M0 -1V1" />
      {order.map((kind) => (
        <path
          key={kind}
          className={kind === order.at(-1) ? 'curve' : 'axes-curve'}
          data-main={MAIN.includes(kind) || undefined}
          d={curveIn(view, mapActivation(defaultActivation(kind), toNumber))}
        />
      ))}
      <path className="guide" d={`M${pointIn(view, { kind: 'linear' }, z)[0]} -1V1`} />
    </svg>
  );
}

/** Along both axes, and the axes' names. */
function Numbers({ view }: { readonly view: GraphWindow }) {
  const [across, down] = [scaleAcross(view), percentScale([-view.a, view.a], [100, 0])];
  return (
    <svg className="plot-numbers" aria-hidden="true">
      {ticksOf(view.z).map((tick) => (
        <text className="is-x" key={`z${tick}`} x={`${across(tick)}%`} y="50%">
          {text(tick)}
        </text>
      ))}
      {ticksOf(view.a).map((tick) => (
        <text className="is-y" key={`a${tick}`} x="50%" y={`${down(tick)}%`}>
          {text(tick)}
        </text>
      ))}
      <text className="plot-name is-x" x="100%" y="50%">
        {ACTIVATION_FUNCTIONS.axes.z}
      </text>
      <text className="plot-name is-y" x="50%" y="0">
        {ACTIVATION_FUNCTIONS.axes.a}
      </text>
    </svg>
  );
}

/** From z to per cent of the box. */
const scaleAcross = ({ z }: GraphWindow) => percentScale([-z, z]);

/** Round numbers along an axis, without 0 and without its ends. */
function ticksOf(bound: number): number[] {
  return ticks(-bound, bound, 6).filter((tick) => tick !== 0 && Math.abs(tick) < bound);
}

function text(tick: number): string {
  return numberText(snap(tick));
}

/** What moves between two steps, drawn: each frame is written past React, from how much of the way has been gone. */
import { curveLinear } from 'd3-shape';
import { easeCubicIn } from 'd3-ease';
import { useMemo, type CSSProperties } from 'react';
import { derivationOf } from '../facts/derivation-of.ts';
import { fact } from '../live/knowledge.ts';
import { useCrease, useLive, useWritten, type Live } from '../live/live.ts';
import { selectNetwork, selectStep, selectWay } from '../live/select.ts';
import { useShape } from '../live/use-shape.ts';
import { nodeColour } from '../state/colour.ts';
import { shortNumberText } from '#words/number.ts';
import { foldBetween, type Flight, type Flow, type Fold } from './fold.ts';
import type { Size } from './diagram-box.ts';
import type { Layout } from './layout.ts';
import { pathData } from './path-data.ts';
import { pictureAt } from './picture.ts';
import { placeAt } from './place.ts';
import './fold.css';

export interface FoldProps {
  readonly layout: Layout;
}

/** The pictures at both ends of the way. */
const selectEnds = fact((known) => {
  const network = selectNetwork(known);
  const step = selectStep(known);
  const at = (shown: number) => pictureAt(network, derivationOf(network), shown);
  return { network, before: at(step - 1), after: at(step) };
});

function useFold({ layout }: FoldProps): Fold {
  const { network, before, after } = useCrease(selectEnds);
  return useMemo(() => foldBetween(network, layout, before, after), [network, layout, before, after]);
}

/** Inside the drawing of the edges. */
export function FoldLines(props: FoldProps) {
  const { flows } = useFold(props);
  const way = useLive(selectWay);
  return flows.map((flow) => <FlowLine key={flow.id} flow={flow} way={way} />);
}

/** Over it. */
export function FoldNumbers(props: FoldProps) {
  const { flights } = useFold(props);
  const way = useLive(selectWay);
  return flights.map((flight) => <FlyingNumber key={flight.id} flight={flight} way={way} size={props.layout.size} />);
}

function FlowLine({ flow, way }: { readonly flow: Flow; readonly way: Live<number> }) {
  const shape = useShape();
  const write = useMemo(() => {
    const colour = nodeColour(shape, flow.via);
    return (line: SVGPathElement, t: number) => {
      const numbers = flow.at(t);
      const points = Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => [
        numbers[2 * i] as number,
        numbers[2 * i + 1] as number,
      ]);
      line.setAttribute('d', pathData(curveLinear, points));
      // What has been combined is ink.
      line.style.stroke = `color-mix(in oklab, var(--ink) ${Math.round(100 * easeCubicIn(t))}%, ${colour})`;
    };
  }, [flow, shape]);
  const [, ref] = useWritten(way, write);
  return <path ref={ref} className="edge-line" strokeWidth={flow.width} />;
}

interface FlyingNumberProps {
  readonly flight: Flight;
  readonly way: Live<number>;
  readonly size: Size;
}

/** Characters of a number that flies. */
const CHARACTERS = 6;

function FlyingNumber({ flight, way, size }: FlyingNumberProps) {
  const shape = useShape();
  const write = useMemo(
    () => (element: HTMLElement, t: number) => {
      element.style.translate = String(placeAt(flight.at(t), size).translate);
      element.style.opacity = flight.fades ? String(1 - easeCubicIn(t)) : '';
    },
    [flight, size],
  );
  const [, ref] = useWritten(way, write);
  return (
    <span
      ref={ref}
      className="badge fold-number"
      aria-hidden="true"
      style={{ '--colour': nodeColour(shape, flight.via) } as CSSProperties}
    >
      {shortNumberText(flight.value, CHARACTERS)}
    </span>
  );
}

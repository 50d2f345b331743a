/** What stands in a node: its sum, and the graph of its activation with the current point on it. */
import { useCallback } from 'react';
import { isLinear } from '../algebra/derivation.ts';
import { fitStyle, fits, writeFit } from '../controls/fit-text.ts';
import { useNow, useWritten, writeText, type Live } from '../live/live.ts';
import { DIAGRAM } from '#words/diagram.ts';
import { ActivationGraph, GraphPoint } from './activation-graph.tsx';
import type { Rooms, ShownValues } from './node-values.ts';

interface LiveNumberProps {
  readonly text: Live<string>;
  /** px. */
  readonly room: number;
  /** The room that it has if the graph makes way for it, px. */
  readonly alone?: number;
  readonly className?: string;
}

/** A number in the figure: a long one is written smaller, one that is still too long in the place of the graph. */
export function LiveNumber({ text, room, alone = room, className }: LiveNumberProps) {
  const write = useCallback(
    (element: HTMLElement, now: string) => {
      writeText(element, now);
      writeFit(element, now, fits(now, room) ? room : alone);
      element.toggleAttribute('data-alone', alone > room && !fits(now, room));
    },
    [room, alone],
  );
  const [now, ref] = useWritten(text, write);
  const isAlone = alone > room && !fits(now, room);
  return (
    <span
      ref={ref}
      className={className}
      style={fitStyle(now, isAlone ? alone : room)}
      data-alone={isAlone ? '' : undefined}
    >
      {now}
    </span>
  );
}

/** The style sheet writes it below the sum. */
export function StackedOutput({
  a,
  off,
  room,
}: {
  readonly a: Live<string>;
  readonly off: boolean;
  readonly room: number;
}) {
  const text = useNow(a);
  const output = off ? `${text} ${DIAGRAM.off}` : text;
  return <span className="node-stacked-output" data-text={output} style={fitStyle(output, room)} />;
}

interface OutputFaceProps extends Pick<ShownValues, 'a' | 'z' | 'zNumber'> {
  readonly activation: Parameters<typeof isLinear>[0];
  readonly rooms: Rooms;
}

/** A linear output is its sum; another shows what comes in, the graph, and what goes out. */
export function OutputFace({ a, z, zNumber, activation, rooms }: OutputFaceProps) {
  if (isLinear(activation)) return <LiveNumber className="output-value" text={a} room={rooms.a} />;
  return (
    <span className="output-bent">
      <SumBefore z={z} room={rooms.z} />
      <ActivationGraph activation={activation}>
        <GraphPoint activation={activation} z={zNumber} />
      </ActivationGraph>
      <LiveNumber className="output-value" text={a} room={rooms.a} />
    </span>
  );
}

/** What comes in, written by the style sheet: the output's own number is the text. */
function SumBefore({ z, room }: { readonly z: Live<string>; readonly room: number }) {
  const write = useCallback(
    (element: HTMLElement, now: string) => {
      element.dataset['text'] = now;
      writeFit(element, now, room);
    },
    [room],
  );
  const [now, ref] = useWritten(z, write);
  return <small ref={ref} data-text={now} style={fitStyle(now, room)} />;
}

/** A padlock: the terms inside stay inside. */
export function Held() {
  return (
    <svg className="node-held" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="8" />
      <path d="M5 7.4h6v4.4H5zM6.2 7.2V5.9a1.8 1.8 0 0 1 3.6 0v1.3" />
    </svg>
  );
}

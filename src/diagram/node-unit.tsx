/**
 * A hidden node or the output: a button that shows the sum z and the activation's graph with the current point on it, its
 * name, its output, and its menu. Its numbers are written past React (`live.ts`).
 */
import { memo, useCallback, useId, useMemo, useRef } from 'react';
import { isOutputLayer, sameNode, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { isLinear } from '../algebra/derivation.ts';
import { keyOfNode } from '../state/highlight.ts';
import { useLive, useNow, useWritten, writeText, type Live, useCrease } from '../live/live.ts';
import { selectSelected, isOffAt, selectValues } from '../live/select.ts';
import { useActions } from '../live/use-store.ts';
import { useRover } from '../controls/rover.tsx';
import { DIAGRAM, nodeButtonName } from '../words/diagram.ts';
import { capital, nodeName, nodeNumber } from '../words/names.ts';
import { fitStyle, fits, fittingText, writeFit } from '../controls/fit-text.ts';
import { ActivationGraph, GraphPoint } from './activation-graph.tsx';
import { useBrush } from './brush.ts';
import type { Rect } from './chip-placement.ts';
import {
  NAMED_WIDTH,
  OUTPUT_LABEL,
  OUTPUT_LETTER,
  nameBox,
  outputLabelBox,
  type Density,
  type Size,
} from './layout.ts';
import { NodePanel } from './lazy-panels.ts';
import { OutputSymbol } from './math-name.tsx';
import { Panel } from './panel.tsx';
import { selectPicture } from './picture.ts';
import { placeAt } from './place.ts';
import { keysOfNode, isTouched } from './unit-keys.ts';
import { valueNumber, type NodeValue, type Value } from '../algebra/shown-values.ts';
import { valueText } from '../words/value.ts';
import type { Knowledge } from '../live/knowledge.ts';

export interface NodeUnitProps {
  readonly network: Network<Rational>;
  readonly layer: number;
  readonly node: number;
  readonly rect: Rect;
  readonly size: Size;
  readonly density: Density;
  readonly stacked: boolean;
  /** A chip lies where the output would be written. */
  readonly covered: boolean;
  /** Whether it shows that it is the selected one: only where chips depend on it. */
  readonly selectable: boolean;
  readonly point: (at: NodeAt | null) => void;
}

/** The most characters of a number in the picture. */
const CHARACTERS = 7;

/** Narrower than this a dense capsule has no room for its number, px. */
const LABELLED_WIDTH = 90;

function isLabelled(width: number): boolean {
  return width >= LABELLED_WIDTH;
}

interface Rooms {
  readonly z: number;
  /** Of the sum where it takes the place of the graph too. */
  readonly alone: number;
  readonly a: number;
}

/** How wide the numbers of a node can be, px: what its circle or capsule leaves beside the graph (diagram.css). */
function roomsOf({ width }: Rect, look: 'output' | 'bentOutput' | 'stacked' | Density): Rooms {
  switch (look) {
    case 'output':
      return { z: width - 8, alone: width - 8, a: width - 8 };
    case 'bentOutput':
      // Above and below the graph, where the circle is narrower.
      return { z: 0.63 * width, alone: 0.63 * width, a: 0.63 * width };
    case 'stacked':
      return { z: width - 6, alone: width - 6, a: width - 6 };
    case 'dense':
      return {
        z: width - (isLabelled(width) ? 62 : 36),
        alone: width - (isLabelled(width) ? 36 : 12),
        a: OUTPUT_LABEL.width,
      };
    case 'compact':
    case 'roomy':
      return { z: 0.56 * width - 8, alone: width - 16, a: OUTPUT_LABEL.width - OUTPUT_LETTER };
  }
}

export const NodeUnit = memo(function NodeUnit(props: NodeUnitProps) {
  const { network, layer, node, rect, size, density, stacked, covered, selectable, point } = props;
  const at = useMemo((): NodeAt => ({ layer, node }), [layer, node]);
  const isOutput = isOutputLayer(network, layer);
  const keys = useMemo(() => keysOfNode(network, at), [network, at]);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const brush = useBrush(keys);
  const actions = useActions();
  const activation = useCrease((known) => known.activation(at), [at]);
  const off = useCrease((known) => isOffAt(known, at), [at]);
  const held = useCrease((known) => selectPicture(known).held.has(keyOfNode(at)), [at]);
  const gone = useCrease((known) => selectPicture(known).gone.has(keyOfNode(at)), [at]);
  const onKeyDown = useRover(button, gone);
  const front = useCrease((known) => selectPicture(known).round?.layer === layer, [layer]);
  const aside = useCrease((known) => isAside(selectPicture(known).round, layer), [layer]);
  const lit = useCrease((known) => isTouched(known.highlight, keys), [keys]);
  const selected = useCrease((known) => selectable && sameNode(selectSelected(known), at), [selectable, at]);

  const look = isOutput ? (isLinear(activation) ? 'output' : 'bentOutput') : stacked ? 'stacked' : density;
  const rooms = useMemo(() => roomsOf(rect, look), [rect, look]);
  const { z, a, zNumber, name } = useValues(at, { rooms, held, network });
  const [nowNamed, nameRef] = useWritten(name, writeName);
  const buttonRef = useCallback(
    (element: HTMLButtonElement) => {
      button.current = element;
      return nameRef(element);
    },
    [nameRef],
  );
  return (
    <span
      className="unit"
      data-lit={lit || undefined}
      data-off={off || undefined}
      data-held={held || undefined}
      data-gone={gone || undefined}
      data-front={front || undefined}
      data-aside={aside || undefined}
      data-selected={selected || undefined}
    >
      <button
        ref={buttonRef}
        type="button"
        className={isOutput ? 'output-node' : 'node'}
        style={{ ...placeAt(rect, size), width: rect.width, height: rect.height }}
        aria-label={nowNamed}
        aria-haspopup="dialog"
        aria-expanded={false}
        popoverTarget={id}
        {...brush}
        onPointerEnter={() => {
          brush.onPointerEnter();
          point(at);
        }}
        onPointerLeave={(event) => {
          brush.onPointerLeave(event);
          point(null);
        }}
        onFocus={() => {
          brush.onFocus();
          actions.select(at);
        }}
        onKeyDown={onKeyDown}
      >
        {isOutput ? (
          <OutputFace a={a} z={z} zNumber={zNumber} activation={activation} rooms={rooms} />
        ) : (
          <>
            {density === 'dense' && !stacked && isLabelled(rect.width) && (
              <small className="node-inside" data-text={nodeNumber(network, at)} />
            )}
            <LiveNumber className="node-sum" text={z} room={rooms.z} alone={rooms.alone} />
            <ActivationGraph activation={activation}>
              <GraphPoint activation={activation} z={zNumber} />
            </ActivationGraph>
            {stacked && <StackedOutput a={a} off={off} room={rooms.a} />}
          </>
        )}
        {held && <Held />}
      </button>
      {isOutput ? (
        <span
          className="output-symbol"
          aria-hidden="true"
          style={placeAt({ x: rect.x, y: rect.y - rect.height / 2 - 15 }, size)}
        >
          <OutputSymbol />
        </span>
      ) : (
        <>
          {!stacked && !covered && (
            <span
              className="node-output"
              aria-hidden="true"
              style={{ ...placeAt(outputLabelBox(rect), size, rect.x), width: OUTPUT_LABEL.width }}
            >
              <LiveNumber text={a} room={rooms.a} />
              {off && density === 'dense' ? ` ${DIAGRAM.off}` : ''}
            </span>
          )}
          {density !== 'dense' && (
            <span className="node-label" aria-hidden="true" style={placeAt(nameBox(rect, density), size)}>
              {stacked || (rect.width < NAMED_WIDTH && network.layers.length > 2)
                ? nodeNumber(network, at)
                : nodeName(network, at)}
              {held
                ? ` · ${network.layers.length > 2 ? DIAGRAM.heldShort : DIAGRAM.held}`
                : off
                  ? ` · ${DIAGRAM.off}`
                  : ''}
            </span>
          )}
        </>
      )}
      <Panel id={id} name={capital(nodeName(network, at))} anchor={button} width={332}>
        {() => <NodePanel network={network} at={at} close={() => document.getElementById(id)?.hidePopover()} />}
      </Panel>
    </span>
  );
});

interface ShownValues {
  /** The pre-activation, and the output, as texts. */
  readonly z: Live<string>;
  readonly a: Live<string>;
  readonly zNumber: Live<number>;
  /** What the node's button is called. */
  readonly name: Live<string>;
}

interface ValueOptions {
  readonly rooms: Rooms;
  readonly held: boolean;
  readonly network: Network<Rational>;
}

function useValues(at: NodeAt, { rooms, held, network }: ValueOptions): ShownValues {
  const select = useMemo(() => {
    const fitting = (shown: Value, room: number, more = room) => {
      const write = (maxLength: number) => valueText(shown, maxLength);
      const text = fittingText(write, room, CHARACTERS);
      return fits(text, room) ? text : fittingText(write, more, CHARACTERS);
    };
    const ofNode =
      <T,>(read: (value: NodeValue, off: boolean) => T) =>
      (known: Knowledge) => {
        const value = selectValues(known)[at.layer]?.[at.node];
        return value && read(value, isOffAt(known, at));
      };
    return {
      z: ofNode(({ z }) => fitting(z, rooms.z, rooms.alone)),
      a: ofNode(({ a }) => fitting(a, rooms.a)),
      zNumber: ofNode(({ z }) => valueNumber(z)),
      name: ofNode(({ z, a }, off) => {
        const spoken = { z: valueText(z, CHARACTERS), a: valueText(a, CHARACTERS) };
        return nodeButtonName(network, at, { ...spoken, off, held });
      }),
    };
  }, [at, rooms, held, network]);
  return {
    z: useLive(select.z),
    a: useLive(select.a),
    zNumber: useLive(select.zNumber),
    name: useLive(select.name),
  };
}

interface LiveNumberProps {
  readonly text: Live<string>;
  /** px. */
  readonly room: number;
  /** Where that is too little, all that the graph takes, too. */
  readonly alone?: number;
  readonly className?: string;
}

/** A number in the figure: a long one is written smaller, one that is still too long in the place of the graph. */
function LiveNumber({ text, room, alone = room, className }: LiveNumberProps) {
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
function StackedOutput({ a, off, room }: { readonly a: Live<string>; readonly off: boolean; readonly room: number }) {
  const text = useNow(a);
  const output = off ? `${text} ${DIAGRAM.off}` : text;
  return <span className="node-stacked-output" data-text={output} style={fitStyle(output, room)} />;
}

interface OutputFaceProps extends Pick<ShownValues, 'a' | 'z' | 'zNumber'> {
  readonly activation: Parameters<typeof isLinear>[0];
  readonly rooms: Rooms;
}

/** A linear output is its sum; another shows what comes in, the graph, and what goes out. */
function OutputFace({ a, z, zNumber, activation, rooms }: OutputFaceProps) {
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

function writeName(element: Element, name: string): void {
  element.setAttribute('aria-label', name);
}

/** A padlock: the terms inside stay inside. */
function Held() {
  return (
    <svg className="node-held" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="8" />
      <path d="M5 7.4h6v4.4H5zM6.2 7.2V5.9a1.8 1.8 0 0 1 3.6 0v1.3" />
    </svg>
  );
}

/** The step is about a later layer: everything before it stands back, but for what leads into that layer. */
function isAside(round: { readonly kind: string; readonly layer: number } | null, layer: number): boolean {
  return round !== null && round.kind !== 'combine' && layer < round.layer - 1;
}

/**
 * A hidden node or the output: a button that shows the sum z and the activation's graph with the current point on it, its
 * name, its output, and its menu. Its numbers are written past React (`live.ts`).
 */
import { memo, useCallback, useId, useMemo, useRef } from 'react';
import { isOutputLayer, sameNode, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../algebra/rational.ts';
import { isLinear } from '../algebra/derivation.ts';
import { keyOfNode } from '../state/highlight.ts';
import { useLive, useNow, useWritten, writeText, type Live } from '../state/live.ts';
import { selectActions, selectActivation, selectDocument, selectSelected } from '../state/select.ts';
import type { CreaseState } from '../state/store.ts';
import { useCrease } from '../state/use-store.ts';
import { DIAGRAM, nodeButtonName } from '../words/diagram.ts';
import { capital, nodeName, nodeNumber } from '../words/names.ts';
import { ActivationGraph, GraphPoint } from './activation-graph.tsx';
import { useBrush } from './brush.ts';
import type { Rect } from './chip-placement.ts';
import type { Point } from './link.ts';
import { AROUND, outputLabelBox, type Density, type Size } from './layout.ts';
import { NodePanel } from './lazy-panels.ts';
import { OutputSymbol } from './math-name.tsx';
import { Panel } from './panel.tsx';
import { selectPicture } from './picture.ts';
import { placeAt } from './place.ts';
import { keysOfNode, selectIsTouched } from './unit-keys.ts';
import { nodeValue, selectIsOff, valueNumber, valueText } from './values.ts';

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

/** Characters of a number inside a capsule, a tight one, and the output's circle. */
const SUM_CHARACTERS = 6;
const TIGHT_CHARACTERS = 5;
const OUTPUT_CHARACTERS = 7;

/** Narrower than this a dense capsule has no room for its number, px. */
const LABELLED_WIDTH = 80;

export const NodeUnit = memo(function NodeUnit(props: NodeUnitProps) {
  const { network, layer, node, rect, size, density, stacked, covered, selectable, point } = props;
  const at = useMemo((): NodeAt => ({ layer, node }), [layer, node]);
  const isOutput = isOutputLayer(network, layer);
  const keys = useMemo(() => keysOfNode(network, at), [network, at]);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const brush = useBrush(keys);
  const actions = useCrease(selectActions);
  const activation = useCrease(selectActivation(at));
  const characters = isOutput ? OUTPUT_CHARACTERS : stacked || density === 'dense' ? TIGHT_CHARACTERS : SUM_CHARACTERS;
  const off = useCrease(selectIsOff(at));
  const held = useCrease((state) => selectPicture(state).held.has(keyOfNode(at)));
  const gone = useCrease((state) => selectPicture(state).gone.has(keyOfNode(at)));
  const front = useCrease((state) => selectPicture(state).round?.layer === layer);
  const aside = useCrease((state) => isAside(selectPicture(state).round, layer));
  const lit = useCrease(selectIsTouched(keys));
  const selected = useCrease((state) => selectable && sameNode(selectSelected(state), at));

  const outputCharacters = isOutput && !isLinear(activation) ? TIGHT_CHARACTERS : characters;
  const { z, a, zNumber, name } = useValues(at, { characters, outputCharacters, held, network });
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
      className={isOutput ? 'unit is-output' : 'unit'}
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
      >
        {isOutput ? (
          <OutputFace a={a} z={z} zNumber={zNumber} activation={activation} />
        ) : (
          <>
            {density === 'dense' && !stacked && rect.width >= LABELLED_WIDTH && (
              <small className="node-inside" data-text={nodeNumber(network, at)} />
            )}
            <LiveNumber className="node-sum" text={z} />
            <ActivationGraph activation={activation}>
              <GraphPoint activation={activation} z={zNumber} />
            </ActivationGraph>
            {stacked && <StackedOutput a={a} off={off} />}
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
            <span className="node-output" aria-hidden="true" style={placeAt(outputLabelBox(rect), size)}>
              <LiveNumber text={a} />
              {off && density === 'dense' ? ` ${DIAGRAM.off}` : ''}
            </span>
          )}
          {density !== 'dense' && (
            <span className="node-label" aria-hidden="true" style={placeAt(labelPoint(rect, density), size)}>
              {stacked || (rect.width < 80 && network.layers.length > 2)
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
      <Panel id={id} name={capital(nodeName(network, at))} anchor={button} width={372}>
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
  readonly characters: number;
  readonly outputCharacters: number;
  readonly held: boolean;
  readonly network: Network<Rational>;
}

function useValues(at: NodeAt, { characters, outputCharacters, held, network }: ValueOptions): ShownValues {
  const select = useMemo(() => {
    const value = (state: CreaseState) => nodeValue(selectDocument(state), at);
    const z = (state: CreaseState) => valueText(value(state).z, characters);
    const a = (state: CreaseState) => valueText(value(state).a, outputCharacters);
    const off = selectIsOff(at);
    return {
      z,
      a,
      zNumber: (state: CreaseState) => valueNumber(value(state).z),
      name: (state: CreaseState) => nodeButtonName(network, at, { z: z(state), a: a(state), off: off(state), held }),
    };
  }, [at, characters, outputCharacters, held, network]);
  return {
    z: useLive(select.z),
    a: useLive(select.a),
    zNumber: useLive(select.zNumber),
    name: useLive(select.name),
  };
}

/** A number in the figure: the style sheet makes long ones smaller. */
function LiveNumber({ text, className }: { readonly text: Live<string>; readonly className?: string }) {
  const [now, ref] = useWritten(text, writeNumber);
  return (
    <span ref={ref} className={className} data-length={now.length}>
      {now}
    </span>
  );
}

function writeNumber(element: HTMLElement, text: string): void {
  writeText(element, text);
  const length = String(text.length);
  if (element.dataset['length'] !== length) element.dataset['length'] = length;
}

/** The style sheet writes it below the sum. */
function StackedOutput({ a, off }: { readonly a: Live<string>; readonly off: boolean }) {
  const text = useNow(a);
  const output = off ? `${text} ${DIAGRAM.off}` : text;
  return <span className="node-stacked-output" data-text={output} data-length={output.length} />;
}

interface OutputFaceProps extends Pick<ShownValues, 'a' | 'z' | 'zNumber'> {
  readonly activation: Parameters<typeof isLinear>[0];
}

/** A linear output is its sum; another shows what comes in, the graph, and what goes out. */
function OutputFace({ a, z, zNumber, activation }: OutputFaceProps) {
  if (isLinear(activation)) return <LiveNumber className="output-value" text={a} />;
  return (
    <span className="output-bent">
      <SumBefore z={z} />
      <ActivationGraph activation={activation}>
        <GraphPoint activation={activation} z={zNumber} />
      </ActivationGraph>
      <LiveNumber className="output-value" text={a} />
    </span>
  );
}

/** What comes in, written by the style sheet: the output's own number is the text. */
function SumBefore({ z }: { readonly z: Live<string> }) {
  const [now, ref] = useWritten(z, writeData);
  return <small ref={ref} data-text={now} />;
}

function writeData(element: HTMLElement, text: string): void {
  element.dataset['text'] = text;
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

function labelPoint(rect: Rect, density: Density): Point {
  return { x: rect.x, y: rect.y - rect.height / 2 - AROUND[density].above / 2 + 0.5 };
}

/** The step is about a later layer: everything before it stands back, but for what leads into that layer. */
function isAside(round: { readonly kind: string; readonly layer: number } | null, layer: number): boolean {
  return round !== null && round.kind !== 'combine' && layer < round.layer - 1;
}

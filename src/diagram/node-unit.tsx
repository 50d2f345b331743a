/**
 * A hidden node or the output: a button that shows the sum z and the activation's graph with the current point on it, its
 * name, its output, and its menu. Its numbers are written past React (`live.ts`).
 */
import { memo, useCallback, useId, useMemo, useRef } from 'react';
import { isLinear } from '../algebra/derivation.ts';
import { useRover } from '../controls/rover.tsx';
import { useCrease, useWritten } from '../live/live.ts';
import { isOffAt, selectSelected } from '../live/select.ts';
import { useActions } from '../live/use-store.ts';
import { isOutputLayer, sameNode, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { keyOfNode } from '../state/highlight.ts';
import { capital, nodeName, nodeNumber } from '#words/names.ts';
import { ActivationGraph, GraphPoint } from './activation-graph.tsx';
import { useBrush } from './brush.ts';
import type { Rect } from './chip-placement.ts';
import type { Density } from './capsule.ts';
import type { Size } from './diagram-box.ts';
import { NodePanel } from './lazy-panels.ts';
import { Held, LiveNumber, OutputFace, StackedOutput } from './node-face.tsx';
import { NodeLabels } from './node-labels.tsx';
import { isLabelled, roomsOf, useValues } from './node-values.ts';
import { Panel } from './panel.tsx';
import { selectPicture } from './picture.ts';
import { placeAt } from './place.ts';
import { keysOfNode, isTouched } from './unit-keys.ts';

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

export const NodeUnit = memo(function NodeUnit(props: NodeUnitProps) {
  const { network, layer, node, rect, size, density, stacked, selectable, point } = props;
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
      <NodeLabels {...props} at={at} a={a} rooms={rooms} off={off} held={held} />
      <Panel id={id} name={capital(nodeName(network, at))} anchor={button} width={332}>
        {() => <NodePanel network={network} at={at} close={() => document.getElementById(id)?.hidePopover()} />}
      </Panel>
    </span>
  );
});

function writeName(element: Element, name: string): void {
  element.setAttribute('aria-label', name);
}

/** The step is about a later layer: everything before it stands back, but for what leads into that layer. */
function isAside(round: { readonly kind: string; readonly layer: number } | null, layer: number): boolean {
  return round !== null && round.kind !== 'combine' && layer < round.layer - 1;
}

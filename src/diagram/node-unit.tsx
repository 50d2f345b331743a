/**
 * A hidden node or the output: a button that shows the sum z and the activation's graph with the current point on it, its
 * name, its output, and its menu. It reads the finished texts, and redraws only when one of them changes.
 */
import { Suspense, memo, useId, useMemo, useRef } from 'react';
import { isOutputLayer, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../algebra/rational.ts';
import { isLinear } from '../algebra/derivation.ts';
import { keyOfNode } from '../state/highlight.ts';
import { selectActions, selectActivation, selectDocument, selectSelected } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { DIAGRAM, nodeButtonName } from '../words/diagram.ts';
import { capital, nodeName, nodeNumber } from '../words/names.ts';
import { ActivationGraph } from './activation-graph.tsx';
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
  const { network, layer, node, rect, size, density, stacked, selectable, point } = props;
  const at = useMemo((): NodeAt => ({ layer, node }), [layer, node]);
  const isOutput = isOutputLayer(network, layer);
  const keys = useMemo(() => keysOfNode(network, at), [network, at]);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const brush = useBrush(keys);
  const actions = useCrease(selectActions);
  const activation = useCrease(selectActivation(at));
  const characters = isOutput ? OUTPUT_CHARACTERS : stacked || density === 'dense' ? TIGHT_CHARACTERS : SUM_CHARACTERS;
  const z = useCrease((state) => valueText(nodeValue(selectDocument(state), at).z, characters));
  const a = useCrease((state) =>
    valueText(
      nodeValue(selectDocument(state), at).a,
      isOutput && !isLinear(activation) ? TIGHT_CHARACTERS : characters,
    ),
  );
  const zNumber = useCrease((state) => valueNumber(nodeValue(selectDocument(state), at).z));
  const off = useCrease(selectIsOff(at));
  const held = useCrease((state) => selectPicture(state).held.has(keyOfNode(at)));
  const gone = useCrease((state) => selectPicture(state).gone.has(keyOfNode(at)));
  const front = useCrease((state) => selectPicture(state).round?.layer === layer);
  const aside = useCrease((state) => isAside(selectPicture(state).round, layer));
  const lit = useCrease(selectIsTouched(keys));
  const selected = useCrease((state) => selectable && isSame(selectSelected(state), at));

  const stackedOutput = off ? `${a} ${DIAGRAM.off}` : a;
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
        ref={button}
        type="button"
        className={isOutput ? 'output-node' : 'node'}
        style={{ ...placeAt(rect, size), width: rect.width, height: rect.height }}
        aria-label={nodeButtonName(network, at, { z, a, off, held })}
        aria-haspopup="dialog"
        aria-expanded={false}
        popoverTarget={id}
        {...brush}
        onPointerEnter={() => {
          brush.onPointerEnter();
          point(at);
        }}
        onPointerLeave={() => {
          brush.onPointerLeave();
          point(null);
        }}
        onFocus={() => {
          brush.onFocus();
          if (!isOutput) actions.select(at);
        }}
      >
        {isOutput ? (
          <OutputFace a={a} z={z} zNumber={zNumber} activation={activation} />
        ) : (
          <>
            {density === 'dense' && !stacked && rect.width >= LABELLED_WIDTH && (
              <small className="node-inside" data-text={nodeNumber(network, at)} />
            )}
            <span className="node-sum" data-length={z.length}>
              {z}
            </span>
            <ActivationGraph activation={activation} z={zNumber} />
            {stacked && (
              <span className="node-stacked-output" data-text={stackedOutput} data-length={stackedOutput.length} />
            )}
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
          {!stacked && (
            <span className="node-output" aria-hidden="true" style={placeAt(outputLabelBox(rect), size)}>
              {a}
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
        {() => (
          <Suspense>
            <NodePanel network={network} at={at} close={() => document.getElementById(id)?.hidePopover()} />
          </Suspense>
        )}
      </Panel>
    </span>
  );
});

interface OutputFaceProps {
  readonly a: string;
  readonly z: string;
  readonly zNumber: number;
  readonly activation: Parameters<typeof isLinear>[0];
}

/** A linear output is its sum; another shows what comes in, the graph, and what goes out. */
function OutputFace({ a, z, zNumber, activation }: OutputFaceProps) {
  if (isLinear(activation)) {
    return (
      <span className="output-value" data-length={a.length}>
        {a}
      </span>
    );
  }
  return (
    <span className="output-bent">
      <small data-text={z} />
      <ActivationGraph activation={activation} z={zNumber} />
      <span className="output-value" data-length={a.length + 1}>
        {a}
      </span>
    </span>
  );
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

function isSame(p: NodeAt, q: NodeAt): boolean {
  return p.layer === q.layer && p.node === q.node;
}

/** The step is about a later layer: everything before it stands back, but for what leads into that layer. */
function isAside(round: { readonly kind: string; readonly layer: number } | null, layer: number): boolean {
  return round !== null && round.kind !== 'combine' && layer < round.layer - 1;
}

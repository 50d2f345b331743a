/**
 * The network as a picture that can be edited: every weight and bias is a chip on its edge, every node shows its
 * intermediate value and its output, and the drawing goes along with the steps of the derivation.
 *
 * Three layers: the edges, drawn as SVG without meaning of their own; the units; the chips. All places come from
 * `layoutNetwork`, which is computed when the shape or the size changes; during a drag only what shows the number redraws.
 */
import { Suspense, useEffect, useId, useMemo, useRef, useState, type CSSProperties, type RefObject } from 'react';
import { isOutputLayer, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { edgeColour, nodeColour, softNodeColour } from '../state/colour.ts';
import { keyOfNode } from '../state/highlight.ts';
import { useKept, useLive, useCrease } from '../live/live.ts';
import { selectIsFolding, selectStep, selectSelected } from '../live/select.ts';
import { useShape } from '../live/use-shape.ts';
import { useActions, useCreaseStore } from '../live/use-store.ts';
import { Rover } from '../controls/rover.tsx';
import { redirectTouch } from '../controls/touch.ts';
import { useCoarsePointer } from '../controls/use-media.ts';
import { useSize } from '../controls/use-size.ts';
import { DIAGRAM } from '../words/diagram.ts';
import { parameterName } from '../words/names.ts';
import { Brush, BrushContext } from './brush.ts';
import { Chip } from './chip.tsx';
import {
  CombinedBias,
  DirectLabels,
  DirectLines,
  FoldLines,
  FoldNumbers,
  loadDirectEdges,
} from './lazy-direct-edges.ts';
import { useDrawnFor } from './drawn-for.ts';
import { Edge } from './edge.tsx';
import { InputUnit } from './input-unit.tsx';
import { biasPoint, biasRoom, outputBiasPoint } from './around-node.ts';
import { shapeOf } from './diagram-box.ts';
import type { EdgePlace } from './edge-places.ts';
import { canBeDrawn, layoutNetwork, type Layout } from './layout.ts';
import { minimumHeight } from './row-places.ts';
import type { Point } from './link.ts';
import { NodeUnit } from './node-unit.tsx';
import { selectPicture, type Picture } from './picture.ts';
import { productPlaces } from './product-places.ts';
import { chipPoint, coveredOutputs, hasBias } from './shown-chips.ts';
import { ShapeMenu } from './shape-menu.tsx';
import { TableMenu } from './table-menu.tsx';
import { HeatView, loadPanels } from './lazy-panels.ts';
import { MOTION } from '../styles/sizes.ts';
import './diagram.css';

export function NetworkDiagram() {
  const store = useCreaseStore();
  const brush = useMemo(() => new Brush(store), [store]);
  const keys = useId();
  const network = useShape();
  const [isDrawn, setDrawn] = useState(false);
  const isLarge = !canBeDrawn(network);
  const isMatrix = isLarge && !isDrawn;
  return (
    <BrushContext value={brush}>
      <div className="diagram" role="group" aria-label={DIAGRAM.name} aria-describedby={isMatrix ? undefined : keys}>
        <div className="diagram-head">
          <span className="diagram-title">{DIAGRAM.title}</span>
          <div className="diagram-menus">
            {isLarge && (
              <button type="button" className="quiet screen-only diagram-shape" onClick={() => setDrawn(isMatrix)}>
                {isMatrix ? DIAGRAM.drawing : DIAGRAM.matrices}
              </button>
            )}
            <TableMenu />
            <ShapeMenu />
          </div>
        </div>
        {isMatrix ? (
          <Suspense fallback={<div className="diagram-picture" />}>
            <HeatView />
          </Suspense>
        ) : (
          <Drawing brush={brush} />
        )}
        {!isMatrix && (
          <p className="diagram-keys" id={keys}>
            {DIAGRAM.keys}
          </p>
        )}
      </div>
    </BrushContext>
  );
}

function Drawing({ brush }: { readonly brush: Brush }) {
  const element = useRef<HTMLDivElement>(null);
  const network = useShape();
  const size = useSize(element);
  const shape = useMemo(() => shapeOf(network), [network]);
  const isCoarse = useCoarsePointer();
  const drawnFor = useDrawnFor();
  const { width } = size ?? drawnFor;
  const height = size?.height ?? 0;
  const pointer = size === null ? drawnFor.pointer : isCoarse ? 'coarse' : 'fine';
  const layout = useMemo(() => layoutNetwork(shape, { width, height }, pointer), [shape, width, height, pointer]);
  const picture = useFrame();
  const crowded = layout.crowded.includes(true) || layout.density === 'dense';
  const [chosen, point] = useChosen(network, crowded, element);
  const brushing = useCrease(({ highlight }) => highlight !== null && highlight.size > 0, []);
  const moving = useMoving();
  const folding = useCrease(selectIsFolding);

  const products = useMemo(() => productPlaces(layout, picture), [layout, picture]);
  const covered = useMemo(() => coveredOutputs(layout, chosen), [layout, chosen]);
  const isCombined = picture.direct.length > 0;
  useEffect(() => void loadDirectEdges(), []);
  useEffect(() => {
    const stop = new AbortController();
    for (const sign of ['pointerenter', 'focusin']) {
      element.current?.addEventListener(sign, loadPanels, { once: true, signal: stop.signal });
    }
    return () => stop.abort();
  }, []);
  return (
    <div
      ref={element}
      role="presentation"
      className="diagram-picture"
      style={{ minHeight: minimumHeight(shape, width, pointer) }}
      data-drawn-for={size === null ? drawnFor.width : undefined}
      data-density={layout.density}
      data-stacked={layout.stacked || undefined}
      data-narrow={!layout.valuesBeside || undefined}
      data-chip={layout.chip.width}
      data-brushing={brushing || undefined}
      data-moving={moving || undefined}
      data-step={picture.round?.kind}
      onPointerDownCapture={(event) => {
        brush.press();
        redirectTouch(event);
      }}
    >
      <Edges {...{ network, layout, picture, chosen, folding }} />
      <Rover>
        {network.inputs.map((_, input) => (
          <InputUnit
            key={input}
            network={network}
            input={input}
            rect={layout.inputs[input] as Layout['output']}
            size={layout.size}
            valueBeside={layout.valuesBeside}
          />
        ))}
      </Rover>
      {network.layers.map((nodes, layer) =>
        nodes.map((_, node) => (
          <NodeGroup
            key={`${layer}.${node}`}
            network={network}
            layer={layer}
            node={node}
            layout={layout}
            picture={picture}
            products={products}
            chosen={chosen}
            covered={covered}
            selectable={crowded}
            point={point}
          />
        )),
      )}
      {isCombined && (
        <Suspense>
          <DirectLabels layout={layout} picture={picture} />
        </Suspense>
      )}
      {folding && (
        <Suspense>
          <FoldNumbers layout={layout} />
        </Suspense>
      )}
    </div>
  );
}

interface EdgesProps extends Pick<NodeGroupProps, 'network' | 'layout' | 'picture' | 'chosen'> {
  readonly folding: boolean;
}

function Edges({ network, layout, picture, chosen, folding }: EdgesProps) {
  return (
    <svg
      className="diagram-edges"
      height={layout.size.height}
      viewBox={`0 0 ${layout.size.width} ${layout.size.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {layout.edges.flat().map((place) => (
        <Edge
          key={place.key}
          place={place}
          colour={edgeColour(network, place.parameter)}
          gone={isEdgeGone(picture, place)}
          aside={isEdgeAside(picture, place.parameter.layer)}
          back={chipPoint(layout, place, chosen) === null}
        />
      ))}
      {picture.direct.length > 0 && (
        <Suspense>
          <DirectLines layout={layout} picture={picture} />
        </Suspense>
      )}
      {folding && (
        <Suspense>
          <FoldLines layout={layout} />
        </Suspense>
      )}
    </svg>
  );
}

interface NodeGroupProps {
  readonly network: Network<Rational>;
  readonly layer: number;
  readonly node: number;
  readonly layout: Layout;
  readonly picture: Picture;
  readonly products: ReadonlyMap<string, Point> | null;
  readonly chosen: NodeAt;
  readonly covered: ReadonlySet<string>;
  readonly selectable: boolean;
  readonly point: (at: NodeAt | null) => void;
}

/** A node with its chips after it, one stop of the keyboard: the node, its weights, its bias. */
function NodeGroup(props: NodeGroupProps) {
  const { network, layer, node, layout, picture, products, chosen, covered, selectable, point } = props;
  const at: NodeAt = { layer, node };
  const { select } = useActions();
  const isOutput = isOutputLayer(network, layer);
  const rect = isOutput ? layout.output : (layout.hidden[layer]?.[node] as Layout['output']);
  const { size, density, chip } = layout;
  const biasAt = isOutput ? outputBiasPoint(rect) : biasPoint(rect, layout);
  const places = (layout.edges[layer] ?? []).filter(({ parameter }) => parameter.node === node);
  const own = { '--node': nodeColour(network, at), '--node-soft': softNodeColour(network, at) } as CSSProperties;
  const aside = isEdgeAside(picture, layer);
  const gone = picture.gone.has(keyOfNode(at));
  const combinedBias = picture.biases.has(keyOfNode(at));
  return (
    // The desk goes along with what is worked on; where chips depend on the node, they would change under the hand.
    <span className="node-group" style={own} onFocus={selectable ? undefined : () => select(at)}>
      <Rover>
        <NodeUnit
          network={network}
          layer={layer}
          node={node}
          rect={rect}
          size={size}
          density={density}
          stacked={layout.stacked}
          covered={covered.has(keyOfNode(at))}
          selectable={selectable}
          point={point}
        />
        {places.map((place) => {
          const { key, parameter } = place;
          const product = products?.get(key);
          const shown = chipPoint(layout, place, chosen);
          return (
            shown && (
              <Chip
                key={key}
                name={parameterName(network, parameter)}
                layer={layer}
                node={node}
                input={parameter.input}
                point={product ?? shown}
                size={size}
                textRoom={chip.room}
                colour={edgeColour(network, parameter)}
                rim={false}
                hidden={isEdgeGone(picture, place)}
                aside={aside}
                room={product ? 'factors' : 'result'}
              />
            )
          );
        })}
        {(isOutput || hasBias(layout, at, chosen)) && (
          <Chip
            name={parameterName(network, { ...at, input: null })}
            layer={layer}
            node={node}
            input={null}
            point={biasAt}
            size={size}
            textRoom={biasRoom(rect, layout, isOutput)}
            colour={nodeColour(network, at)}
            rim={!isOutput && density !== 'roomy'}
            hidden={gone || combinedBias}
            aside={aside}
            room={density === 'roomy' && !layout.stacked ? 'factors' : 'result'}
          />
        )}
        {combinedBias && !gone && (
          <Suspense>
            <CombinedBias at={at} point={biasAt} size={size} />
          </Suspense>
        )}
      </Rover>
    </span>
  );
}

function isEdgeGone({ gone }: Picture, { parameter: { layer, node, input } }: EdgePlace): boolean {
  return gone.has(keyOfNode({ layer, node })) || (layer > 0 && gone.has(keyOfNode({ layer: layer - 1, node: input })));
}

/** Before anything is combined the step is about one layer: the edges before it stand back. */
function isEdgeAside({ round }: Picture, layer: number): boolean {
  return round !== null && round.kind !== 'combine' && layer < round.layer;
}

/** The structure of the picture: its identity changes only when something comes or goes, not with the numbers. */
function useFrame(): Picture {
  return useKept(useLive(selectPicture), sameFrame);
}

function sameFrame(p: Picture, q: Picture): boolean {
  return (
    p === q ||
    (p.round?.kind === q.round?.kind &&
      p.round?.layer === q.round?.layer &&
      sameKeys([...p.gone], [...q.gone]) &&
      sameKeys([...p.biases.keys()], [...q.biases.keys()]) &&
      sameKeys([...p.products.keys()], [...q.products.keys()]) &&
      sameKeys(
        p.direct.map(({ id }) => id),
        q.direct.map(({ id }) => id),
      ))
  );
}

function sameKeys(p: readonly string[], q: readonly string[]): boolean {
  return p.length === q.length && p.every((key, i) => key === q[i]);
}

/** The pointer may pass over a node on its way, ms. */
const POINT_DELAY = 160;

/**
 * The node whose chips are shown where not all are: the one that is pointed at, else the selected one. A pointer that
 * rests somewhere is not in the way of the keyboard: a node that is selected later comes first, and a chip that has the
 * focus stays.
 */
function useChosen(
  network: Network<unknown>,
  crowded: boolean,
  picture: RefObject<HTMLElement | null>,
): readonly [NodeAt, (at: NodeAt | null) => void] {
  const selected = useCrease(selectSelected);
  const [pointed, setPointed] = useState<NodeAt | null>(null);
  const [before, setBefore] = useState(selected);
  // Of a node that goes, or is not asked any more, the pointer is not heard to leave.
  const isAsked = pointed && before === selected && crowded && network.layers[pointed.layer]?.[pointed.node];
  if (before !== selected) setBefore(selected);
  if (pointed && !isAsked) setPointed(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const point = useMemo(
    () => (at: NodeAt | null) => {
      clearTimeout(timer.current);
      if (!crowded) return;
      const show = () => {
        if (!picture.current?.querySelector('.chip:focus-within')) setPointed(at);
      };
      timer.current = setTimeout(show, at ? POINT_DELAY : 0);
    },
    [crowded, picture],
  );
  return [isAsked ? pointed : selected, point];
}

/** True for a moment after the step has changed: only then do chips glide; they don't when the box is resized. */
function useMoving(): boolean {
  const step = useCrease(selectStep);
  const [settled, setSettled] = useState(step);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(step), MOTION.move);
    return () => clearTimeout(timer);
  }, [step]);
  return settled !== step;
}

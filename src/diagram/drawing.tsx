/**
 * The drawing of the network, in three layers: the edges, drawn as SVG without meaning of their own; the units; the chips.
 * All places come from `layoutNetwork`, which is computed when the shape or the size changes; during a drag only what shows
 * the number is drawn again.
 */
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Rover } from '../controls/rover.tsx';
import { redirectTouch } from '../controls/touch.ts';
import { useCoarsePointer } from '../controls/use-media.ts';
import { useAhead } from '../controls/use-quiet.ts';
import { useSize } from '../controls/use-size.ts';
import { useCrease, useKept, useLive } from '../live/live.ts';
import { selectIsFolding, selectStep } from '../live/select.ts';
import { useShape } from '../live/use-shape.ts';
import { edgeColour } from '../state/colour.ts';
import { MOTION } from '../styles/sizes.ts';
import type { Brush } from './brush.ts';
import { shapeOf } from './diagram-box.ts';
import { useDrawnFor } from './drawn-for.ts';
import { Edge } from './edge.tsx';
import { InputUnit } from './input-unit.tsx';
import { layoutNetwork, type Layout } from './layout.ts';
import { DirectLabels, DirectLines, FoldLines, FoldNumbers } from './lazy-direct-edges.ts';
import { loadPanels } from './lazy-panels.ts';
import { NodeGroup, type NodeGroupProps } from './node-group.tsx';
import { isEdgeAside, isEdgeGone, isSameFrame, selectPicture, type Picture } from './picture.ts';
import { productPlaces } from './product-places.ts';
import { minimumHeight } from './row-places.ts';
import { chipPoint, coveredOutputs } from './shown-chips.ts';
import { useChosen } from './use-chosen.ts';

export function Drawing({ brush }: { readonly brush: Brush }) {
  const element = useRef<HTMLDivElement>(null);
  const network = useShape();
  const size = useSize(element);
  const shape = useMemo(() => shapeOf(network), [network]);
  const isCoarse = useCoarsePointer();
  const drawnFor = useDrawnFor();
  const { width } = size ?? drawnFor;
  const pointer = size === null ? drawnFor.pointer : isCoarse ? 'coarse' : 'fine';
  // A box that is as the HTML was drawn for is not laid out anew when it has been measured.
  const least = minimumHeight(shape, width, pointer);
  const height = Math.max(size?.height ?? 0, least);
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
  useAhead(loadPanels);
  return (
    <div
      ref={element}
      role="presentation"
      className="diagram-picture"
      style={{ minHeight: least }}
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

/** The structure of the picture: its identity changes only when something comes or goes, not with the numbers. */
function useFrame(): Picture {
  return useKept(useLive(selectPicture), isSameFrame);
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

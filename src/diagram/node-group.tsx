/** A node of the diagram with its chips, one stop of the keyboard. */
import { Suspense, type CSSProperties } from 'react';
import { Rover } from '../controls/rover.tsx';
import { useActions } from '../live/use-store.ts';
import { isOutputLayer, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { edgeColour, nodeColour, softNodeColour } from '../state/colour.ts';
import { keyOfNode } from '../state/highlight.ts';
import { parameterName } from '#words/names.ts';
import { biasPoint, biasRoom, outputBiasPoint } from './around-node.ts';
import { Chip } from './chip.tsx';
import { CombinedBias } from './lazy-direct-edges.ts';
import type { Layout } from './layout.ts';
import type { Point } from './link.ts';
import { NodeUnit } from './node-unit.tsx';
import { isEdgeAside, isEdgeGone, type Picture } from './picture.ts';
import { chipPoint, hasBias } from './shown-chips.ts';

export interface NodeGroupProps {
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
export function NodeGroup(props: NodeGroupProps) {
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

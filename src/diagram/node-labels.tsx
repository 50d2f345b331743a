/** What stands around a node: its name, and its output over the start of its edges. */
import type { Live } from '../live/live.ts';
import { isOutputLayer, type NodeAt } from '../model/network.ts';
import { DIAGRAM } from '#words/diagram.ts';
import { nodeName, nodeNumber } from '#words/names.ts';
import { NAMED_WIDTH, OUTPUT_LABEL, nameBox, outputLabelBox } from './around-node.ts';
import { OutputSymbol } from './math-name.tsx';
import { LiveNumber } from './node-face.tsx';
import type { NodeUnitProps } from './node-unit.tsx';
import type { Rooms } from './node-values.ts';
import { placeAt } from './place.ts';

export interface NodeLabelsProps extends NodeUnitProps {
  readonly at: NodeAt;
  readonly a: Live<string>;
  readonly rooms: Rooms;
  readonly off: boolean;
  readonly held: boolean;
}

export function NodeLabels(props: NodeLabelsProps) {
  const { network, at, rect, size, density, stacked, covered, a, rooms, off, held } = props;
  const isNarrow = stacked || rect.width < NAMED_WIDTH;
  if (isOutputLayer(network, at.layer)) {
    return (
      <span
        className="output-symbol"
        aria-hidden="true"
        style={placeAt({ x: rect.x, y: rect.y - rect.height / 2 - 15 }, size)}
      >
        <OutputSymbol />
      </span>
    );
  }
  return (
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
          {stacked || (isNarrow && network.layers.length > 2) ? nodeNumber(network, at) : nodeName(network, at)}
          {held
            ? ` · ${isNarrow || network.layers.length > 2 ? DIAGRAM.heldShort : DIAGRAM.held}`
            : off
              ? ` · ${DIAGRAM.off}`
              : ''}
        </span>
      )}
    </>
  );
}

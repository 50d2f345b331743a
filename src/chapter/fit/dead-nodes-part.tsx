/** ReLU nodes that have died: off on every row of the data, they never learn again. Decided exactly. */
import { useMemo } from 'react';
import type { NodeAt } from '../../model/network.ts';
import { offOnBox, offOnData } from '../../train/dead-nodes.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import { nodeNumber } from '#words/names.ts';
import { trainedRows } from './fit-data.ts';
import { useShown, type FitTurns } from './use-turns.ts';

const words = FIT.dead;

export interface DeadNodesProps {
  readonly turns: FitTurns;
  readonly isResting: boolean;
  readonly onAnother: () => void;
}

/** If the data have more rows, dead nodes are looked for only while the training rests. */
const MOST_WHILE_MOVING = 500;
/** If the network has more cells, it is left open whether the node is off between the rows too. */
const MOST_CELLS = 200;

export function DeadNodesPart({ turns, isResting, onAnother }: DeadNodesProps) {
  const { data, raw } = useShown(turns, 'numbers');
  const { network } = raw.bent;
  const rows = trainedRows(data);
  const isLooked = isResting || rows.length <= MOST_WHILE_MOVING;
  const dead = useMemo(() => (isLooked ? trueAt(offOnData(network, rows)) : []), [isLooked, network, rows]);
  const isEverywhere = useMemo(() => {
    if (!isResting || dead.length === 0) return false;
    let cells = 0;
    const off = offOnBox(network, rows, { shouldStop: () => ++cells > MOST_CELLS });
    return dead.every(({ layer, node }) => off[layer]?.[node] === true);
  }, [isResting, dead, network, rows]);
  if (dead.length === 0) return <div className="flow small fit-dead" />;
  const names = dead.map((at) => nodeNumber(network, at));
  const count = network.layers.slice(0, -1).flat().length;
  return (
    <div className="flow small fit-dead">
      <span>
        <strong>{words.which(names, count)}</strong> {isEverywhere ? words.everywhere : words.onData}
      </span>
      <button type="button" className="button is-small" onClick={onAnother}>
        {words.another}
      </button>
      <details>
        <summary>{words.ask}</summary>
        <p>{words.why}</p>
      </details>
    </div>
  );
}

function trueAt(off: readonly (readonly (boolean | null)[])[]): NodeAt[] {
  return off.flatMap((layer, l) => layer.flatMap((isOff, node) => (isOff === true ? [{ layer: l, node }] : [])));
}

/** All weights, biases and activations of a network, a table for each layer: to type them in, or to paste them. */
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { ACTIVATION_KINDS, type ActivationKind } from '../activation/activation.ts';
import { fanIn, isOutputLayer, type Network, type NodeAt, type Parameter } from '../model/network.ts';
import { nodeColour } from '../state/colour.ts';
import { parseBlock } from '../state/pasted-block.ts';
import { placeBlock, type CellAt } from '../state/place-block.ts';
import { defaultActivation } from '../state/default-activation.ts';
import { useParameter } from '../live/use-number.ts';
import { useActions, useCreaseStore } from '../live/use-store.ts';
import { useShape } from '../live/use-shape.ts';
import { Rover } from '../controls/rover.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { ACTIVATION_WORDS } from '#words/activation-words.ts';
import { DIAGRAM } from '#words/diagram.ts';
import { capital, nodeName, nodeNumber, parameterName } from '#words/names.ts';
import { WEIGHT_TABLE, blockProblemText, layerTitle } from '#words/weight-table-words.ts';
import { InputSymbol } from './math-name.tsx';
import { followKeys, listen } from './table-keys.ts';
import './panel.css';
import './parameter-table.css';

interface Note {
  readonly text: string;
  readonly isProblem: boolean;
}

export function WeightTable() {
  const network = useShape();
  const store = useCreaseStore();
  const actions = useActions();
  const tables = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState<Note | null>(null);

  useEffect(() => {
    const root = tables.current;
    if (!root) return undefined;
    const paste = (event: ClipboardEvent) => {
      const block = parseBlock(event.clipboardData?.getData('text/plain') ?? '');
      // One value is the field's own business.
      if (block?.length === 1 && block[0]?.length === 1) return;
      const at = cellOf(event.target as Element);
      if (!at) return;
      event.preventDefault();
      if (!block) return setNote({ text: WEIGHT_TABLE.noBlock, isProblem: true });
      const placed = placeBlock(store.getState().history.present.network, at, block);
      if (!placed.ok) return setNote({ text: blockProblemText(placed.error), isProblem: true });
      actions.edit(placed.value.edit);
      setNote({ text: WEIGHT_TABLE.pasted(placed.value.size), isProblem: false });
    };
    const stopPaste = listen(root, 'paste', paste);
    const stopKeys = followKeys(root);
    const stopInput = listen(root, 'input', () => setNote(null));
    return () => {
      stopPaste();
      stopKeys();
      stopInput();
    };
  }, [actions, store]);

  return (
    <>
      <h2>{DIAGRAM.tableOfWeights}</h2>
      <div ref={tables} className="stack" role="group" aria-label={DIAGRAM.tableOfWeights}>
        {network.layers.map((layer, l) => (
          <div className="weight-table-frame" key={l}>
            <LayerTable network={network} layer={l} nodes={layer.length} />
          </div>
        ))}
      </div>
      <p className={note?.isProblem ? 'panel-problem' : undefined} role={note?.isProblem ? 'alert' : 'status'}>
        {note?.text ?? WEIGHT_TABLE.hint}
      </p>
    </>
  );
}

/** The cell that an element stands in, by what its row and its table say of themselves. */
function cellOf(element: Element): CellAt | null {
  const cell = element.closest('td');
  const node = Number(cell?.closest('tr')?.dataset['node']);
  const layer = Number(cell?.closest('table')?.dataset['layer']);
  return cell && Number.isInteger(node) && Number.isInteger(layer) ? { layer, node, column: cell.cellIndex - 1 } : null;
}

interface LayerTableProps {
  readonly network: Network<unknown>;
  readonly layer: number;
  readonly nodes: number;
}

function LayerTable({ network, layer, nodes }: LayerTableProps) {
  const units = Array.from({ length: fanIn(network, layer) }, (_, i) => i);
  return (
    <table className="weight-table" data-layer={layer}>
      <caption>{layerTitle(network, layer)}</caption>
      <thead>
        <tr>
          <td aria-hidden="true" />
          {units.map((i) => (
            <th key={i} scope="col">
              <UnitName network={network} layer={layer} unit={i} />
            </th>
          ))}
          <th scope="col">{WEIGHT_TABLE.bias}</th>
          <th scope="col">{WEIGHT_TABLE.activation}</th>
        </tr>
      </thead>
      <tbody>
        <Rover>
          {Array.from({ length: nodes }, (_, node): NodeAt => ({ layer, node })).map((at) => (
            <tr key={at.node} data-node={at.node} style={{ '--colour': nodeColour(network, at) } as CSSProperties}>
              <th scope="row" aria-label={capital(nodeName(network, at))}>
                {rowName(network, at)}
              </th>
              {[...units, null].map((input) => (
                <td key={input ?? 'b'}>
                  <Cell parameter={{ ...at, input }} name={parameterName(network, { ...at, input })} />
                </td>
              ))}
              <td>
                <ActivationCell network={network} at={at} />
              </td>
            </tr>
          ))}
        </Rover>
      </tbody>
    </table>
  );
}

function rowName(network: Network<unknown>, at: NodeAt): string {
  return isOutputLayer(network, at.layer) ? WEIGHT_TABLE.output : nodeNumber(network, at);
}

/** What a column's weights come from. */
function UnitName({
  network,
  layer,
  unit,
}: {
  readonly network: Network<unknown>;
  readonly layer: number;
  readonly unit: number;
}) {
  if (layer === 0) return <InputSymbol name={network.inputs[unit] ?? ''} />;
  return (
    <span className="symbol">
      <i>h</i>
      <sub className="is-word">{nodeNumber(network, { layer: layer - 1, node: unit })}</sub>
    </span>
  );
}

function Cell({ parameter, name }: { readonly parameter: Parameter; readonly name: string }) {
  return <NumberField className="field is-pale" name={name} maxLength={7} {...useParameter(parameter)} />;
}

function ActivationCell({ network, at }: { readonly network: Network<unknown>; readonly at: NodeAt }) {
  const actions = useActions();
  const kind = network.layers[at.layer]?.[at.node]?.activation.kind;
  return (
    <select
      className="field is-pale"
      aria-label={capital(WEIGHT_TABLE.activationOf(nodeName(network, at)))}
      value={kind}
      onChange={(event) =>
        actions.edit({ kind: 'setActivation', at, activation: defaultActivation(event.target.value as ActivationKind) })
      }
    >
      {ACTIVATION_KINDS.map((each) => (
        <option key={each} value={each}>
          {ACTIVATION_WORDS[each].name}
        </option>
      ))}
    </select>
  );
}

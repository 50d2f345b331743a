/**
 * The shape of the network: how many inputs, hidden layers and nodes. A button at its limit stays focusable and says so: a
 * disabled one would drop the focus of whoever has just pressed it. An edit that is not allowed does nothing.
 */
import { hiddenLayerCount, layerAt, type Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { canApply, type Edit } from '../state/edit.ts';
import { useShape } from '../live/use-shape.ts';
import { useActions } from '../live/use-store.ts';
import { DIAGRAM } from '#words/diagram.ts';
import { PANELS } from '#words/panels.ts';
import './panel.css';

export function ShapePanel() {
  const network = useShape();
  const hidden = hiddenLayerCount(network);
  const lastInput = network.inputs.length - 1;
  return (
    <>
      <h2>{DIAGRAM.shapeOfNetwork}</h2>
      <div className="beside shape-row">
        <span>{PANELS.inputs}</span>
        <EditButton
          network={network}
          edit={{ kind: 'removeInput', input: lastInput }}
          name={PANELS.removeLastInput}
          sign="minus"
        />
        <span className="stepper-count">{network.inputs.length}</span>
        <EditButton network={network} edit={{ kind: 'addInput' }} name={PANELS.addInput} sign="plus" />
        <Space />
      </div>
      {Array.from({ length: hidden }, (_, layer) => (
        <div className="beside shape-row" key={layer}>
          <span>{PANELS.hiddenLayer(layer + 1)}</span>
          <EditButton
            network={network}
            edit={{ kind: 'removeNode', at: { layer, node: layerAt(network, layer).length - 1 } }}
            name={PANELS.removeLastNode(layer + 1)}
            sign="minus"
          />
          <span className="stepper-count">{layerAt(network, layer).length}</span>
          <EditButton
            network={network}
            edit={{ kind: 'addNode', layer }}
            name={PANELS.addNode(layer + 1)}
            sign="plus"
          />
          <EditButton
            network={network}
            edit={{ kind: 'removeLayer', layer }}
            name={PANELS.removeLayer(layer + 1)}
            sign="cross"
          />
        </div>
      ))}
      {hidden === 0 && <p>{PANELS.noHiddenLayer}</p>}
      <AddLayer network={network} />
      <p>
        {PANELS.unchanged} {PANELS.limits}
      </p>
    </>
  );
}

function AddLayer({ network }: { readonly network: Network<Rational> }) {
  const actions = useActions();
  return (
    <div className="panel-foot">
      <button
        type="button"
        className="button"
        aria-disabled={!canApply(network, { kind: 'addLayer' })}
        onClick={() => actions.edit({ kind: 'addLayer' })}
      >
        {PANELS.addLayer}
      </button>
    </div>
  );
}

interface EditButtonProps {
  readonly network: Network<Rational>;
  readonly edit: Edit;
  readonly name: string;
  readonly sign: keyof typeof SIGNS;
}

const SIGNS = { plus: 'M2 7h10M7 2v10', minus: 'M2 7h10', cross: 'M3 3l8 8M11 3l-8 8' } as const;

function EditButton({ network, edit, name, sign }: EditButtonProps) {
  const actions = useActions();
  return (
    <button
      type="button"
      className={`button is-icon shape-button ${sign === 'cross' ? 'is-plain' : ''}`}
      aria-label={name}
      title={name}
      aria-disabled={!canApply(network, edit)}
      onClick={(event) => {
        // The row of the last layer takes the button with it.
        if (edit.kind === 'removeLayer') event.currentTarget.closest<HTMLElement>('[popover]')?.focus();
        actions.edit(edit);
      }}
    >
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <path d={SIGNS[sign]} />
      </svg>
    </button>
  );
}

/** Keeps the counts of all rows under each other. */
function Space() {
  return <span className="button is-icon shape-button is-plain" aria-hidden="true" />;
}

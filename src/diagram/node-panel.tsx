/** What a node's button opens: its activation function, the slope of leaky ReLU, and the way out. */
import { useMemo } from 'react';
import { ACTIVATION_KINDS, type Activation } from '../activation/activation.ts';
import { isOutputLayer, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { defaultActivation } from '../state/default-activation.ts';
import { canApply, type Edit } from '../state/edit.ts';
import { useLiveValue, useCrease } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { activationLesson } from '#words/activation-lessons.ts';
import { ACTIVATION_WORDS, activationFormula } from '#words/activation-words.ts';
import { PANELS, activationGroupName, slopeName } from '#words/panels.ts';
import { capital, nodeName } from '#words/names.ts';
import { NumberField } from '../controls/number-field.tsx';
import { ActivationGraph } from './activation-graph.tsx';
import './panel.css';

export interface NodePanelProps {
  readonly network: Network<Rational>;
  readonly at: NodeAt;
  readonly close: () => void;
}

export function NodePanel({ network, at, close }: NodePanelProps) {
  const actions = useActions();
  const activation = useCrease((known) => known.activation(at), [at]);
  const removal: Edit | null = isOutputLayer(network, at.layer) ? null : { kind: 'removeNode', at };
  const canRemove = removal !== null && canApply(network, removal);
  return (
    <>
      <div className="beside panel-head">
        <h2>{capital(nodeName(network, at))}</h2>
        {removal && (
          <button
            type="button"
            className="button is-small"
            disabled={!canRemove}
            onClick={() => {
              close();
              actions.edit(removal);
            }}
          >
            {PANELS.removeNode}
          </button>
        )}
      </div>
      <fieldset>
        <legend className="visually-hidden">{activationGroupName(network, at)}</legend>
        <div className="activation-list">
          {ACTIVATION_KINDS.map((kind) => (
            <Option
              key={kind}
              at={at}
              activation={kind === activation.kind ? activation : defaultActivation(kind)}
              checked={kind === activation.kind}
              choose={() => actions.edit({ kind: 'setActivation', at, activation: defaultActivation(kind) })}
            />
          ))}
        </div>
      </fieldset>
      <p>{activationLesson(activation.kind).sentence}</p>
      {activation.kind === 'leakyRelu' && <Slope network={network} at={at} slope={activation.slope} />}
      {removal && !canRemove && <p>{PANELS.lastNode}</p>}
    </>
  );
}

interface OptionProps {
  readonly at: NodeAt;
  readonly activation: Activation<Rational>;
  readonly checked: boolean;
  readonly choose: () => void;
}

function Option({ at, activation, checked, choose }: OptionProps) {
  const { name } = ACTIVATION_WORDS[activation.kind];
  return (
    <label className="choice activation-option">
      <input
        type="radio"
        className="unseen"
        name={`activation-${at.layer}-${at.node}`}
        aria-label={name}
        checked={checked}
        onChange={choose}
      />
      <span aria-hidden="true">
        <ActivationGraph activation={activation} />
        <strong>{name}</strong>
        <small>{activationFormula(activation)}</small>
      </span>
    </label>
  );
}

function Slope({
  network,
  at,
  slope,
}: {
  readonly network: Network<Rational>;
  readonly at: NodeAt;
  readonly slope: Rational;
}) {
  const actions = useActions();
  const { layer, node } = at;
  const change = useMemo(
    () => (value: Rational) =>
      actions.edit({ kind: 'setActivation', at: { layer, node }, activation: { kind: 'leakyRelu', slope: value } }),
    [actions, layer, node],
  );
  return (
    <div className="beside panel-row">
      <span aria-hidden="true">{PANELS.slope}</span>
      <NumberField
        className="field panel-field"
        name={slopeName(network, at)}
        number={useLiveValue(slope)}
        begin={actions.begin}
        change={change}
        commit={actions.commit}
        cancel={actions.cancel}
      />
    </div>
  );
}

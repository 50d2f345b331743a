/** What is trained, and how: every change begins anew from the same seed. */
import { useId, useState, type CSSProperties, type ReactNode } from 'react';
import { ACTIVATION_KINDS, isActivationKind } from '../../activation/activation.ts';
import { MAX_SEED } from '../../train/generator.ts';
import { OPTIMIZERS, type Optimizer } from '../../train/optimizer.ts';
import { ACTIVATION_WORDS } from '#words/activation-words.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import { axisNumber } from '#words/number.ts';
import { RATES, rateAt, rateShare } from './rate.ts';
import { nextSeed, rateLimitOf, type FitSetup } from './fit-setup.ts';

const words = FIT.settings;

export interface SettingsProps {
  readonly setup: FitSetup;
  readonly onChange: (change: Partial<FitSetup>) => void;
}

export function Settings({ setup, onChange }: SettingsProps) {
  const { hidden, activation, optimizer, batch, data } = setup;
  const nodes = hidden[0] ?? 1;
  const shape = (layers: number, each: number) =>
    onChange({ hidden: Array.from({ length: layers }, () => each), start: null });
  const batches = [1, 4, 10, 32].filter((size) => size < data.rows.length);
  return (
    <div className="flow small fit-settings-row" role="group" aria-label={words.title}>
      <Rate setup={setup} onChange={onChange} />
      <Seed seed={setup.seed} onChange={onChange} />
      <Choice
        label={words.nodes}
        value={nodes}
        options={counts(1, 8)}
        onPick={(value) => shape(hidden.length, Number(value))}
      />
      <Choice
        label={words.layers}
        value={hidden.length}
        options={counts(1, 4)}
        onPick={(value) => shape(Number(value), nodes)}
      />
      <Choice
        label={words.activation}
        value={activation}
        options={ACTIVATION_KINDS.filter((kind) => kind !== 'linear').map((kind) => [
          kind,
          ACTIVATION_WORDS[kind].name,
        ])}
        onPick={(value) => isActivationKind(value) && onChange({ activation: value })}
      />
      <Choice
        label={words.optimizer}
        value={optimizer}
        options={OPTIMIZERS.map((name) => [name, words.optimizers[name]])}
        onPick={(value) => onChange({ optimizer: value as Optimizer })}
      />
      <Choice
        label={words.batch}
        value={batch ?? words.all}
        options={[...batches.map((size) => [size, String(size)] as const), [words.all, words.all]]}
        onPick={(value) => onChange({ batch: value === words.all ? null : Number(value) })}
      />
    </div>
  );
}

function counts(from: number, to: number): (readonly [number, string])[] {
  return Array.from({ length: to - from + 1 }, (_, i) => [from + i, String(from + i)]);
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | number;
  readonly options: readonly (readonly [string | number, string])[];
  readonly onPick: (value: string) => void;
}

function Choice({ label, value, options, onPick }: ChoiceProps): ReactNode {
  return (
    <label className="fit-setting">
      <span>{label}</span>
      <select className="field" value={value} onChange={(event) => onPick(event.target.value)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A log scale; the largest rate at which one linear node comes to the floor is marked on it. */
function Rate({ setup, onChange }: SettingsProps) {
  const id = useId();
  const limit = rateLimitOf(setup.data).low;
  return (
    <div className="fit-setting is-rate">
      <label htmlFor={id}>
        {words.rate} <b>{axisNumber(setup.rate)}</b>
      </label>
      <span className="fit-rate" style={{ '--limit': rateShare(limit) } as CSSProperties}>
        <input
          id={id}
          type="range"
          min={0}
          max={RATES}
          step={1}
          value={Math.round(RATES * rateShare(setup.rate))}
          aria-valuetext={axisNumber(setup.rate)}
          onChange={(event) => onChange({ rate: rateAt(event.target.valueAsNumber) })}
        />
        <i className="fit-rate-limit" aria-hidden="true" />
      </span>
      <span>{words.limit(axisNumber(Number(limit.toPrecision(3))))}</span>
    </div>
  );
}

function Seed({ seed, onChange }: { readonly seed: number; readonly onChange: SettingsProps['onChange'] }) {
  const [text, setText] = useState<string | null>(null);
  const take = () => {
    const typed = Number(text);
    setText(null);
    if (text !== null && /^\d+$/.test(text.trim()) && typed <= MAX_SEED && typed !== seed)
      onChange({ seed: typed, start: null });
  };
  return (
    <div className="fit-setting">
      <label>
        <span>{words.seed}</span>
        <input
          className="field"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text ?? String(seed)}
          onChange={(event) => setText(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => event.key === 'Enter' && take()}
        />
      </label>
      <button type="button" className="button is-small" onClick={() => onChange({ seed: nextSeed(seed), start: null })}>
        {words.another}
      </button>
    </div>
  );
}

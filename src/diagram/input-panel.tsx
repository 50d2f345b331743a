/** What an input's button opens: its name, and the way out. */
import { useId, useRef, useState } from 'react';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { canApply, type Edit } from '../state/edit.ts';
import { useActions } from '../live/use-store.ts';
import { DIAGRAM } from '#words/diagram.ts';
import { PANELS, inputNameProblem } from '#words/panels.ts';
import './panel.css';

export interface InputPanelProps {
  readonly network: Network<Rational>;
  readonly input: number;
  readonly close: () => void;
}

export function InputPanel({ network, input, close }: InputPanelProps) {
  const actions = useActions();
  const remove: Edit = { kind: 'removeInput', input };
  const allowed = canApply(network, remove);
  return (
    <>
      <h2>{DIAGRAM.inputTitle(network.inputs[input] ?? '')}</h2>
      <NameField network={network} input={input} close={close} />
      <div className="panel-foot">
        <button
          type="button"
          className="button"
          disabled={!allowed}
          onClick={() => {
            close();
            actions.edit(remove);
          }}
        >
          {PANELS.removeInput}
        </button>
        {!allowed && <p>{PANELS.lastInput}</p>}
      </div>
    </>
  );
}

/** Letters and their marks as one character where there is one; one space between words. */
function tidyName(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** Enter or leaving the field takes the name; what can't be a name gets a sentence, and the old name stays. */
function NameField({ network, input, close }: InputPanelProps) {
  const actions = useActions();
  const current = network.inputs[input] ?? '';
  const [draft, setDraft] = useState(current);
  const [problem, setProblem] = useState<string | null>(null);
  const note = useId();
  const left = useRef(false);

  const take = (): boolean => {
    const name = tidyName(draft);
    if (name === current) {
      setProblem(null);
      return true;
    }
    const edit: Edit = { kind: 'renameInput', input, name };
    if (!canApply(network, edit)) {
      setProblem(inputNameProblem(name, network.inputs.includes(name)));
      return false;
    }
    setProblem(null);
    actions.edit(edit);
    return true;
  };

  return (
    <>
      <label className="beside panel-row">
        {PANELS.inputName}
        <input
          className="field panel-text"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          value={draft}
          aria-invalid={problem !== null || undefined}
          aria-describedby={note}
          onChange={(event) => {
            setDraft(event.target.value);
            setProblem(null);
          }}
          onFocus={(event) => event.target.select()}
          onBlur={() => {
            if (!left.current) take();
          }}
          onKeyDown={(event) => {
            // Escape closes the panel, and the old name stays.
            if (event.key === 'Escape') left.current = true;
            if (event.key !== 'Enter') return;
            // Else the same key would press the button that gets the focus back, and open the panel again.
            event.preventDefault();
            if (take()) close();
          }}
        />
      </label>
      <p
        id={note}
        className={problem === null ? undefined : 'panel-problem'}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ?? PANELS.inputNameHint}
      </p>
    </>
  );
}

/** Which two inputs are shown: one menu for each axis. Choosing the input of the other axis swaps the two. */
import { SHEET } from '#words/sheet-words.ts';
import { HtmlInput } from './input-label.tsx';

export interface AxisPickerProps {
  readonly inputs: readonly string[];
  readonly shown: readonly number[];
  readonly onChange: (shown: readonly number[]) => void;
}

export function AxisPicker({ inputs, shown, onChange }: AxisPickerProps) {
  const labels = [SHEET.firstAxis, SHEET.secondAxis];
  return (
    <span className="small sheet-axes-picker" role="group" aria-label={SHEET.axes}>
      {shown.map((input, axis) => (
        <span key={axis} className="sheet-axis">
          {axis > 0 && <span>×</span>}
          <span className="sheet-axis-shown" aria-hidden="true">
            <HtmlInput name={inputs[input] ?? ''} />
          </span>
          <select
            className="unseen"
            aria-label={labels[axis]}
            value={input}
            onChange={(event) => {
              const chosen = Number(event.target.value);
              onChange(shown.map((before, k) => (k === axis ? chosen : before === chosen ? input : before)));
            }}
          >
            {inputs.map((name, k) => (
              <option key={name} value={k}>
                {name}
              </option>
            ))}
          </select>
        </span>
      ))}
    </span>
  );
}

/** Which inputs are shown: as many menus as the picture has axes. Choosing the input of another axis swaps the two. */
import { SHEET } from '../words/sheet.ts';
import { HtmlInput } from './input-label.tsx';

export interface AxisPickerProps {
  readonly inputs: readonly string[];
  readonly shown: readonly number[];
  readonly onChange: (shown: readonly number[]) => void;
}

export function AxisPicker({ inputs, shown, onChange }: AxisPickerProps) {
  const labels = shown.length === 1 ? [SHEET.curveAxis] : [SHEET.firstAxis, SHEET.secondAxis];
  return (
    <span className="sheet-axes-picker" role="group" aria-label={SHEET.axes}>
      {shown.map((input, axis) => (
        <span key={axis} className="sheet-axis">
          {axis > 0 && <span className="sheet-times">×</span>}
          <span className="sheet-axis-shown" aria-hidden="true">
            <HtmlInput name={inputs[input] ?? ''} />
          </span>
          <select
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

/** One input: its current value, to be dragged or typed, and its circle, which opens its menu. */
import { memo, useId, useMemo, useRef } from 'react';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { useInputValue } from '../live/use-number.ts';
import { useCrease } from '../live/live.ts';
import { useRover } from '../controls/rover.tsx';
import { DIAGRAM } from '#words/diagram.ts';
import { inputValueName } from '#words/names.ts';
import { NumberField } from '../controls/number-field.tsx';
import { useBrush } from './brush.ts';
import type { Rect } from './chip-placement.ts';
import { VALUE_HEIGHT, VALUE_WIDTH, type Size } from './diagram-box.ts';
import { InputPanel } from './lazy-panels.ts';
import { InputSymbol } from './math-name.tsx';
import { Panel } from './panel.tsx';
import { placeAt } from './place.ts';
import { keysAtInput, keysOfInput, isTouched } from './unit-keys.ts';

export interface InputUnitProps {
  readonly network: Network<Rational>;
  readonly input: number;
  readonly rect: Rect;
  readonly size: Size;
  readonly valueBeside: boolean;
}

/** Characters of a value, and the width of the field below the circle that has room for them, px. */
const CHARACTERS = 6;
const BELOW = 58;
const PADDING = 6;
/** Between the circle and a field beside it, px. */
const GAP = 6;

export const InputUnit = memo(function InputUnit({ network, input, rect, size, valueBeside }: InputUnitProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const name = network.inputs[input] ?? '';
  const all = useMemo(() => keysOfInput(network, input), [network, input]);
  const own = useMemo(() => keysAtInput(network, input), [network, input]);
  const lit = useCrease((known) => isTouched(known.highlight, own), [own]);
  const brush = useBrush(all);
  const onKeyDown = useRover(button);
  const value = valueBeside
    ? { x: rect.x - rect.width / 2 - GAP - VALUE_WIDTH / 2, y: rect.y }
    : { x: rect.x, y: rect.y + rect.height / 2 + VALUE_HEIGHT / 2 };
  return (
    <span className="unit" data-lit={lit || undefined}>
      <span
        className={valueBeside ? 'value is-beside' : 'value'}
        style={{ ...placeAt(value, size, rect.x), width: valueBeside ? VALUE_WIDTH : BELOW }}
        {...brush}
      >
        <NumberField
          {...useInputValue(input)}
          name={inputValueName(network, input)}
          maxLength={CHARACTERS}
          room={(valueBeside ? VALUE_WIDTH : BELOW) - PADDING}
          className="value-field"
        />
      </span>
      <button
        ref={button}
        type="button"
        className="input-node"
        style={{ ...placeAt(rect, size), width: rect.width, height: rect.height }}
        aria-label={DIAGRAM.inputMenu(name)}
        aria-haspopup="dialog"
        aria-expanded={false}
        popoverTarget={id}
        {...brush}
        onKeyDown={onKeyDown}
      >
        <InputSymbol name={name} />
      </button>
      <Panel id={id} name={DIAGRAM.inputTitle(name)} anchor={button} width={280}>
        {() => <InputPanel network={network} input={input} close={() => document.getElementById(id)?.hidePopover()} />}
      </Panel>
    </span>
  );
});

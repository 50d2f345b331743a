/** Numbers in the prose: results follow the network, parameters can be dragged and typed. */
import type { ReactNode } from 'react';
import type { Parameter } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { useNow } from '../live/live.ts';
import { useInputValue, useParameter } from '../live/use-number.ts';
import { NumberField, type NumberFieldProps } from '../controls/number-field.tsx';
import { numberText, shortNumberText } from '#words/number.ts';

/** More characters than these would tear the line apart. */
const MAX_LENGTH = 9;

/** A result, in bold figures of equal width: nothing beside it moves while a digit changes. */
export function Live({ value }: { readonly value: Rational | string }): ReactNode {
  return <b className="live">{typeof value === 'string' ? value : shortNumberText(value, MAX_LENGTH)}</b>;
}

/** A number of the reader's: blue, with dots below. */
export function InlineNumber(props: NumberFieldProps): ReactNode {
  const value = useNow(props.number);
  return (
    // What paper shows in place of a field.
    <span className="inline-number" data-print={numberText(value)}>
      <NumberField maxLength={MAX_LENGTH} {...props} className="inline-number-field" />
    </span>
  );
}

/** One weight or bias of the network in the store around. */
export function ParameterNumber({ parameter, name }: { readonly parameter: Parameter; readonly name: string }) {
  return <InlineNumber name={name} {...useParameter(parameter)} />;
}

/** The current value of one input of the network in the store around. */
export function InputNumber({ input, name }: { readonly input: number; readonly name: string }) {
  return <InlineNumber name={name} {...useInputValue(input)} />;
}

/** The range of inputs that the reader has chosen, from one number to another each, and whether the network bends in it. */
import { Fragment, memo } from 'react';
import { isRange, type Range } from '../state/document.ts';
import { useRangeEnd } from '../live/use-number.ts';
import { useShape } from '../live/use-shape.ts';
import type { DomainVerdict } from '../state/verdict.ts';
import { Rover } from '../controls/rover.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation } from '../equation/notation.ts';
import { numberText } from '#words/number.ts';
import { VERDICT } from '#words/verdict-words.ts';

export const ChosenRange = memo(function ChosenRange({ kind }: { readonly kind: DomainVerdict['kind'] }) {
  const { inputs } = useShape();
  return (
    <p className="screen-only aside chosen-range">
      {VERDICT.chosen}{' '}
      <Rover>
        {inputs.map((name, i) => (
          <Fragment key={name}>
            <span className="nowrap">
              <InputName input={i} /> {VERDICT.from} <End input={i} end="min" /> {VERDICT.to}{' '}
              <End input={i} end="max" />
              {i < inputs.length - 2 && ','}
            </span>{' '}
            {i === inputs.length - 2 && `${VERDICT.and} `}
          </Fragment>
        ))}
      </Rover>
      <strong>{VERDICT.chosenVerdict[kind]}</strong>
    </p>
  );
});

function InputName({ input }: { readonly input: number }) {
  const network = useShape();
  return <StaticFormula tex={inputNotation(network, input).tex} spoken={network.inputs[input] ?? ''} />;
}

function End({ input, end }: { readonly input: number; readonly end: keyof Range }) {
  const { inputs } = useShape();
  const { rangeWith, ...binding } = useRangeEnd(input, end);
  return (
    <NumberField
      name={VERDICT.endOf[end](inputs[input] ?? '')}
      className="chosen-field"
      maxLength={6}
      refuse={(value) => {
        const range = rangeWith(value);
        return isRange(range) ? null : VERDICT.refuseEnd[end](numberText(range[end === 'min' ? 'max' : 'min']));
      }}
      {...binding}
    />
  );
}

/** The range of inputs that the reader has chosen, from 0 up to a bound each, and whether the network bends in it. */
import { Fragment, memo } from 'react';
import { isBound } from '../state/edit.ts';
import { useBound } from '../live/use-number.ts';
import { useShape } from '../live/use-shape.ts';
import type { DomainVerdict } from '../state/verdict.ts';
import type { Rational } from '../number/rational.ts';
import { Rover } from '../controls/rover.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation } from '../equation/notation.ts';
import { VERDICT } from '../words/verdict-words.ts';

export const ChosenRange = memo(function ChosenRange({ kind }: { readonly kind: DomainVerdict['kind'] }) {
  const { inputs } = useShape();
  return (
    <p className="chosen-range">
      {VERDICT.chosen}{' '}
      <Rover>
        {inputs.map((name, i) => (
          <Fragment key={name}>
            <span className="chosen-bound">
              <InputName input={i} />
              <span aria-hidden="true"> = </span>
              <Bound input={i} />
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

function Bound({ input }: { readonly input: number }) {
  const { inputs } = useShape();
  return (
    <NumberField
      name={VERDICT.boundOf(inputs[input] ?? '')}
      className="chosen-field"
      maxLength={6}
      refuse={refuseBound}
      {...useBound(input)}
    />
  );
}

function refuseBound(bound: Rational): string | null {
  return isBound(bound) ? null : VERDICT.boundAboveZero;
}

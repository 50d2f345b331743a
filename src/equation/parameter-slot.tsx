/** A number of a formula that is a weight or a bias. */
import type { ReactNode } from 'react';
import type { Parameter } from '../model/network.ts';
import { useParameter } from '../live/use-number.ts';
import { useShape } from '../live/use-shape.ts';
import { parameterName } from '#words/names.ts';
import { NumberSlot } from '../controls/number-slot.tsx';

/** It can be edited where it stands. */
export function ParameterSlot({ parameter, children }: ParameterSlotProps) {
  const network = useShape();
  return (
    <NumberSlot name={parameterName(network, parameter)} {...useParameter(parameter)}>
      {children}
    </NumberSlot>
  );
}

interface ParameterSlotProps {
  readonly parameter: Parameter;
  readonly children: ReactNode;
}

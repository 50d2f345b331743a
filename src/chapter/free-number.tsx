/** A number that belongs to a figure and to no network: it has no history of its own. */
import { useState } from 'react';
import type { Rational } from '../algebra/rational.ts';
import { useLiveValue } from '../state/live.ts';
import { InlineNumber } from './live.tsx';

export interface FreeNumberProps {
  readonly name: string;
  readonly value: Rational;
  readonly onChange: (value: Rational) => void;
}

const nothing = () => undefined;

export function FreeNumber({ name, value, onChange }: FreeNumberProps) {
  const [from, setFrom] = useState(value);
  return (
    <InlineNumber
      name={name}
      number={useLiveValue(value)}
      begin={() => setFrom(value)}
      change={onChange}
      commit={nothing}
      cancel={() => onChange(from)}
    />
  );
}

/** A number that belongs to a figure and to no network: it has no history of its own. */
import type { Rational } from '../number/rational.ts';
import { useLiveValue } from '../live/live.ts';
import { useTakeBack } from '../controls/use-take-back.ts';
import { InlineNumber } from './live-number.tsx';

export interface FreeNumberProps {
  readonly name: string;
  readonly value: Rational;
  readonly onChange: (value: Rational) => void;
}

export function FreeNumber({ name, value, onChange }: FreeNumberProps) {
  return <InlineNumber name={name} number={useLiveValue(value)} change={onChange} {...useTakeBack(value, onChange)} />;
}

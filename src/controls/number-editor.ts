/** What the controls of a number do to it, whatever they look like: field and slider are two faces of this. */
import type { Rational } from '../number/rational.ts';
import type { NumberGesture } from './number-gesture.ts';
import { useGesture } from './use-gesture.ts';
import { useHold } from './use-hold.ts';

export interface NumberEditor {
  /** The control has the focus, or the pointer. */
  readonly hold: (held: boolean) => void;
  /** Sets it outright, as a gesture of its own. */
  readonly set: (value: Rational) => void;
  /** One step of a key: one press of it, however long it is held, is one gesture. */
  readonly step: (value: Rational) => void;
  /** The key is up. */
  readonly settle: () => void;
  /** Takes the steps back; false when there are none. */
  readonly takeBack: () => boolean;
}

export function useNumberEditor(gesture: NumberGesture): NumberEditor {
  const { begin, change, commit } = gesture;
  const hold = useHold(gesture.hold);
  const steps = useGesture(gesture, 'commit');
  return {
    hold,
    set: (value) => {
      begin();
      change(value);
      commit();
    },
    step: (value) => {
      steps.open();
      change(value);
    },
    settle: () => void steps.close('commit'),
    takeBack: () => steps.close('cancel'),
  };
}

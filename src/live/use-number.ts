/** What a control needs of one number of the document: the number, live, and the gesture that edits it. */
import { useMemo } from 'react';
import { parameterKey, type Parameter } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { USUAL_RANGE, type Range } from '../state/document.ts';
import type { Edit } from '../state/edit.ts';
import { useLive, type Live } from './live.ts';
import { useKnowledge } from './use-store.ts';

export interface NumberBinding {
  readonly number: Live<Rational>;
  /** Opens a gesture; `change` then replaces the value until `commit` or `cancel`. */
  readonly begin: () => void;
  readonly change: (value: Rational) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
  /** The control has got or lost the focus (or the pointer): the number stays written while it is worked on. */
  readonly hold: (held: boolean) => void;
}

/** One weight or bias. */
export function useParameter(parameter: Parameter): NumberBinding {
  const { layer, node, input } = parameter;
  const editOf = useMemo(
    () =>
      (next: Rational): Edit => ({ kind: 'setParameter', parameter: { layer, node, input }, value: next }),
    [layer, node, input],
  );
  const number = useLive((known) => known.weight({ layer, node, input }), [layer, node, input]);
  return useBinding(number, editOf, parameterKey(parameter));
}

/** The current value of one input. */
export function useInputValue(input: number): NumberBinding {
  const editOf = useMemo(
    () =>
      (next: Rational): Edit => ({ kind: 'setInputValue', input, value: next }),
    [input],
  );
  return useBinding(
    useLive((known) => known.inputValue(input), [input]),
    editOf,
    null,
  );
}

/** One end of the chosen range of one input. */
export interface RangeEndBinding extends NumberBinding {
  /** The range, were this end there. */
  readonly rangeWith: (end: Rational) => Range;
}

export function useRangeEnd(input: number, end: keyof Range): RangeEndBinding {
  const known = useKnowledge();
  const [rangeWith, editOf] = useMemo(() => {
    const range = (value: Rational): Range => ({ ...(known.range(input) ?? USUAL_RANGE), [end]: value });
    return [range, (value: Rational): Edit => ({ kind: 'setRange', input, range: range(value) })] as const;
  }, [known, input, end]);
  const number = useLive((now) => now.range(input)?.[end], [input, end]);
  return { ...useBinding(number, editOf, null), rangeWith };
}

function useBinding(number: Live<Rational>, editOf: (value: Rational) => Edit, key: string | null): NumberBinding {
  const known = useKnowledge();
  return useMemo(() => {
    const { actions } = known;
    return {
      number,
      begin: () => actions.begin(),
      change: (next: Rational) => actions.edit(editOf(next)),
      commit: () => actions.commit(),
      cancel: () => actions.cancel(),
      hold: (held: boolean) => {
        if (held) actions.setActive(key);
        else if (known.active === key) actions.setActive(null);
      },
    };
  }, [known, number, editOf, key]);
}

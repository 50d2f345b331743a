/** What a control needs of one number of the document: its value, and the gesture that edits it. */
import { useMemo } from 'react';
import { parameterKey, type Parameter } from '../model/network.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Edit } from './edit.ts';
import { selectParameter, selectX } from './select.ts';
import { useCrease, useCreaseStore } from './use-store.ts';

export interface NumberBinding {
  readonly value: Rational;
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
  const value = useCrease(selectParameter(parameter));
  const { layer, node, input } = parameter;
  const editOf = useMemo(
    () =>
      (next: Rational): Edit => ({ kind: 'setParameter', parameter: { layer, node, input }, value: next }),
    [layer, node, input],
  );
  return useBinding(value, editOf, parameterKey(parameter));
}

/** The current value of one input. */
export function useInputValue(input: number): NumberBinding {
  const value = useCrease((state) => selectX(state)[input] as Rational);
  const editOf = useMemo(
    () =>
      (next: Rational): Edit => ({ kind: 'setInputValue', input, value: next }),
    [input],
  );
  return useBinding(value, editOf, null);
}

function useBinding(value: Rational, editOf: (value: Rational) => Edit, key: string | null): NumberBinding {
  const store = useCreaseStore();
  const gesture = useMemo(() => {
    const { actions } = store.getState();
    return {
      begin: () => actions.begin(),
      change: (next: Rational) => actions.edit(editOf(next)),
      commit: () => actions.commit(),
      cancel: () => actions.cancel(),
      hold: (held: boolean) => {
        if (held) actions.setActive(key);
        else if (store.getState().active === key) actions.setActive(null);
      },
    };
  }, [store, editOf, key]);
  return { value, ...gesture };
}

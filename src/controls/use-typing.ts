/** What is being typed into the field of a number, until it is taken. */
import { useEffect, useRef, useState } from 'react';
import { equal, type Rational } from '../number/rational.ts';
import { parseTypedSum, type TypedNumberError } from '../number/typed-number.ts';

export interface Typing {
  /** Null: nothing. */
  readonly draft: string | null;
  /** Why it can't be taken: a sentence, or what is wrong with the text as a number. */
  readonly problem: string | TypedNumberError | null;
  /** The reader has clicked into the text, or used a key of it. */
  readonly isWriting: () => boolean;
  readonly setWriting: (writes: boolean) => void;
  /** The number that the text is by now. */
  readonly value: () => Rational;
  readonly write: (text: string) => void;
  /** False when it is not a number that can stand here. */
  readonly take: () => boolean;
  readonly restore: () => void;
  /** The field has been left: what was no number goes, and what is wrong with it stays to be read. */
  readonly leave: () => void;
  readonly complain: (problem: string) => void;
}

/** `refuse`: why a number can't stand here; null where it can. */
export function useTyping(
  current: () => Rational,
  set: (value: Rational) => void,
  refuse: ((value: Rational) => string | null) | undefined,
  isWritingAtOnce: boolean,
): Typing {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | TypedNumberError | null>(null);
  const writes = useRef(isWritingAtOnce);
  const setWriting = (now: boolean) => {
    writes.current = now;
  };
  const restore = () => {
    setDraft(null);
    setProblem(null);
  };

  // The field has been left with a wrong entry: its sentence stays until the reader does something else.
  const isLeft = problem !== null && draft === null;
  useEffect(() => {
    if (!isLeft) return undefined;
    const stop = new AbortController();
    for (const sign of ['pointerdown', 'keydown']) {
      window.addEventListener(sign, () => setProblem(null), { capture: true, signal: stop.signal });
    }
    return () => stop.abort();
  }, [isLeft]);

  return {
    draft,
    problem,
    isWriting: () => writes.current,
    setWriting,
    value: () => {
      const typed = draft === null ? null : parseTypedSum(draft);
      return typed?.ok ? typed.value : current();
    },
    write: (text) => {
      setWriting(true);
      setDraft(text);
      setProblem(null);
    },
    take: () => {
      if (draft === null) return true;
      const typed = parseTypedSum(draft);
      const wrong = typed.ok ? refuse?.(typed.value) : typed.error;
      if (!typed.ok || wrong) {
        setProblem(wrong ?? null);
        return false;
      }
      restore();
      if (!equal(typed.value, current())) set(typed.value);
      return true;
    },
    restore,
    leave: () => setDraft(null),
    complain: setProblem,
  };
}

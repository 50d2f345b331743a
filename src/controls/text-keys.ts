/**
 * The keys of a field of a number. As in a table of numbers: until the reader begins to write, left and right lead to the
 * next field of its group (`rover.tsx`). From then on they move the caret. Home, End and whatever else is the text's are so
 * from the start.
 */
import type { KeyboardEvent, RefObject } from 'react';
import type { Rational } from '../number/rational.ts';
import type { NumberEditor } from './number-editor.ts';
import { stepByKey } from './number-step.ts';
import type { Typing } from './use-typing.ts';

export interface TextKeys {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly editor: NumberEditor;
  readonly typing: Typing;
  /** Why a number can't stand here; null where it can. */
  readonly refuse: ((value: Rational) => string | null) | undefined;
  /** To the next field of the group; false when there is none. */
  readonly follow: (event: KeyboardEvent) => boolean;
}

/** Returns the `onKeyDown` of the field. */
export function useTextKeys(keys: TextKeys): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { input, editor, typing, refuse, follow } = keys;
  const { draft, problem, isWriting, setWriting } = typing;
  /** Once the number has been written. Selecting focuses, and by then the reader may be elsewhere. */
  const select = () => {
    setWriting(false);
    requestAnimationFrame(() => {
      if (document.activeElement === input.current) input.current?.select();
    });
  };
  const step = (next: Rational) => {
    const wrong = refuse?.(next);
    if (wrong) return typing.complain(wrong);
    typing.restore();
    editor.step(next);
  };

  return (event) => {
    if (event.ctrlKey || event.metaKey) {
      setWriting(true);
      // Undo takes back the typing; with nothing typed it is the page's.
      if (draft === null || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      typing.restore();
      select();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const next = stepByKey(typing.value(), event);
    if (next) {
      step(next);
      select();
      event.preventDefault();
      return;
    }
    switch (event.key) {
      case 'Enter':
        editor.settle();
        if (typing.take()) select();
        break;
      case 'Escape':
        if (!editor.takeBack() && draft === null && problem === null) return;
        typing.restore();
        select();
        event.stopPropagation();
        break;
      case 'F2':
        setWriting(true);
        event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length);
        break;
      case 'Tab':
      case 'Shift':
      case 'Alt':
        return;
      default:
        if (!isWriting() && event.key.startsWith('Arrow') && follow(event)) return;
        setWriting(true);
        return;
    }
    event.preventDefault();
  };
}

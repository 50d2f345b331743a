/**
 * The pad of digits that a phone opens has no minus, and no line of a fraction (on an iPhone at least): two keys beside the
 * field that is being typed in. A popover, so that no panel cuts it off. The style sheet shows it for fingers only.
 */
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { showBeside } from './show-beside.ts';
import { FIELD_KEYS } from '#words/field-keys-words.ts';
import './field-keys.css';

export interface FieldKeysProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** The text of the field has been changed by a key. */
  readonly onType: (text: string) => void;
}

export function FieldKeys({ field, onType }: FieldKeysProps) {
  const keys = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    // Above: below it may be the pad, and what is wrong with the number.
    showBeside(keys.current, field.current, { side: 'above' });
  }, [field]);
  const type = (key: (input: HTMLInputElement) => void) => () => {
    if (!field.current) return;
    key(field.current);
    onType(field.current.value);
  };
  return (
    // The field keeps the focus, and the press is no drag of it.
    <span
      ref={keys}
      className="field-keys"
      role="presentation"
      popover="manual"
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button type="button" tabIndex={-1} aria-label={FIELD_KEYS.sign} onClick={type(changeSign)}>
        ±
      </button>
      <button type="button" tabIndex={-1} aria-label={FIELD_KEYS.fraction} onClick={type(putSlash)}>
        /
      </button>
    </span>
  );
}

function changeSign(input: HTMLInputElement): void {
  if (/^[-−]/.test(input.value)) input.setRangeText('', 0, 1, 'preserve');
  else input.setRangeText('−', 0, 0, 'preserve');
}

/** Where the caret is; behind a number that is selected as a whole, which is what it is when the field is entered. */
function putSlash(input: HTMLInputElement): void {
  const { value, selectionStart, selectionEnd } = input;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  input.setRangeText('/', isWhole ? value.length : (selectionStart ?? 0), selectionEnd ?? 0, 'end');
}

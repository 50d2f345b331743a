/**
 * A number that can be typed, stepped with the arrow keys, and dragged sideways: one control for the desk, for the chips
 * on the edges and for the numbers in the equations. A text field with the role of a spin button, because it takes
 * exact numbers (`1/3`) that a native number field refuses. It knows nothing of networks.
 *
 * As in a table of numbers: until the reader begins to write, left and right lead to the next field of its group
 * (`rover.tsx`). From then on they move the caret. Home, End and whatever else is the text's are so from the start.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { parseTypedSum } from '../number/typed-number.ts';
import { equal, toNumber, type Rational } from '../number/rational.ts';
import { useDrawn, type Live } from '../live/live.ts';
import { numberText, shortNumberText, spokenNumber } from '../words/number.ts';
import { typedNumberSentence } from '../words/number-error.ts';
import { fitStyle, fittingText, writeFit } from './fit-text.ts';
import { useNumberDrag } from './number-drag.ts';
import { FieldKeys } from './lazy-field-keys.tsx';
import { useRover } from './rover.tsx';
import { stepByKey } from './number-step.ts';
import { useGesture } from './use-gesture.ts';
import { useHold } from './use-hold.ts';
import './number-field.css';

export interface NumberGesture {
  /** Read when it is needed, and written into the page whenever it changes: a drag does not draw its control again. */
  readonly number: Live<Rational>;
  readonly begin: () => void;
  readonly change: (value: Rational) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
  readonly hold?: (held: boolean) => void;
}

export interface NumberFieldProps extends NumberGesture {
  /** The accessible name: "weight from E to hidden node 1". */
  readonly name: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  /** Show at most this many characters (a longer number as ≈); the exact text is in the field while it is focused. */
  readonly maxLength?: number;
  /** Of the number, px: a long one is written smaller, or says less. The style sheet reads `--fit`. */
  readonly room?: number;
  /** How many px of a drag make one step. */
  readonly pixelsPerStep?: number;
  /** Written before the number while it is not being edited (the + of a bias). */
  readonly prefix?: (value: Rational) => string;
  /** Why a number can't stand here, in a sentence that says what can; null where it can. */
  readonly refuse?: (value: Rational) => string | null;
  /** Only the field is drawn over something that shows the number already. */
  readonly overlay?: boolean;
  /** Hidden for now: arrow keys pass it over. */
  readonly isOut?: boolean;
}

export function NumberField(props: NumberFieldProps) {
  const { name, number, begin, change, commit, className = '', style, maxLength = 24, room, overlay = false } = props;
  const field = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [dragging, setDragging] = useState(false);
  const problemId = useId();
  const hold = useHold(props.hold);
  const follow = useRover(input, props.isOut);
  /** The reader has clicked into the text, or used a key of it. */
  const isWriting = useRef(false);
  /** One press of an arrow key, however long it is held, is one gesture. */
  const steps = useGesture(props, 'commit');

  const restore = () => {
    setDraft(null);
    setProblem(null);
  };

  const wordsOf = (value: Rational): Words => {
    const exact = numberText(value);
    const short = (length: number) => (props.prefix?.(value) ?? '') + shortNumberText(value, length);
    const resting = room === undefined ? short(maxLength) : fittingText(short, room, maxLength);
    return {
      resting,
      text: draft ?? (focused && !dragging ? exact : resting),
      title: resting.endsWith(exact) ? undefined : exact,
      now: toNumber(value),
      spoken: spokenNumber(value),
    };
  };
  const words = wordsOf(useDrawn(number));
  const follows = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    const showNow = () => {
      if (!input.current) return;
      const now = wordsOf(number.get());
      show(input.current, now);
      if (room !== undefined && field.current) writeFit(field.current, now.resting, room);
    };
    showNow();
    follows.current = () => {
      showNow();
      // A change from elsewhere (undo, another control) makes what was typed here stale.
      if (draft !== null || problem !== null) restore();
    };
  });
  useLayoutEffect(() => number.subscribe(() => follows.current()), [number]);
  // Once the number is written as it is edited: `+ 1` has become `1`, and what was selected before is so no more.
  useLayoutEffect(() => {
    if (focused) input.current?.select();
  }, [focused]);

  // The field has been left with a wrong entry: its sentence stays until the reader does something else.
  const left = problem !== null && draft === null;
  useEffect(() => {
    if (!left) return undefined;
    const putAway = () => setProblem(null);
    window.addEventListener('pointerdown', putAway, true);
    window.addEventListener('keydown', putAway, true);
    return () => {
      window.removeEventListener('pointerdown', putAway, true);
      window.removeEventListener('keydown', putAway, true);
    };
  }, [left]);

  const drag = useNumberDrag(props, {
    pixelsPerStep: props.pixelsPerStep,
    onStart: () => {
      setDragging(true);
      restore();
      // Not the field's own hold: the drag goes on where it takes the field away.
      props.hold?.(true);
    },
    onEnd: () => {
      setDragging(false);
      if (document.activeElement !== input.current) props.hold?.(false);
    },
    onTap: () => {
      input.current?.focus();
      input.current?.select();
      isWriting.current = true;
    },
  });

  /** Takes what was typed; false when it is not a number. */
  const take = (): boolean => {
    if (draft === null) return true;
    const typed = parseTypedSum(draft);
    const wrong = typed.ok ? props.refuse?.(typed.value) : typedNumberSentence(typed.error);
    if (!typed.ok || wrong) {
      setProblem(wrong ?? null);
      return false;
    }
    restore();
    if (!equal(typed.value, number.get())) {
      begin();
      change(typed.value);
      commit();
    }
    return true;
  };

  const write = (text: string) => {
    isWriting.current = true;
    setDraft(text);
    setProblem(null);
  };

  const step = (next: Rational) => {
    const wrong = props.refuse?.(next);
    if (wrong) return setProblem(wrong);
    steps.open();
    restore();
    change(next);
  };

  /** Once the number has been written. Selecting focuses, and by then the reader may be elsewhere. */
  const select = () => {
    isWriting.current = false;
    requestAnimationFrame(() => {
      if (document.activeElement === input.current) input.current?.select();
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey) {
      isWriting.current = true;
      // Undo takes back the typing; with nothing typed it is the page's.
      if (draft === null || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      restore();
      select();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const typed = draft === null ? null : parseTypedSum(draft);
    const next = stepByKey(typed?.ok ? typed.value : number.get(), event);
    if (next) {
      step(next);
      select();
      event.preventDefault();
      return;
    }
    switch (event.key) {
      case 'Enter':
        steps.close('commit');
        if (take()) select();
        break;
      case 'Escape':
        if (!steps.close('cancel') && draft === null && problem === null) return;
        restore();
        select();
        event.stopPropagation();
        break;
      case 'F2':
        isWriting.current = true;
        event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length);
        break;
      case 'Tab':
      case 'Shift':
      case 'Alt':
        return;
      default:
        if (!isWriting.current && event.key.startsWith('Arrow') && follow(event)) return;
        isWriting.current = true;
        return;
    }
    event.preventDefault();
  };

  return (
    <span
      ref={field}
      className={`number-field ${overlay ? 'is-overlay' : ''} ${className}`}
      data-dragging={dragging || undefined}
      data-editing={draft !== null || undefined}
      style={room === undefined ? style : { ...fitStyle(words.resting, room), ...style }}
      onPointerDown={(event) => {
        // The field itself is being edited: the pointer belongs to the text.
        if (focused && draft !== null && event.target === input.current) return;
        drag(event);
      }}
    >
      <input
        ref={input}
        type="text"
        inputMode="decimal"
        role="spinbutton"
        autoComplete="off"
        spellCheck={false}
        aria-label={name}
        aria-valuenow={words.now}
        aria-valuetext={words.spoken}
        aria-invalid={(problem !== null && draft !== null) || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        title={words.title}
        defaultValue={words.text}
        size={sizeFor(words.text)}
        onChange={(event) => write(event.target.value)}
        // A press may become a drag, and writing into a focused field makes the browser lay the page out at once: a tap
        // focuses it (`onTap`), a press does not.
        onMouseDown={(event) => {
          if (document.activeElement !== event.currentTarget) event.preventDefault();
          else isWriting.current = true;
        }}
        // What is selected is not dragged as text: the number is.
        onDragStart={(event) => event.preventDefault()}
        onFocus={() => {
          setFocused(true);
          hold(true);
        }}
        onBlur={() => {
          setFocused(false);
          isWriting.current = false;
          steps.close('commit');
          take();
          // What was no number goes, and the old value shows again.
          setDraft(null);
          hold(false);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={() => steps.close('commit')}
      />
      {focused && !dragging && <FieldKeys field={input} onType={write} />}
      {problem !== null && (
        <span ref={showUnderField} className="number-problem" id={problemId} role="alert" popover="manual">
          {problem}
        </span>
      )}
    </span>
  );
}

/** Least distance of a sentence from the edge of the screen, and from its field, px. */
const EDGE = 8;
const GAP = 6;

/** A popover, so that no panel cuts it off and nothing lies over it; wholly on the screen. */
function showUnderField(sentence: HTMLElement | null): void {
  const field = sentence?.parentElement?.getBoundingClientRect();
  if (!sentence || !field) return;
  if (!sentence.matches(':popover-open')) sentence.showPopover();
  const { width, height } = sentence.getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - EDGE - width;
  const left = Math.max(EDGE, Math.min((field.left + field.right - width) / 2, rightmost));
  const under = field.bottom + GAP;
  const top = under + height <= window.innerHeight ? under : field.top - GAP - height;
  Object.assign(sentence.style, { left: `${left + window.scrollX}px`, top: `${top + window.scrollY}px` });
}

interface Words {
  /** While it is not being edited. */
  readonly resting: string;
  readonly text: string;
  /** The exact number, where the text is rounded. */
  readonly title: string | undefined;
  readonly now: number;
  readonly spoken: string;
}

/** The same attributes that the component draws. */
function show(input: HTMLInputElement, { resting, text, title, now, spoken }: Words): void {
  if (input.value !== text) input.value = text;
  if (input.size !== sizeFor(text)) input.size = sizeFor(text);
  // Longer than what the field is made for: the style sheet makes room for the whole of it.
  const isLong = text.length > resting.length;
  if (isLong || input.hasAttribute('data-long')) keepOnScreen(input, isLong);
  if (title === undefined) input.removeAttribute('title');
  else if (input.title !== title) input.title = title;
  input.setAttribute('aria-valuenow', String(now));
  input.setAttribute('aria-valuetext', spoken);
}

/** A long number may reach beyond the edge of a narrow screen. */
function keepOnScreen(input: HTMLInputElement, isLong: boolean): void {
  const box = input.closest<HTMLElement>('.number-field.is-overlay') ?? input;
  box.style.translate = '';
  input.toggleAttribute('data-long', isLong);
  if (!isLong) return;
  const { left, right } = box.getBoundingClientRect();
  const shift = Math.max(EDGE - left, Math.min(0, document.documentElement.clientWidth - EDGE - right));
  box.style.translate = `${shift}px`;
}

function sizeFor(text: string): number {
  return Math.max(2, text.length);
}

/**
 * A number that can be typed, stepped with the arrow keys, and dragged sideways: one control for the desk, for the chips
 * on the edges and for the numbers in the equations. A text field with the role of a spin button, because it takes
 * exact numbers (`1/3`) that a native number field refuses. It knows nothing of networks.
 *
 * As in a table of numbers: until the reader begins to write, left and right lead to the next field of its group
 * (`rover.tsx`). From then on they move the caret. Home, End and whatever else is the text's are so from the start.
 */
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { parseTypedSum, type TypedNumberError } from '../number/typed-number.ts';
import { equal, toNumber, type Rational } from '../number/rational.ts';
import { useDrawn, type Live } from '../live/live.ts';
import { numberText, shortNumberText, spokenNumber } from '../words/number.ts';
import { showWords, sizeFor, type FieldWords } from './field-text.ts';
import { fitStyle, fittingText, writeFit } from './fit-text.ts';
import { useNumberDrag } from './number-drag.ts';
import { FieldKeys } from './lazy-field-keys.tsx';
import { FieldProblem } from './lazy-field-problem.tsx';
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
  /** It has come to a number that is drawn by somebody else (`number-slot.tsx`), and goes when it has been left. */
  readonly visit?: FieldVisit;
  /** Hidden for now: arrow keys pass it over. */
  readonly isOut?: boolean;
}

export interface FieldVisit {
  /** A tap is a click into the text. */
  readonly by: 'focus' | 'tap';
  readonly onLeft: () => void;
}

export function NumberField(props: NumberFieldProps) {
  const { name, number, begin, change, commit, className = '', style, maxLength = 24, room, visit } = props;
  const field = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | TypedNumberError | null>(null);
  const [focused, setFocused] = useState(false);
  const [dragging, setDragging] = useState(false);
  const problemId = useId();
  const hold = useHold(props.hold);
  const follow = useRover(input, props.isOut);
  /** The reader has clicked into the text, or used a key of it. */
  const isWriting = useRef(visit?.by === 'tap');
  /** One press of an arrow key, however long it is held, is one gesture. */
  const steps = useGesture(props, 'commit');

  const restore = () => {
    setDraft(null);
    setProblem(null);
  };

  const wordsOf = (value: Rational): FieldWords => {
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
      showWords(input.current, now);
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

  useVisit(visit, input, !focused && !dragging && problem === null);

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
    const wrong = typed.ok ? props.refuse?.(typed.value) : typed.error;
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
      className={`number-field ${visit ? 'is-overlay' : ''} ${className}`}
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
      {problem !== null && <FieldProblem id={problemId} problem={problem} />}
    </span>
  );
}

/** It takes the focus when it comes, and tells when nothing more is to be seen of it. */
function useVisit(visit: FieldVisit | undefined, input: RefObject<HTMLInputElement | null>, isIdle: boolean): void {
  const isVisit = visit !== undefined;
  const onLeft = visit?.onLeft;
  const hasBegun = useRef(false);
  useLayoutEffect(() => {
    if (isVisit) input.current?.focus({ preventScroll: true });
  }, [isVisit, input]);
  useEffect(() => {
    if (!isIdle) hasBegun.current = true;
    else if (hasBegun.current) onLeft?.();
  }, [isIdle, onLeft]);
}

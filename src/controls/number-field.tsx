/**
 * A number that can be typed, stepped with the arrow keys, and dragged sideways: one control for the desk, for the chips
 * on the edges and for the numbers in the equations. A text field with the role of a spin button, because it takes
 * exact numbers (`1/3`) that a native number field refuses. It knows nothing of networks.
 */
import { useId, useLayoutEffect, useRef, useState, type CSSProperties, type RefObject } from 'react';
import type { Rational } from '../number/rational.ts';
import { useDrawn } from '../live/live.ts';
import { numberText, shortNumberText } from '#words/number.ts';
import { showWords, sizeFor, type FieldWords } from './field-text.ts';
import { fitStyle, fittingText, writeFit } from './fit-text.ts';
import { useNumberDrag } from './number-drag.ts';
import { useNumberEditor } from './number-editor.ts';
import type { NumberGesture } from './number-gesture.ts';
import { FieldKeys } from './lazy-field-keys.tsx';
import { FieldProblem } from './lazy-field-problem.tsx';
import { saidNumber } from './said-number.ts';
import { useRover } from './rover.tsx';
import { useTextKeys } from './text-keys.ts';
import { useTyping, type Typing } from './use-typing.ts';
import './number-field.css';

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
  /** It, or what it is the number of, is in hand: it gets wider, and never narrower. */
  readonly isHeld?: boolean;
  /** Hidden for now: arrow keys pass it over. */
  readonly isOut?: boolean;
}

export interface FieldVisit {
  /** A tap is a click into the text. */
  readonly by: 'focus' | 'tap';
  readonly onLeft: () => void;
}

export function NumberField(props: NumberFieldProps) {
  const { name, number, className = '', style, room, visit } = props;
  const field = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const [dragging, setDragging] = useState(false);
  const problemId = useId();
  const editor = useNumberEditor(props);
  const follow = useRover(input, props.isOut);
  const typing = useTyping(number.get, editor.set, props.refuse, visit?.by === 'tap');
  const { draft, problem } = typing;
  const words = useFieldWords(props, typing, { field, input, focused, dragging });
  useVisit(visit, input, !focused && !dragging && problem === null);
  const onKeyDown = useTextKeys({ input, editor, typing, refuse: props.refuse, follow });
  const drag = useNumberDrag(props, {
    pixelsPerStep: props.pixelsPerStep,
    onStart: () => {
      setDragging(true);
      typing.restore();
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
      typing.setWriting(true);
    },
  });

  return (
    <span
      ref={field}
      className={`number-field ${visit ? 'is-overlay ' : ''}${className}`}
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
        inputMode="decimal"
        role="spinbutton"
        autoComplete="off"
        aria-label={name}
        aria-valuenow={words.said.now}
        aria-valuetext={words.said.text}
        aria-invalid={(problem !== null && draft !== null) || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        title={words.title}
        defaultValue={words.text}
        size={sizeFor(words.text)}
        onChange={(event) => typing.write(event.target.value)}
        // A press may become a drag, and writing into a focused field makes the browser lay the page out at once: a tap
        // focuses it (`onTap`), a press does not.
        onMouseDown={(event) => {
          if (document.activeElement !== event.currentTarget) event.preventDefault();
          else typing.setWriting(true);
        }}
        // What is selected is not dragged as text: the number is.
        onDragStart={(event) => event.preventDefault()}
        onFocus={() => {
          setFocused(true);
          editor.hold(true);
        }}
        onBlur={() => {
          setFocused(false);
          typing.setWriting(false);
          editor.settle();
          typing.take();
          typing.leave();
          editor.hold(false);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={editor.settle}
      />
      {focused && !dragging && <FieldKeys field={input} onType={typing.write} />}
      {problem !== null && <FieldProblem id={problemId} problem={problem} />}
    </span>
  );
}

interface Shown {
  readonly field: RefObject<HTMLElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly focused: boolean;
  readonly dragging: boolean;
}

/** What stands in the field. It is drawn once, and then written past React whenever the number changes. */
function useFieldWords(
  props: NumberFieldProps,
  typing: Typing,
  { field, input, focused, dragging }: Shown,
): FieldWords {
  const { number, maxLength = 24, room } = props;
  const wordsOf = (value: Rational): FieldWords => {
    const exact = numberText(value);
    const short = (length: number) => (props.prefix?.(value) ?? '') + shortNumberText(value, length);
    const resting = room === undefined ? short(maxLength) : fittingText(short, room, maxLength);
    return {
      resting,
      text: typing.draft ?? (focused && !dragging ? exact : resting),
      title: resting.endsWith(exact) ? undefined : exact,
      said: saidNumber(value),
    };
  };
  const words = wordsOf(useDrawn(number));
  const follows = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    const showNow = () => {
      if (!input.current) return;
      const now = wordsOf(number.get());
      showWords(input.current, now);
      if (room !== undefined && field.current) writeFit(field.current, now.resting, room, dragging || props.isHeld);
    };
    showNow();
    follows.current = () => {
      showNow();
      // A change from elsewhere (undo, another control) makes what was typed here stale.
      if (typing.draft !== null || typing.problem !== null) typing.restore();
    };
  });
  useLayoutEffect(() => number.subscribe(() => follows.current()), [number]);
  // Once the number is written as it is edited: `+ 1` has become `1`, and what was selected before is so no more.
  useLayoutEffect(() => {
    if (focused) input.current?.select();
  }, [focused, input]);
  return words;
}

/** It takes the focus when it comes, and tells when nothing more is to be seen of it. */
function useVisit(visit: FieldVisit | undefined, input: RefObject<HTMLInputElement | null>, isIdle: boolean): void {
  const isVisit = visit !== undefined;
  const onLeft = visit?.onLeft;
  const hasBegun = useRef(false);
  useLayoutEffect(() => {
    if (isVisit) input.current?.focus({ preventScroll: true });
  }, [isVisit, input]);
  // At once: the focus may come back in a moment, and must not come to a field that is about to go.
  useLayoutEffect(() => {
    if (!isIdle) hasBegun.current = true;
    else if (hasBegun.current) onLeft?.();
  }, [isIdle, onLeft]);
}

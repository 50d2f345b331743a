/** A few steps, forward and back: a list to choose from, two buttons, and the arrow keys. */
import { useRef, type KeyboardEvent } from 'react';

export interface StepButtonsProps {
  readonly name: string;
  readonly steps: readonly string[];
  /** From 1. */
  readonly step: number;
  readonly onStep: (step: number) => void;
  readonly previous: string;
  readonly next: string;
}

export function StepButtons({ name, steps, step, onStep, previous, next }: StepButtonsProps) {
  const list = useRef<HTMLOListElement>(null);
  const go = (to: number) => onStep(Math.max(1, Math.min(steps.length, to)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const target =
      move !== undefined ? step + move : event.key === 'Home' ? 1 : event.key === 'End' ? steps.length : null;
    if (target === null) return;
    event.preventDefault();
    go(target);
    list.current?.querySelectorAll('button')[Math.max(1, Math.min(steps.length, target)) - 1]?.focus();
  };
  return (
    <div className="step-buttons" role="group" aria-label={name}>
      <button type="button" className="button is-small" aria-disabled={step === 1} onClick={() => go(step - 1)}>
        {previous}
      </button>
      <ol ref={list}>
        {steps.map((title, i) => (
          <li key={title}>
            <button
              type="button"
              aria-current={i + 1 === step ? 'step' : undefined}
              data-reached={i + 1 <= step || undefined}
              tabIndex={i + 1 === step ? 0 : -1}
              onKeyDown={onKeyDown}
              onClick={() => go(i + 1)}
            >
              <span className="step-number" aria-hidden="true">
                {i + 1}
              </span>
              {title}
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button is-small"
        aria-disabled={step === steps.length}
        onClick={() => go(step + 1)}
      >
        {next}
      </button>
    </div>
  );
}

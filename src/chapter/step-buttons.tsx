/** A few steps, forward and back: a list to choose from, two buttons, and the arrow keys. */
import { useRef, type KeyboardEvent } from 'react';
import { rove } from '../controls/rover.tsx';

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
    const next = rove(event, step - 1, steps.length);
    if (next === null) return;
    event.preventDefault();
    go(next + 1);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="flow step-buttons" role="group" aria-label={name}>
      <button type="button" className="button is-small" aria-disabled={step === 1} onClick={() => go(step - 1)}>
        {previous}
      </button>
      <ol ref={list}>
        {steps.map((title, i) => (
          <li key={title}>
            <button
              type="button"
              className="quiet"
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

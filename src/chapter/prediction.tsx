/** Predict, then see: a number to guess, or to be shown at once. The guess stays beside the truth, and why it is so. */
import { useRef, useState, type ReactNode } from 'react';
import { equal, type Rational } from '../number/rational.ts';
import { parseTypedNumber } from '../number/typed-number.ts';
import { PREDICT } from '#words/chapter/article.ts';
import { typedNumberSentence } from '#words/number-error.ts';
import type { GuessState } from './guess.ts';
import { Live } from './live-number.tsx';
import { Prose } from './prose.tsx';

export interface PredictProps extends GuessState {
  /** What is asked for, beside its field. */
  readonly label: ReactNode;
  readonly truth: Rational;
  /** In one sentence; it begins small, after a colon. */
  readonly why: ReactNode;
}

export function Predict({ label, truth, why, guess, onGuess }: PredictProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isDecided = guess.kind !== 'none';
  const says = isDecided && <Truth guess={guess} truth={truth} why={why} />;
  return (
    <form
      className="surface flow predict"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = parseTypedNumber(text);
        setProblem(typed.ok ? null : typedNumberSentence(typed.error));
        if (typed.ok) onGuess({ kind: 'guessed', value: typed.value });
      }}
    >
      {isDecided ? (
        <>
          <p className="predict-truth">{says}</p>
          <button
            type="button"
            className="button is-small"
            onClick={() => {
              onGuess({ kind: 'none' });
              setText('');
              requestAnimationFrame(() => field.current?.focus());
            }}
          >
            {PREDICT.again}
          </button>
        </>
      ) : (
        <>
          <label>
            <span>{label}</span>
            <input
              ref={field}
              className="field"
              type="text"
              autoComplete="off"
              value={text}
              aria-invalid={problem !== null || undefined}
              onChange={(event) => {
                setText(event.target.value);
                setProblem(null);
              }}
            />
          </label>
          <button type="submit" className="button is-strong">
            {PREDICT.check}
          </button>
          <button type="button" className="button" onClick={() => onGuess({ kind: 'skipped' })}>
            {PREDICT.skip}
          </button>
          {problem !== null && (
            <p className="predict-problem" role="alert">
              {problem}
            </p>
          )}
        </>
      )}
      <span className="visually-hidden" role="status">
        {says}
      </span>
    </form>
  );
}

function Truth({ guess, truth, why }: Pick<PredictProps, 'guess' | 'truth' | 'why'>): ReactNode {
  const slots = { truth: <Live value={truth} />, why };
  if (guess.kind !== 'guessed') return <Prose text={PREDICT.shown} slots={slots} />;
  const guessed = <Live value={guess.value} />;
  return equal(guess.value, truth) ? (
    <Prose text={PREDICT.right} slots={{ guess: guessed, why }} />
  ) : (
    <Prose text={PREDICT.wrong} slots={{ ...slots, guess: guessed }} />
  );
}

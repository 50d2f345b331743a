/** The question that stands in the place of the best linear model until it is answered, or put aside. */
import { useState } from 'react';
import { toNumber, type Rational } from '../../number/rational.ts';
import { parseTypedNumber } from '../../number/typed-number.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import { typedNumberSentence } from '#words/number-error.ts';
import { shortNumberText } from '#words/number.ts';
import { shownNumber } from '#words/chapter/training-numbers.ts';

const words = FIT.predict;

export interface PredictProps {
  /** Of the linear network, to start from. */
  readonly loss: number;
  readonly onGuess: (guess: Rational) => void;
  readonly onSkip: () => void;
}

export function Predict({ loss, onGuess, onSkip }: PredictProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className="plate flow predict fit-predict"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = parseTypedNumber(text);
        setProblem(typed.ok ? null : typedNumberSentence(typed.error));
        if (typed.ok) onGuess(typed.value);
      }}
    >
      <h4>{words.ask}</h4>
      <p>{words.start(shownNumber(loss))}</p>
      <label>
        <span>{words.label}</span>
        <input
          className="field"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={problem !== null || undefined}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
        />
      </label>
      <div className="flow">
        <button type="submit" className="button is-strong is-small">
          {words.check}
        </button>
        <button type="button" className="button is-small" onClick={onSkip}>
          {words.skip}
        </button>
      </div>
      {problem !== null && (
        <p className="predict-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

/** A guess beside the truth: right to a tenth of it. Then why the truth is one. */
export function guessSentence(guess: Rational, truth: number): string {
  const text = shortNumberText(guess, 12);
  const distance = toNumber(guess) - truth;
  const isRight = Math.abs(distance) <= 0.1 * truth;
  const verdict = isRight ? words.right(text) : distance < 0 ? words.low(text) : words.high(text);
  return `${verdict} ${words.why}`;
}

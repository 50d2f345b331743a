/** Why a number field does not take what was typed, under the field. */
import type { TypedNumberError } from '../number/typed-number.ts';
import { typedNumberSentence } from '#words/number-error.ts';
import { showBeside } from './show-beside.ts';

export interface FieldProblemProps {
  /** The field is described by it. */
  readonly id: string;
  /** A sentence, or what is wrong with the text as a number. */
  readonly problem: string | TypedNumberError;
}

export function FieldProblem({ id, problem }: FieldProblemProps) {
  return (
    <span ref={showSentence} className="said number-problem" id={id} role="alert" popover="manual">
      {typeof problem === 'string' ? problem : typedNumberSentence(problem)}
    </span>
  );
}

function showSentence(sentence: HTMLElement | null): void {
  showBeside(sentence, sentence?.parentElement);
}

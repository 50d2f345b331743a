/** What is wrong with a typed number, in one sentence that says what to type instead. */
import { MAX_DIGITS, type TypedNumberError } from '../../number/typed-number.ts';
import { visible } from './visible.ts';

export function typedNumberSentence(error: TypedNumberError): string {
  switch (error.kind) {
    case 'empty':
      return 'Type a number, such as 0.5, −3 or 1/3.';
    case 'notANumber': {
      const odd = String.fromCodePoint(error.text.codePointAt(error.at) ?? 0x20);
      return /[^0-9.,/eE+-]/.test(odd)
        ? `${odd.trim() === '' ? 'A space' : `“${visible(odd)}”`} can’t be part of a number. Type one such as 0.5, −3 or 1/3.`
        : 'This is not a number yet. Type one such as 0.5, −3 or 1/3.';
    }
    case 'zeroDenominator':
      return 'A fraction can’t have 0 below the line.';
    case 'ambiguousComma': {
      const plain = error.text.replace(',', '');
      return `${error.text} could be read in two ways: type ${plain} or ${error.text.replace(',', '.')}.`;
    }
    case 'tooLong':
      return `That number is ${tooLongText(error.why)}.`;
  }
}

/** `too large: at most 20 digits before the point` */
export function tooLongText(why: keyof typeof TOO_LONG): string {
  return TOO_LONG[why];
}

const TOO_LONG = {
  large: `too large: at most ${MAX_DIGITS} digits before the point`,
  small: `too close to 0: at most ${MAX_DIGITS - 1} places behind the point`,
  digits: `too long: at most ${MAX_DIGITS} digits, ${MAX_DIGITS - 1} of them behind the point`,
  fraction: `too long: at most ${MAX_DIGITS} digits above and below the line`,
} as const;

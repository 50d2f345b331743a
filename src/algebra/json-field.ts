/** How questions of the commands are read from unknown JSON: every field is right, or one sentence says what is wrong. */
import { fail, ok, type Result } from '../number/result.ts';
import { MAX_NUMBER_TEXT, type NumberTextError } from '../number/number-text.ts';

export interface QuestionError {
  /** Where, as one would write it in JavaScript: `network.layers[0].neurons[1].weights[0]`. Empty: the whole. */
  readonly field: string;
  /** What is wrong there: the rest of the sentence. */
  readonly problem: string;
}

export type Parsed<T> = Result<T, QuestionError>;
export type Fields = Readonly<Record<string, unknown>>;

/** The sentence for people: the field, then what is wrong with it. */
export function questionErrorText({ field, problem }: QuestionError): string {
  return field === '' ? problem : `${field}: ${problem}`;
}

/** Every item parsed, or the first error. */
export function parseList<T>(
  json: unknown,
  field: string,
  what: string,
  parseItem: (item: unknown, field: string) => Parsed<T>,
): Parsed<T[]> {
  if (json === undefined) return wrong(field, 'is missing');
  if (!Array.isArray(json)) return wrong(field, `should be a list of ${what}, not ${describe(json)}`);
  const items: T[] = [];
  for (const [i, item] of (json as unknown[]).entries()) {
    const parsed = parseItem(item, `${field}[${i}]`);
    if (!parsed.ok) return parsed;
    items.push(parsed.value);
  }
  return ok(items);
}

export function checkCount(count: number, field: string, least: number, most: number, what: string): Parsed<null> {
  if (count >= least && count <= most) return ok(null);
  return wrong(field, `should hold ${least} to ${most} ${what}, but holds ${count}`);
}

export function wrong(field: string, problem: string): Result<never, QuestionError> {
  return fail({ field, problem });
}

export function isFields(json: unknown): json is Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

const MAX_SHOWN = 40;

/** A JSON value as a few words. */
export function describe(json: unknown): string {
  if (json === undefined) return 'nothing';
  if (Array.isArray(json)) return 'a list';
  if (isFields(json)) return 'an object';
  const text = JSON.stringify(json);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}..."` : text;
}

/** What is wrong with a number's text: the rest of the sentence. */
export function numberProblem(text: string, error: NumberTextError): string {
  switch (error.kind) {
    case 'notANumber':
      return `${describe(text)} is not a number: write a decimal like "-0.5" or a fraction like "2/3"`;
    case 'zeroDenominator':
      return `${describe(text)} has the denominator 0`;
    case 'tooLong':
      return `is ${error.length} characters long, and ${MAX_NUMBER_TEXT} are the most`;
  }
}

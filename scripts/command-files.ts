/** What the commands share: questions from files or from standard input, answers to standard output, status 2. */
import { readFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { questionErrorText, type Parsed } from '../src/algebra/json-field.ts';
import { fail, ok, type Result } from '../src/number/result.ts';
import { formatJson } from './format-json.ts';

export interface Command<Q> {
  /** As npm knows it. */
  readonly name: string;
  readonly help: string;
  /** Throws a SyntaxError where the text is not JSON. */
  readonly parseJson: (text: string) => unknown;
  readonly parseQuestion: (json: unknown, field: string) => Parsed<Q>;
  readonly answer: (question: Q, index: number) => unknown;
}

/** One file's questions, and whether it held a list of them. */
interface Questions<Q> {
  readonly isList: boolean;
  readonly questions: readonly Q[];
}

const WRONG_INPUT = 2;
const STANDARD_INPUT = 0;

/** Answers the questions of the files that are named, or of standard input; gives the exit status. */
export function runOnFiles<Q>(command: Command<Q>, args: readonly string[]): number {
  const { name, help, answer } = command;
  const complain = (sentence: string): number => {
    write(2, `${name}: ${sentence}\n`);
    return WRONG_INPUT;
  };
  if (args.includes('--help') || args.includes('-h')) {
    write(1, help);
    return 0;
  }
  const option = args.find((arg) => arg.startsWith('-') && arg !== '-');
  if (option) return complain(`there is no option ${option}; --help explains the command`);
  if (args.length === 0 && process.stdin.isTTY) {
    return complain('no question: name a file, or send one to standard input; --help explains the command');
  }
  const files: Questions<Q>[] = [];
  for (const file of args.length === 0 ? ['-'] : args) {
    const read = readQuestions(command, file);
    if (!read.ok) return complain(read.error);
    files.push(read.value);
  }
  const all = files.flatMap(({ questions }) => questions);
  const asList = files.length > 1 || files.some(({ isList }) => isList);
  // Answer by answer: the first ones are there before the last ones are known.
  if (asList) write(1, '[');
  for (const [i, question] of all.entries()) {
    if (asList) write(1, i === 0 ? '\n' : ',\n');
    const answers = answer(question, i);
    write(1, asList ? `  ${formatJson(answers, 2)}` : formatJson(answers));
  }
  write(1, asList ? '\n]\n' : '\n');
  return 0;
}

function readQuestions<Q>({ name, parseJson, parseQuestion }: Command<Q>, file: string): Result<Questions<Q>, string> {
  const where = file === '-' ? '' : `${file}: `;
  let text: string;
  try {
    text = readFileSync(file === '-' ? STANDARD_INPUT : resolve(startFolder(name), file), 'utf8');
  } catch (error) {
    return fail(
      `${file === '-' ? 'standard input' : file} can't be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`,
    );
  }
  let json: unknown;
  try {
    json = parseJson(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(`${where}this is not JSON: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
  const items: readonly unknown[] = Array.isArray(json) ? (json as unknown[]) : [json];
  const questions: Q[] = [];
  for (const [i, item] of items.entries()) {
    const parsed = parseQuestion(item, Array.isArray(json) ? `[${i}]` : '');
    if (!parsed.ok) return fail(where + questionErrorText(parsed.error));
    questions.push(parsed.value);
  }
  return ok({ isList: Array.isArray(json), questions });
}

/** Where the command was typed: npm runs its scripts in the repository's folder. */
function startFolder(name: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
  return script === name && typedIn ? typedIn : process.cwd();
}

/** All of the text, also into a pipe that takes it in parts or that is full for the moment. */
export function write(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0); // nobody reads on, as in `... | head`
      if (code !== 'EAGAIN') throw error;
    }
  }
}

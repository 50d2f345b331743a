/** The analysis command: questions in, answers out. `analyse.mjs` starts it. */
import { readFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { ACTIVATION_KINDS } from '../src/activation/activation.ts';
import { analyse } from '../src/algebra/analyse.ts';
import { parseQuestion, questionErrorText, type Question } from '../src/algebra/question.ts';
import { fail, ok, type Result } from '../src/number/result.ts';
import { formatJson } from './format-json.ts';

const HELP = `Exact answers about small neural networks: do they collapse to one linear model, and what are their pieces?

  npm run --silent analyse < question.json
  npm run --silent analyse -- question.json [more.json ...]

A question is an object {"network": ..., "domain": ..., "points": [[...], ...]}, or a network alone:

  {"inputs": ["E", "H", "G"],
   "layers": [
     {"neurons": [{"weights": ["0.5", "3", "4"], "bias": "0.5", "activation": "relu"},
                  {"weights": ["4", "1", "2"], "bias": "1", "activation": "relu"}]},
     {"neurons": [{"weights": ["2", "5"], "bias": "5", "activation": "linear"}]}]}

  numbers      strings, exact: "0.5", "-3", "1/3"
  activation   ${ACTIVATION_KINDS.join(', ')};
               leakyRelu with its slope as "alpha", 1/100 when left out
  layers       0 to 4 hidden layers, then the output layer with its one neuron; 1 to 6 inputs
  domain       null or left out: all inputs; {"min": [...], "max": [...]}: a closed box
  points       where to evaluate the network; may be left out

One question gives one object of answers, an array of questions an array. Several files give one array, with the
answers to all of their questions in order; "-" stands for standard input. The answers are evaluate, collapse, affine,
affine_nonneg (where the domain is all inputs), crease_count, regions, neurons, kinks and simplest, as
tests/vectors/README.md defines them; docs/analyse.md tells about simplest.

Exit status: 0, or 2 when a file can't be read as questions; then one sentence on standard error names the field.
`;

const WRONG_INPUT = 2;
const STANDARD_INPUT = 0;

/** One file's questions, and whether it held a list of them. */
interface Questions {
  readonly isList: boolean;
  readonly questions: readonly Question[];
}

/** Returns the exit status. */
export function main(args: readonly string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    write(1, HELP);
    return 0;
  }
  const option = args.find((arg) => arg.startsWith('-') && arg !== '-');
  if (option) return complain(`there is no option ${option}; --help explains the command`);
  if (args.length === 0 && process.stdin.isTTY) {
    return complain('no question: name a file, or send one to standard input; --help explains the command');
  }
  const files: Questions[] = [];
  for (const file of args.length === 0 ? ['-'] : args) {
    const read = readQuestions(file);
    if (!read.ok) return complain(read.error);
    files.push(read.value);
  }
  const all = files.flatMap(({ questions }) => questions);
  const asList = files.length > 1 || files.some(({ isList }) => isList);
  // Answer by answer: the first ones are there before the last ones are known.
  if (asList) write(1, '[');
  for (const [i, question] of all.entries()) {
    if (asList) write(1, i === 0 ? '\n' : ',\n');
    const answers = analyse(question);
    write(1, asList ? `  ${formatJson(answers, 2)}` : formatJson(answers));
    const straight = answers.crease_count !== null || answers.regions !== null;
    if (straight && !answers.regions) {
      write(2, `question ${i}: too many cells to count; "regions", "neurons" and "simplest" are left out\n`);
    }
  }
  write(1, asList ? '\n]\n' : '\n');
  return 0;
}

function readQuestions(file: string): Result<Questions, string> {
  const where = file === '-' ? '' : `${file}: `;
  let text: string;
  try {
    text = readFileSync(file === '-' ? STANDARD_INPUT : resolve(startFolder(), file), 'utf8');
  } catch (error) {
    return fail(
      `${file === '-' ? 'standard input' : file} can't be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(`${where}this is not JSON: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
  const items: readonly unknown[] = Array.isArray(json) ? (json as unknown[]) : [json];
  const questions: Question[] = [];
  for (const [i, item] of items.entries()) {
    const parsed = parseQuestion(item, Array.isArray(json) ? `[${i}]` : '');
    if (!parsed.ok) return fail(where + questionErrorText(parsed.error));
    questions.push(parsed.value);
  }
  return ok({ isList: Array.isArray(json), questions });
}

/** Where the command was typed: npm runs its scripts in the repository's folder. */
function startFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
  return script === 'analyse' && typedIn ? typedIn : process.cwd();
}

function complain(sentence: string): number {
  write(2, `analyse: ${sentence}\n`);
  return WRONG_INPUT;
}

/** All of the text, also into a pipe that takes it in parts or that is full for the moment. */
function write(descriptor: 1 | 2, text: string): void {
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

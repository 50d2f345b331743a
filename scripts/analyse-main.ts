/** The analysis command: questions in, answers out. `analyse.mjs` starts it. */
import { ACTIVATION_KINDS } from '../src/activation/activation.ts';
import { analyse } from '../src/algebra/analyse.ts';
import { parseQuestion, type Question } from '../src/algebra/question.ts';
import { runOnFiles, write } from './command-files.ts';

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

/** Returns the exit status. */
export function main(args: readonly string[]): number {
  return runOnFiles({ name: 'analyse', help: HELP, parseJson: JSON.parse, parseQuestion, answer }, args);
}

function answer(question: Question, index: number): unknown {
  const answers = analyse(question);
  const straight = answers.crease_count !== null || answers.regions !== null;
  if (straight && !answers.regions) {
    write(2, `question ${index}: too many cells to count; "regions", "neurons" and "simplest" are left out\n`);
  }
  return answers;
}

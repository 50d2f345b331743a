/** The training command: questions in, answers out. `train.mjs` starts it. */
import { ACTIVATION_KINDS } from '../src/activation/activation.ts';
import { trainingAnswer } from '../src/train/answer.ts';
import { parseExactJson } from '../src/train/exact-json.ts';
import { parseTrainQuestion } from '../src/train/training-question.ts';
import { runOnFiles } from './command-files.ts';

const HELP = `Fits a small neural network to data by gradient descent, and finds the best linear model exactly: the floor that no
network without a bend can come below. The same question gives the same numbers, bit for bit, everywhere.

  npm run --silent train < question.json
  npm run --silent train -- question.json [more.json ...]

A question:

  {"data": [["-1", 1], [0, 0], [0.5, "1/2"], [1, 1]],
   "hidden": [8, 8], "activation": "relu", "optimizer": "sgd",
   "rate": 0.05, "batch": 10, "seed": 1, "steps": 1000}

  data         rows x1, ..., y of 1 to 6 inputs; JSON numbers or strings, exact as written: 0.1 is 1/10
  hidden       the nodes of each hidden layer: 0 to 4 layers
  activation   of the hidden nodes, relu when left out: ${ACTIVATION_KINDS.join(', ')};
               leakyRelu with its slope as "alpha", 1/100 when left out
  network      instead of "hidden": the network to start from, as the analyse command takes it
  optimizer    sgd (when left out), momentum or adam
  rate, batch  the learning rate, and the rows of a batch; a batch larger than the data is all of the data
  seed         of the start and of the order of the rows, 0 to 4294967295 (1 when left out)
  steps        one step is one batch

The answer is {"floor": {"coef", "intercept", "loss"}, "steps": [...], "losses": [...], "network": {...}}: the floor in exact
fractions; the mean of the squared errors over all data at step 0, at the end, and evenly between (at most 200); and
the network, whose numbers read back to the same doubles. Where the numbers grow beyond all bounds, training stops at
the last finite step, and "diverged" names it. docs/train.md tells all of it.

One question gives one answer, an array of questions an array. Several files give one array; "-" is standard input.

Exit status: 0, or 2 when a file can't be read as questions; then one sentence on standard error names the field.
`;

/** Returns the exit status. */
export function main(args: readonly string[]): number {
  return runOnFiles(
    {
      name: 'train',
      help: HELP,
      parseJson: parseExactJson,
      parseQuestion: parseTrainQuestion,
      answer: trainingAnswer,
    },
    args,
  );
}

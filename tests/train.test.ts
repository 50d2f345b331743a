/** The training command from end to end: as a process, with files and with standard input. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseNetwork } from '../src/algebra/question.ts';
import { trainingAnswer, type TrainAnswer } from '../src/train/answer.ts';
import { parseExactJson } from '../src/train/exact-json.ts';
import { parseTrainQuestion } from '../src/train/training-question.ts';

const COMMAND = fileURLToPath(new URL('../scripts/train.mjs', import.meta.url));

let folder = '';

/** The command in a folder of its own. */
function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    input,
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    // Not npm's own: whatever started these tests is not what starts the command.
    env: { ...process.env, npm_lifecycle_event: '', INIT_CWD: '' },
  });
  return { status, out: stdout, error: stderr };
}

function answered(text: string): TrainAnswer {
  const parsed = parseTrainQuestion(parseExactJson(text));
  if (!parsed.ok) throw new Error(`${parsed.error.field}: ${parsed.error.problem}`);
  return trainingAnswer(parsed.value);
}

const ask = (question: object) => answered(JSON.stringify(question));

/** What the command would say of a wrong question. */
function problem(text: string): string {
  const parsed = parseTrainQuestion(parseExactJson(text));
  return parsed.ok ? 'right' : `${parsed.error.field}: ${parsed.error.problem}`;
}

/** y = |x| at seven points. */
const bent = {
  data: [-3, -2, -1, 0, 1, 2, 3].map((x) => [x, Math.abs(x)]),
  hidden: [4],
  activation: 'relu',
  optimizer: 'adam',
  rate: 0.02,
  batch: 3,
  seed: 2,
  steps: 700,
};

describe('the training command', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'train-'));
    run([]); // bundles the sources, if they changed
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('answers a question with an object, a list with a list, and files in their order', () => {
    const one = run([], `\uFEFF${JSON.stringify(bent)}`);
    expect({ status: one.status, error: one.error }).toEqual({ status: 0, error: '' });
    const expected = ask(bent);
    expect(JSON.parse(one.out)).toEqual(expected);
    writeFileSync(join(folder, 'a.json'), JSON.stringify([bent]));
    expect(JSON.parse(run(['a.json', '-'], JSON.stringify({ ...bent, steps: 0 })).out)).toEqual([
      expected,
      ask({ ...bent, steps: 0 }),
    ]);
  });

  it('refuses a wrong question with one sentence, status 2 and no answer', () => {
    const { status, out, error } = run([], JSON.stringify([bent, { ...bent, rate: -1 }]));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toBe('train: [1].rate: should be above 0, not -1\n');
    expect(run([], '{"data":').error).toMatch(/^train: this is not JSON: [^\n]+\n$/);
  });

  it('explains itself with a question that it takes, and so does its page', () => {
    const { status, out } = run(['--help']);
    expect(status).toBe(0);
    const page = readFileSync(new URL('../docs/train.md', import.meta.url), 'utf8');
    for (const example of [/\{"data"[^]*?\}\n\n/.exec(out)?.[0], /```json\n([^]*?)```/.exec(page)?.[1]]) {
      const answer = answered(example ?? '');
      for (const field of Object.keys(answer)) expect(page).toContain(`\`${field}\``);
    }
    const fields = /fields? of a question: (.*) are$/.exec(problem(JSON.stringify({ ...bent, typo: 1 })))?.[1] ?? '';
    for (const field of fields.split(', ').filter((name) => name !== 'note' && name !== 'name')) {
      expect(page).toContain(`\`${field}\``);
      expect(out).toContain(field);
    }
  });
});

describe('an answer', () => {
  it('has the losses of step 0, of the end and of what lies evenly between, 200 at most', () => {
    const { losses, steps } = ask(bent);
    expect(losses.length).toBe(200);
    expect(steps.length).toBe(200);
    expect([steps[0], steps.at(-1)]).toEqual([0, 700]);
    const gaps = steps.slice(1).map((step, i) => step - (steps[i] as number));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    expect(ask({ ...bent, steps: 3 }).steps).toEqual([0, 1, 2, 3]);
    expect(ask({ ...bent, steps: 0 }).steps).toEqual([0]);
    expect(Math.min(...losses.map(Number))).toBeLessThan(losses[0] as number);
  });

  it('has a network that goes on from where it ended: its numbers are the same doubles', () => {
    const whole = { ...bent, optimizer: 'sgd', batch: 7, steps: 40 };
    const half = ask({ ...whole, steps: 20 });
    expect(parseNetwork(half.network, '').ok).toBe(true);
    const { hidden: _, ...rest } = whole;
    const other = ask({ ...rest, network: half.network, steps: 20 });
    expect(other.network).toEqual(ask(whole).network);
    expect(other.losses).toEqual(ask(whole).losses.slice(20));
    // What the network says already may be said again.
    expect(ask({ ...whole, network: half.network, steps: 20 })).toEqual(other);
  });

  it('has the floor of the numbers as they are written', () => {
    const line = { ...bent, steps: 0 };
    const data = '[[0.1, "1/3"], [1e-1, 0.33333333333333333333], ["-2", "1"]]';
    const { floor } = answered(JSON.stringify({ ...line, data: 0 }).replace('"data":0', `"data":${data}`));
    // The mean of the first two is y at 1/10, and the line through it and (-2, 1) is exact.
    expect(floor.loss).toBe('1/540000000000000000000000000000000000000000');
    const huge = answered(JSON.stringify({ ...line, data: 0 }).replace('"data":0', '"data":[[1e400, 2], [2e400, 3]]'));
    expect(huge.floor).toEqual({ coef: [`1/1${'0'.repeat(400)}`], intercept: '1', loss: '0' });
    expect(huge.losses).toEqual([null]);
  });

  it('says where training stopped when it diverges', () => {
    const { diverged, steps, losses, network } = ask({ ...bent, optimizer: 'sgd', rate: 40, steps: 5000 });
    expect(diverged).toEqual({ step: steps.at(-1), rate: 40 });
    expect(losses.every((loss) => loss !== null)).toBe(true);
    expect(parseNetwork(network, '').ok).toBe(true);
    expect(ask(bent).diverged).toBeUndefined();
  });

  it('follows the seed', () => {
    expect(ask(bent)).toEqual(ask(bent));
    expect(ask({ ...bent, seed: 3 }).losses).not.toEqual(ask(bent).losses);
    // A linear and a bent network of one seed start with the same numbers.
    const weights = (activation: string) =>
      ask({ ...bent, activation, steps: 0 }).network.layers.map(({ neurons }) =>
        neurons.map((neuron) => [neuron.weights, neuron.bias]),
      );
    expect(weights('relu')).toEqual(weights('linear'));
  });
});

const network = { inputs: ['x'], layers: [{ neurons: [{ weights: ['1'], bias: '0', activation: 'tanh' }] }] };
const deep = {
  ...network,
  layers: [...network.layers, { neurons: [{ weights: ['1'], bias: '0', activation: 'linear' }] }],
};

describe('a wrong question is refused by the name of its field:', () => {
  const { data: _, ...noData } = bent;
  const { hidden: __, ...noHidden } = bent;
  it.each<[string, unknown, string]>([
    ['no object', 12, ': a question is an object, not 12'],
    ['no data', noData, 'data: is missing'],
    ['data that are no list', { ...bent, data: { a: 1 } }, 'data: should be a list of rows, not an object'],
    ['no rows', { ...bent, data: [] }, 'data: should hold 1 to 100000 rows, but holds 0'],
    ['a row that is no list', { ...bent, data: [[1, 2], 3] }, 'data[1]: should be a list of numbers, not 3'],
    [
      'a short row',
      { ...bent, data: [[1]] },
      'data[0]: should hold 2 to 7 numbers, the inputs and then y, but holds 1',
    ],
    [
      'an odd row',
      {
        ...bent,
        data: [
          [1, 2],
          [1, 2, 3],
        ],
      },
      'data[1]: should hold 2 numbers like data[0], but holds 3',
    ],
    ['a word', { ...bent, data: [[1, 'two']] }, 'data[0][1]: "two" is not a number'],
    ['null', { ...bent, data: [[1, null]] }, 'data[0][1]: should be a number, not null'],
    ['no hidden layers', noHidden, 'hidden: is missing, and there is no "network" to start from'],
    ['an empty layer', { ...bent, hidden: [4, 0] }, 'hidden[1]: should be a whole number from 1 to 256, not 0'],
    ['five layers', { ...bent, hidden: [1, 1, 1, 1, 1] }, 'hidden: should hold 0 to 4 hidden layers, but holds 5'],
    ['no such activation', { ...bent, activation: 'swish' }, 'activation: "swish" is none of linear, relu,'],
    ['an alpha', { ...bent, alpha: 2 }, 'alpha: only leakyRelu has an alpha, relu has none'],
    ['no such optimizer', { ...bent, optimizer: 'lbfgs' }, 'optimizer: "lbfgs" is none of sgd, momentum, adam'],
    ['a rate of 0', { ...bent, rate: 0 }, 'rate: should be above 0, not 0'],
    ['a batch of halves', { ...bent, batch: 2.5 }, 'batch: should be a whole number from 1 to 100000, not 2.5'],
    ['a seed below 0', { ...bent, seed: -1 }, 'seed: should be a whole number from 0 to 4294967295, not -1'],
    ['steps in words', { ...bent, steps: 'many' }, 'steps: "many" is not a number'],
    ['a field that there is none of', { ...bent, epochs: 3 }, 'epochs: is no field of a question'],
    ['a wrong network', { ...noHidden, network: {} }, 'network.inputs: is missing'],
    [
      'a number in a network',
      { ...noHidden, network: { ...deep, layers: [{ neurons: [{ weights: [1] }] }] } },
      'network.layers[0].neurons[0].weights[0]: 1 should be in quotes',
    ],
    [
      'other inputs',
      { ...bent, data: [[1, 2, 3]], network: deep },
      'network.inputs: holds 1 names, but the rows of the data have 2 inputs and y',
    ],
    ['other hidden layers', { ...bent, network: deep }, 'hidden: is not what the network has, which is [1]'],
    ['another activation', { ...noHidden, network: deep }, 'activation: the network has tanh in a hidden layer'],
  ])('%s', (_name, question, sentence) => {
    const found = problem(JSON.stringify(question));
    expect(found.startsWith(sentence), found).toBe(true);
    expect(found).not.toContain('\n');
  });
});

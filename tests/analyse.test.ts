/** The analysis command from end to end: as a process, with files and with standard input. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../src/algebra/analyse.ts';
import { networkAnswer } from '../src/algebra/answers.ts';
import { parseQuestion } from '../src/algebra/question.ts';
import { toFractionText } from '../src/number/rational.ts';
import { readVectors } from './read-vectors.ts';

const COMMAND = fileURLToPath(new URL('../scripts/analyse.mjs', import.meta.url));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

let folder = '';

/** The command in a folder of its own. */
function run(args: readonly string[], input = ''): Run {
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

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

/** What the same code answers without the command. */
function expected(question: unknown): unknown {
  const parsed = parseQuestion(question);
  if (!parsed.ok) throw new Error(parsed.error.field);
  return JSON.parse(JSON.stringify(analyse(parsed.value)));
}

const relu = { weights: ['1', '-2'], bias: '1/2', activation: 'relu' };
const tanh = { weights: ['1/3', '.5'], bias: '-1', activation: 'tanh' };
const output = { weights: ['3'], bias: '0', activation: 'linear' };
const network = { inputs: ['x', 'y'], layers: [{ neurons: [relu] }, { neurons: [output] }] };
const smooth = { inputs: ['x', 'y'], layers: [{ neurons: [tanh] }, { neurons: [output] }] };
const boxed = { network, domain: { min: ['0', '0'], max: ['1', '2'] }, points: [['1', '1/3']] };

describe('the analysis command', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'analyse-'));
    run([]); // bundles the sources, if they changed
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('answers a question, a bare network and a byte order mark from standard input with an object', () => {
    for (const question of [boxed, network, smooth]) {
      const { status, out, error } = run([], `\uFEFF${JSON.stringify(question)}`);
      expect({ status, error }).toEqual({ status: 0, error: '' });
      expect(JSON.parse(out)).toEqual(expected(question));
    }
  });

  it('answers a list with a list, also an empty one', () => {
    expect(JSON.parse(run([], JSON.stringify([boxed, smooth])).out)).toEqual([boxed, smooth].map(expected));
    expect(JSON.parse(run([], JSON.stringify([boxed])).out)).toEqual([expected(boxed)]);
    expect(JSON.parse(run([], '[]').out)).toEqual([]);
  });

  it('reads files: one is answered like standard input, several become one list', () => {
    const one = file('one.json', boxed);
    const two = file('two.json', [network, smooth]);
    expect(JSON.parse(run([one]).out)).toEqual(expected(boxed));
    expect(JSON.parse(run([two]).out)).toEqual([network, smooth].map(expected));
    expect(JSON.parse(run([one, two, '-'], JSON.stringify(smooth)).out)).toEqual(
      [boxed, network, smooth, smooth].map(expected),
    );
  });

  it('prints what the code answers, for all shared vectors in one go', () => {
    const questions = readVectors().map(({ network: asked, domain, answers }) => ({
      network: networkAnswer(asked),
      domain:
        domain.kind === 'box' ? { min: domain.min.map(toFractionText), max: domain.max.map(toFractionText) } : null,
      points: (answers['evaluate'] as { x: string[] }[]).map(({ x }) => x),
    }));
    const { status, out, error } = run([], JSON.stringify(questions));
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(JSON.parse(out)).toEqual(questions.map(expected));
  }, 60_000);

  it('explains itself', () => {
    const { status, out, error } = run(['--help']);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    for (const word of ['question.json', 'domain', 'points', 'leakyRelu', 'Exit status']) expect(out).toContain(word);
    const example = /\{"inputs"[^]*?\]\}\n\n/.exec(out)?.[0] ?? '';
    expect(parseQuestion(JSON.parse(example)).ok).toBe(true);
  });

  it('is documented with a question that it takes, and with every field of its own answer', () => {
    const page = readFileSync(new URL('../docs/analyse.md', import.meta.url), 'utf8');
    const example: unknown = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');
    const { simplest } = expected(example) as { simplest: Record<string, unknown> };
    for (const field of Object.keys(simplest)) expect(page).toContain(`| \`${field}\``);
  });

  const wrongWeight = {
    ...network,
    layers: [{ neurons: [{ ...relu, weights: ['1', '1/0'] }] }, { neurons: [output] }],
  };

  it.each<[string, unknown, string]>([
    ['no JSON', '{"network": ', 'not JSON'],
    ['nothing', '', 'not JSON'],
    ['no object', '12', 'a question is an object'],
    ['no network', '{}', 'network: is missing'],
    ['a wrong number', wrongWeight, 'layers[0].neurons[0].weights[1]: "1/0" has the denominator 0'],
    ['a wrong number in a question', { network: wrongWeight }, 'network.layers[0].neurons[0].weights[1]: "1/0"'],
    ['a wrong number in a list', [network, { network: wrongWeight }], '[1].network.layers[0].neurons[0].weights[1]:'],
    ['a wrong point', { ...boxed, points: [['1', '2'], ['1']] }, 'points[1]: should hold 2 coordinates'],
    ['a wrong box', { ...boxed, domain: { min: ['0', '2'], max: ['1', '2'] } }, 'domain: min[1]'],
  ])('refuses %s with one sentence, status 2 and no answer', (_, question, sentence) => {
    const name = file('wrong.json', question);
    const asInput = run([], typeof question === 'string' ? question : JSON.stringify(question));
    const asFile = run([name]);
    for (const { status, out } of [asInput, asFile]) expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(asInput.error).toMatch(/^analyse: [^\n]+\n$/);
    expect(asInput.error).toContain(sentence);
    expect(asFile.error).toMatch(/^analyse: wrong\.json: [^\n]+\n$/);
    expect(asFile.error).toContain(sentence);
  });

  it.each([
    [['missing.json'], 'missing.json'],
    [['.'], "can't be read"],
    [['--verbose'], '--verbose'],
  ])('refuses %j', (args, word) => {
    const { status, out, error } = run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(/^analyse: [^\n]+\n$/);
    expect(error).toContain(word);
  });
});

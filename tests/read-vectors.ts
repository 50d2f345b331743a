/** The shared test vectors (tests/vectors/README.md), each with its question read. */
import { readFileSync, readdirSync } from 'node:fs';
import { isPiecewiseLinear } from '../src/activation/activation.ts';
import { questionErrorText } from '../src/algebra/json-field.ts';
import { parseQuestion, type Question } from '../src/algebra/question.ts';

export interface Vector extends Question {
  readonly name: string;
  readonly affineTruth: 'affine' | 'not-affine';
  readonly accept: readonly string[];
  readonly sameFunctionAs: string | null;
  readonly isPiecewiseLinear: boolean;
  /** As in the file. */
  readonly answers: Readonly<Record<string, unknown>>;
}

const folder = new URL('./vectors/', import.meta.url);

/** All vectors, file by file. */
export function readVectors(): Vector[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const family = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { vectors: RawVector[] };
      return family.vectors.map((raw): Vector => {
        const question = parseQuestion({ network: raw.network, domain: raw.domain });
        if (!question.ok) throw new Error(`${raw.name}: ${questionErrorText(question.error)}`);
        return {
          ...question.value,
          name: raw.name,
          affineTruth: raw.affine_truth,
          accept: raw.accept,
          sameFunctionAs: raw.same_function_as ?? null,
          isPiecewiseLinear: question.value.network.layers
            .flat()
            .every((node) => isPiecewiseLinear(node.activation.kind)),
          answers: raw.answers,
        };
      });
    });
}

interface RawVector {
  readonly name: string;
  readonly network: unknown;
  readonly domain: unknown;
  readonly affine_truth: 'affine' | 'not-affine';
  readonly accept: readonly string[];
  readonly same_function_as?: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

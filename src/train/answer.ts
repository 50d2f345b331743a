/** The training command's answer, as JSON. docs/train.md says what its fields mean. */
import type { Activation } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';
import { texts, type NetworkAnswer } from '../algebra/answers.ts';
import { toFractionText } from '../number/rational.ts';
import { dataSetOf } from './data-set.ts';
import { doubleText } from './exact-number.ts';
import { generatorsOf } from './generator.ts';
import { leastSquares } from './least-squares.ts';
import type { TrainQuestion } from './training-question.ts';
import { lossOf, networkOf, trainerOf } from './trainer.ts';
import { goTo, trainingOf } from './training.ts';

export interface TrainAnswer {
  readonly floor: {
    readonly coef: readonly string[];
    readonly intercept: string;
    readonly loss: string;
  };
  /** The steps that the losses belong to: 0, the end, and what lies evenly between. */
  readonly steps: readonly number[];
  /** null: not finite, which only the start can be. */
  readonly losses: readonly (number | null)[];
  readonly network: NetworkAnswer;
  /** Where training stopped before its last step. */
  readonly diverged?: { readonly step: number; readonly rate: number };
}

const MOST_LOSSES = 200;

/** The floor, exactly, and the network after so many steps. */
export function trainingAnswer({ rows, network, settings, seed, steps }: TrainQuestion): TrainAnswer {
  const floor = leastSquares(rows);
  const trainer = trainerOf(dataSetOf(rows), network, settings, generatorsOf(seed).order);
  const training = trainingOf(trainer);
  const reached: number[] = [];
  const losses: (number | null)[] = [];
  for (const step of evenSteps(steps)) {
    goTo(training, step);
    // Where it diverged, all further steps end at the last finite one.
    if (trainer.step === reached.at(-1)) break;
    reached.push(trainer.step);
    const loss = lossOf(trainer);
    losses.push(Number.isFinite(loss) ? loss : null);
  }
  return {
    floor: { coef: texts(floor.coef), intercept: toFractionText(floor.intercept), loss: toFractionText(floor.loss) },
    steps: reached,
    losses,
    network: doublesAnswer(networkOf(trainer)),
    ...(trainer.step < steps && { diverged: { step: trainer.step, rate: settings.rate } }),
  };
}

/** 0, the last step, and what lies evenly between: at most 200. */
function evenSteps(steps: number): number[] {
  if (steps < MOST_LOSSES) return Array.from({ length: steps + 1 }, (_, step) => step);
  return Array.from({ length: MOST_LOSSES }, (_, i) => Math.round((i * steps) / (MOST_LOSSES - 1)));
}

/** As questions have it; each number reads back as the same double. */
function doublesAnswer({ inputs, layers }: Network<number>): NetworkAnswer {
  return {
    inputs,
    layers: layers.map((layer) => ({
      neurons: layer.map(({ weights, bias, activation }) => ({
        weights: weights.map(doubleText),
        bias: doubleText(bias),
        ...activationJson(activation),
      })),
    })),
  };
}

function activationJson(activation: Activation<number>): { activation: string; alpha?: string } {
  return activation.kind === 'leakyRelu'
    ? { activation: activation.kind, alpha: doubleText(activation.slope) }
    : { activation: activation.kind };
}

/** Section 4. */
import { sumOfTexts } from '../sum-text.ts';
import type { DataName } from '../../../train/data-sets.ts';
import type { ModelName } from '../../../train/pair.ts';
import type { Optimizer } from '../../../train/optimizer.ts';
import { countText, plural, thousands } from '../count.ts';

export const WHAT_THE_CREASE_BUYS = {
  bend: 'So a [crease|crease] is what ReLU adds. What is it good for? Let a network learn something that bends. These points make a V, and no straight line makes a V.',
  three:
    'Three models try. The first is the best straight line there is, worked out exactly. The other two are the same network with the same starting weights, once with the linear activation and once with ReLU. Both learn, step by step.',
  loss: 'The **loss** says how far off a model is: take its error at each point, square it, and average. Press Play and watch. The linear network comes down to the best line and stays there: all its weights together are still one line. That is the *floor*. ReLU breaks through it, because it can put a corner where the points have one.',
} as const;

/** A number with a fixed text around it. */
type Said = (text: string) => string;

export const FIT = {
  figure: 'Three models learn the same points',
  data: {
    label: 'Data',
    names: {
      v: 'V',
      hinge: 'Hinge',
      tent: 'Tent',
      steps: 'Steps',
      xor: 'XOR',
      ridge: 'Ridge',
      'noisy-line': 'Noisy line',
    } satisfies Record<DataName, string>,
    about: {
      v: 'Down, then up: y is the distance of x from 0.',
      hinge: 'Flat, then up: one corner.',
      tent: 'Flat, up, down, flat: three corners.',
      steps: 'Three floors. ReLU can’t jump, but it can be steep.',
      xor: 'Four points, two inputs: y is 1 where exactly one input is 1.',
      ridge: 'Two inputs: y is highest along the diagonal.',
      'noisy-line': 'A straight line with noise. Here linear is right, and a crease buys next to nothing.',
    } satisfies Record<DataName, string>,
  },
  models: {
    floor: 'The best linear model',
    linear: 'Network, linear',
    bent: (activation: string) => `Network, ${activation}`,
  },
  plot: (model: string, count: number) => `${model}, and ${countText(count, 'point')}`,
  creases: {
    none: 'no crease in view',
    /** Over one input: where they are follows. */
    at: (count: number) => `${countText(count, 'crease')}, at x =`,
    count: (count: number) => countText(count, 'crease line'),
    smooth: 'it bends everywhere',
    unseen: 'ŷ over y',
  },
  loss: 'loss',
  theFloor: 'the floor',
  theFloorExactly: (fraction: string) => `the floor, exactly ${fraction}`,
  above: (text: string) => `${text} above the floor`,
  below: (text: string) => `${text} below the floor`,
  onFloor: 'on the floor',
  predict: {
    ask: 'How low can a linear model get?',
    start: (loss: string) => `At the start, the linear network’s loss is ${loss}.`,
    label: 'Your guess for its loss',
    check: 'Check',
    skip: 'Just show me',
    right: (guess: string) => `You said ${guess}. Very close!`,
    low: (guess: string) => `You said ${guess}. No line gets that low.`,
    high: (guess: string) => `You said ${guess}. It gets lower than that.`,
    why: 'Whatever its weights, a network of linear nodes is one linear model, and this is the best there is: more nodes, layers or steps don’t get below it.',
  },
  play: 'Play',
  pause: 'Pause',
  step: 'One step',
  reset: 'Back to the start',
  run: (steps: number) => `Run ${thousands(steps)} steps`,
  speed: 'Speed',
  speeds: { 1: 'slow', 5: 'medium', 25: 'fast', 200: 'very fast' } satisfies Record<number, string>,
  at: (step: number) => `Step ${thousands(step)}`,
  course: {
    figure: 'The loss, step by step',
    x: 'steps',
    y: 'loss, on a log scale',
    cursor: 'Step that is shown',
    hint: 'Point at a step to go back to it.',
    ends: { linear: 'linear', floor: 'the floor' } satisfies Partial<Record<ModelName | 'floor', string>>,
  },
  settings: {
    title: 'Settings',
    seed: 'Seed',
    another: 'Another seed',
    rate: 'Learning rate',
    limit: ((text) => `up to ${text} is safe for one linear node`) satisfies Said,
    nodes: 'Nodes in a layer',
    layers: 'Hidden layers',
    activation: 'Against linear',
    optimizer: 'Method',
    optimizers: {
      sgd: 'gradient descent',
      momentum: 'with momentum',
      adam: 'Adam',
    } satisfies Record<Optimizer, string>,
    batch: 'Points a step',
    all: 'all',
  },
  dead: {
    which: (nodes: readonly string[], all: number) =>
      `${nodes.length} of ${countText(all, 'node')} ${plural(nodes.length, 'is', 'are')} dead: node ${nodes.join(', ')}.`,
    onData: 'Off at every point: no step will move such a node again.',
    everywhere: 'Off at every point and everywhere between: no step will move such a node again.',
    another: 'Start again with another seed',
    ask: 'Why does that happen?',
    why: 'Where a ReLU node is off its slope is 0, so no step changes its weights. Take a single node that has to learn ReLU itself: whether its weight starts above or below 0 is the toss of a coin. Below 0 it faces the wrong way; learning only pushes it down until it is off at every point, and there it stays. So half of all starts get stuck. With more nodes there is usually another one to do the job.',
  },
  stage: {
    up: (activation: string) => `Open the ${activation} network at the top`,
    done: 'The trained network is at the top now.',
    rounded: (places: number, before: string, after: string) =>
      `Weights rounded to ${places === 0 ? 'whole numbers' : countText(places, 'decimal')}: loss ${after} instead of ${before}.`,
    unrounded: (loss: string) =>
      `Every weight exactly as it was trained, as a fraction: loss ${loss}, before and after.`,
    isExact: 'without rounding',
    tooLong: 'Its numbers are too long for the network at the top.',
    down: 'Start from the network at the top',
    started: 'This training starts from it.',
    not: {
      inputs: (inputs: number) => `It would need ${countText(inputs, 'input')}, as these data have.`,
      hidden: () => 'It has no hidden layer to bend.',
      output: () => 'Its output bends; here only hidden nodes do.',
    },
  },
  tooLongForLink: 'This is too much data for a link: it will open the page without it.',
  diverged: {
    what: (model: string, step: number, rate: string) =>
      `Too fast: with the learning rate ${rate}, the ${model} network’s numbers grew beyond all bounds after step ${thousands(step)}. This is the last step that can be shown.`,
    half: (rate: string) => `Try ${rate}`,
  },
  failed: 'The training broke off. What you see is the last step that arrived.',
  again: 'Go on',
  rest: (step: number, linear: string, bent: string) => `Step ${thousands(step)}. Linear network: ${linear}. ${bent}`,
  spokenLoss: (loss: string, distance: string | null) => `loss ${loss}${distance === null ? '' : `, ${distance}`}`,
} as const;

/** Of a linear model of doubles, rounded: `0.3 x_1 − 1.06`. */
export function linearText(inputs: readonly string[], coefficients: readonly string[], constant: string): string {
  return sumOfTexts([...coefficients.map((c, i) => `${c} x_${inputs[i] ?? ''}`), constant]);
}

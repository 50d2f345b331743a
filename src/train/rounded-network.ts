/** A trained network with numbers to be read: decimals of few places, and what that does to the loss; or with its own. */
import { mapNumbers, type Network } from '../model/network.ts';
import { parseNumberText } from '../number/number-text.ts';
import { add, floor, multiply, rational, toNumber, type Rational } from '../number/rational.ts';
import type { DataSet } from './data-set.ts';
import { doubleText, exactDouble } from './exact-number.ts';
import { generatorsOf } from './generator.ts';
import { lossOf, trainerOf } from './trainer.ts';

export interface RoundedNetwork {
  readonly network: Network<Rational>;
  /** Decimal places of its weights and biases; null: they are the doubles that were trained, exactly. */
  readonly places: number | null;
  readonly lossBefore: number;
  readonly lossAfter: number;
}

const MOST_PLACES = 6;
/** So much may the loss grow: by a hundredth of itself, or by a millionth of what there is to explain. */
const OF_LOSS = 0.01;
const OF_SPREAD = 1e-6;

/** The fewest places that leave the loss nearly as it was, six at most. */
export function roundedNetwork(network: Network<number>, data: DataSet): RoundedNetwork {
  const lossBefore = meanSquare(network, data);
  const allowed = lossBefore + Math.max(OF_LOSS * lossBefore, OF_SPREAD * spreadOf(data));
  for (let places = 0; ; places++) {
    const rounded = withPlaces(network, places);
    const lossAfter = meanSquare(mapNumbers(rounded, toNumber), data);
    if (lossAfter <= allowed || places === MOST_PLACES) return { network: rounded, places, lossBefore, lossAfter };
  }
}

/** Every double as the rational that it is: the function that was trained, to the last bit. */
export function exactNetwork(network: Network<number>, data: DataSet): RoundedNetwork {
  const exact = mapNumbers(network, exactDouble);
  const lossAfter = meanSquare(mapNumbers(exact, toNumber), data);
  return { network: exact, places: null, lossBefore: meanSquare(network, data), lossAfter };
}

/** Each weight and bias to so many decimal places, halves up; the slope of leaky ReLU is the decimal that it prints as. */
function withPlaces(network: Network<number>, places: number): Network<Rational> {
  const unit = 10n ** BigInt(places);
  const round = (value: number) =>
    rational(floor(add(multiply(exactDouble(value), rational(unit)), rational(1, 2))), unit);
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer) =>
      layer.map(({ weights, bias, activation }) => ({
        weights: weights.map(round),
        bias: round(bias),
        activation:
          activation.kind === 'leakyRelu' ? { kind: 'leakyRelu', slope: printedValue(activation.slope) } : activation,
      })),
    ),
  };
}

/** The decimal that a double prints as: 1/10 for 0.1. */
function printedValue(value: number): Rational {
  const parsed = parseNumberText(doubleText(value));
  if (!parsed.ok) throw new RangeError(`no decimal: ${value}`);
  return parsed.value;
}

function meanSquare(network: Network<number>, data: DataSet): number {
  const settings = { optimizer: 'sgd', rate: 1, batch: 1 } as const;
  return lossOf(trainerOf(data, network, settings, generatorsOf(0).order));
}

/** The mean of the squared distances of y from its mean. */
function spreadOf({ inputs, rows, values }: DataSet): number {
  const y = Array.from({ length: rows }, (_, r) => values[r * (inputs + 1) + inputs] as number);
  const mean = y.reduce((sum, value) => sum + value, 0) / rows;
  return y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
}

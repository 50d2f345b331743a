/**
 * One step of plain gradient descent with exact numbers, all of it as data, to be written out: the errors, the loss (the
 * mean of the squared errors), its slope by each weight and bias, and the network after the step.
 */
import { pieceIndex, pieces, type Branch, type PiecewiseLinear } from '../activation/pieces.ts';
import type { Layer, Network } from '../model/network.ts';
import { forward, type Forward } from '../algebra/forward.ts';
import { multiply, rational, subtract, sum, type Rational } from '../number/rational.ts';

/** What one row does: signals forward, slopes back. */
export interface RowStep {
  readonly signals: Forward;
  /** ŷ - y. */
  readonly error: Rational;
  /** slopes[layer][node]: of (ŷ - y)^2 by the node's z; on a kink f' is the slope of the piece on its left. */
  readonly slopes: readonly (readonly Rational[])[];
}

/** The slopes of the loss by the parameters of a node. */
export interface NodeSlopes {
  readonly weights: readonly Rational[];
  readonly bias: Rational;
}

export interface ExactStep {
  readonly rows: readonly RowStep[];
  readonly loss: Rational;
  /** slopes[layer][node]. */
  readonly slopes: readonly (readonly NodeSlopes[])[];
  /** Every parameter minus rate times its slope. */
  readonly next: Network<Rational>;
}

/**
 * One step on all rows (x1, ..., xn, y), of which there is at least one. Throws a RangeError when a node is smooth: its
 * values are not rational.
 */
export function exactStep(
  network: Network<Rational>,
  rows: readonly (readonly Rational[])[],
  rate: Rational,
): ExactStep {
  const done = rows.map((row) => rowStep(network, row));
  const share = rational(1, rows.length);
  const loss = multiply(share, sum(done.map(({ error }) => multiply(error, error))));
  const slopes = network.layers.map((layer, l) =>
    layer.map((node, j): NodeSlopes => {
      const own = done.map((row) => row.slopes[l]?.[j] as Rational);
      const weights = node.weights.map((_, i) => {
        const terms = own.map((slope, r) => multiply(slope, signalInto(rows, done, l, i, r)));
        return multiply(share, sum(terms));
      });
      return { weights, bias: multiply(share, sum(own)) };
    }),
  );
  return { rows: done, loss, slopes, next: moved(network, slopes, rate) };
}

/** What comes in from unit i of the layer before. */
function signalInto(
  rows: readonly (readonly Rational[])[],
  done: readonly RowStep[],
  layer: number,
  i: number,
  row: number,
): Rational {
  return (layer === 0 ? rows[row]?.[i] : done[row]?.signals.a[layer - 1]?.[i]) as Rational;
}

function rowStep(network: Network<Rational>, row: readonly Rational[]): RowStep {
  const signals = forward(network, row.slice(0, -1));
  const error = subtract(signals.y, row.at(-1) as Rational);
  const slopes: Rational[][] = [];
  // The slope by the a of each node of the layer, from the output back.
  let byOutput: readonly Rational[] = [multiply(rational(2), error)];
  for (let l = network.layers.length - 1; l >= 0; l--) {
    const layer = network.layers[l] as Layer<Rational>;
    const arrived = byOutput;
    const own = layer.map(({ activation }, j) => {
      const shape = pieces(activation) as PiecewiseLinear;
      const branch = shape.branches[pieceIndex(shape, signals.z[l]?.[j] as Rational)] as Branch;
      return multiply(branch.slope, arrived[j] as Rational);
    });
    slopes.unshift(own);
    const units = layer[0]?.weights.length ?? 0;
    byOutput = Array.from({ length: units }, (_, i) =>
      sum(layer.map(({ weights }, j) => multiply(weights[i] as Rational, own[j] as Rational))),
    );
  }
  return { signals, error, slopes };
}

function moved(
  network: Network<Rational>,
  slopes: readonly (readonly NodeSlopes[])[],
  rate: Rational,
): Network<Rational> {
  const down = (value: Rational, slope: Rational) => subtract(value, multiply(rate, slope));
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer, l) =>
      layer.map((node, j) => {
        const own = slopes[l]?.[j] as NodeSlopes;
        return {
          weights: node.weights.map((weight, i) => down(weight, own.weights[i] as Rational)),
          bias: down(node.bias, own.bias),
          activation: node.activation,
        };
      }),
    ),
  };
}

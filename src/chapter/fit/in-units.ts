/**
 * A training as it is shown: in the units of the data. Where the columns were brought to -1 to 1, the networks take the
 * scaling back into their weights, and a loss is the scaled one times the square of half the output's range.
 */
import { mapNumbers, type Network } from '../../model/network.ts';
import { divide, negate, ONE, toNumber, type Rational } from '../../number/rational.ts';
import { exactDouble } from '../../train/exact-number.ts';
import type { PairView } from '../../train/pair.ts';
import { unscaledNetwork, type Scaling } from '../../train/scaling.ts';

export function inUnits(view: PairView, scalings: readonly Scaling[] | null): PairView {
  if (!scalings) return view;
  const half = toNumber((scalings.at(-1) as Scaling).half);
  const loss = (scaled: number) => scaled * half * half;
  const network = (scaled: Network<number>): Network<number> =>
    mapNumbers(unscaledNetwork(mapNumbers(scaled, exactDouble), scalings), toNumber);
  const { step, linear, bent, course, diverged } = view;
  return {
    step,
    linear: { network: network(linear.network), loss: loss(linear.loss) },
    bent: { network: network(bent.network), loss: loss(bent.loss) },
    course: course.map((point) => ({ step: point.step, linear: loss(point.linear), bent: loss(point.bent) })),
    diverged,
  };
}

/** A network of the columns as they are, as one of the scaled columns: exactly the same function. */
export function toScaled(network: Network<Rational>, scalings: readonly Scaling[] | null): Network<Rational> {
  return scalings ? unscaledNetwork(network, scalings.map(inverse)) : network;
}

/** value = middle + half scaled = (scaled - (-middle / half)) / (1 / half) */
function inverse({ middle, half }: Scaling): Scaling {
  return { middle: negate(divide(middle, half)), half: divide(ONE, half) };
}

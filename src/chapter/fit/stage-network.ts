/** From the training to the stage, and back: a trained network with numbers to be read, and the stage's as a start. */
import { LIMITS, hiddenLayerCount, layerAt, mapNumbers, type Network } from '../../model/network.ts';
import { compare, toNumber, type Rational } from '../../number/rational.ts';
import { withinDigits } from '../../number/typed-number.ts';
import { USUAL_RANGE, isRange, withRanges, type Document, type Range } from '../../state/document.ts';
import { isWithinLimits } from '../../state/document-limits.ts';
import { dataSetOf } from '../../train/data-set.ts';
import { numbersOf } from '../../train/initial-network.ts';
import { exactNetwork, roundedNetwork, type RoundedNetwork } from '../../train/rounded-network.ts';
import { unscaledNetwork } from '../../train/scaling.ts';
import { trainedRows, type FitData } from './fit-data.ts';
import type { FitSetup } from './fit-setup.ts';
import { toScaled } from './in-units.ts';

export interface ForStage {
  readonly document: Document;
  /** Decimals of its weights, before the scaling of columns is folded in; null: not rounded. */
  readonly places: number | null;
  /** In units of the data. */
  readonly lossBefore: number;
  readonly lossAfter: number;
}

/** A network as it was trained, for the stage. Null: its numbers have too many digits there. */
export function forStage(data: FitData, network: Network<number>, isExact: boolean): ForStage | null {
  const { scalings } = data;
  const take = isExact ? exactNetwork : roundedNetwork;
  const scaled = take(network, dataSetOf(trainedRows(data)));
  if (!scalings) return asDocument(data, scaled, 1);
  const half = toNumber(scalings.at(-1)?.half as Rational);
  const exact = asDocument(data, { ...scaled, network: unscaledNetwork(scaled.network, scalings) }, half * half);
  if (exact || isExact) return exact;
  // Folded in exactly they are too long: they are rounded once they are folded in.
  const folded = mapNumbers(unscaledNetwork(scaled.network, scalings), toNumber);
  const again = asDocument(data, roundedNetwork(folded, dataSetOf(data.rows)), 1);
  return again && { ...again, lossBefore: scaled.lossBefore * half * half };
}

function asDocument(
  { rows }: FitData,
  { network, places, lossBefore, lossAfter }: RoundedNetwork,
  factor: number,
): ForStage | null {
  const columns = network.inputs.map((_, i) => rows.map((row) => row[i] as Rational));
  const x = (rows[rows.length >> 1] ?? []).slice(0, -1);
  const ranges = columns.map((column): Range => {
    const range = {
      min: column.reduce((p, q) => (compare(q, p) < 0 ? q : p)),
      max: column.reduce((p, q) => (compare(q, p) > 0 ? q : p)),
    };
    return isRange(range) && withinDigits(range.min) && withinDigits(range.max) ? range : USUAL_RANGE;
  });
  const document = withRanges({ network, x }, ranges);
  if (!isWithinLimits(document)) return null;
  return { document, places, lossBefore: factor * lossBefore, lossAfter: factor * lossAfter };
}

/** Why the stage's network can't be where these data are learned from. */
export type NoStart = 'inputs' | 'hidden' | 'output';

/** The stage's network as a start, both linear and bent; its own activation is taken where it has one that bends. */
export function startFrom({ inputs, layers }: Network<Rational>, data: FitData): Partial<FitSetup> | NoStart {
  if (inputs.length !== data.inputs.length) return 'inputs';
  const network = { inputs, layers };
  const hidden = hiddenLayerCount(network);
  if (hidden < 1 || hidden > LIMITS.hiddenLayers.max) return 'hidden';
  const [output] = layerAt(network, hidden);
  if (output?.activation.kind !== 'linear') return 'output';
  const bent = layers
    .slice(0, -1)
    .flat()
    .find(({ activation }) => activation.kind !== 'linear');
  return {
    hidden: layers.slice(0, -1).map((layer) => layer.length),
    start: numbersOf(toScaled(network, data.scalings)).map((value) => toNumber(value) + 0),
    ...(bent ? { activation: bent.activation.kind } : {}),
  };
}

/** Slopes as texts: exact where all nodes have straight pieces, else over doubles, and marked as rounded. */
import { isPiecewiseLinearNetwork, mapNumbers, parameterValue, type NodeAt, type Parameter } from '../model/network.ts';
import { add, isZero, rational, toNumber, type Rational } from '../number/rational.ts';
import type { Document } from '../state/document.ts';
import { setParameter } from '../state/reshape.ts';
import { memoize } from '../facts/memoize.ts';
import { approximateText, shortNumberText } from '#words/number.ts';
import {
  DOUBLES,
  EXACT,
  comingIn,
  nodesOnKink,
  slopeOf,
  slopes,
  type Arithmetic,
  type Slopes,
} from '../algebra/slopes.ts';

const MAX_LENGTH = 8;
/** How far the weight is raised to check its slope. */
export const STEP = rational(1, 10);

export interface SlopeTexts {
  /** dŷ/dw of one weight or bias. */
  readonly of: (parameter: Parameter) => string;
  /** Its three factors: what comes in, f'(z) of its node, and the slope from that node's output to ŷ. */
  readonly factors: (parameter: Parameter) => { readonly comesIn: string; readonly own: string; readonly out: string };
  /** f'(z) of a node. */
  readonly own: (at: NodeAt) => string;
  /** Does the node pass no slope along? */
  readonly isStopped: (at: NodeAt) => boolean;
  readonly y: string;
  /** Raised by `STEP`: the new output, how far it moved, and how far the slope says it does; exactly the same? */
  readonly raised: (parameter: Parameter) => {
    readonly after: string;
    readonly moved: string;
    readonly predicted: string;
    readonly agree: boolean;
  };
  readonly onCorner: boolean;
}

export const slopeTexts = memoize((document: Document): SlopeTexts => {
  const { network, x } = document;
  if (isPiecewiseLinearNetwork(network)) {
    const found = slopes(network, x, EXACT);
    const raise = (parameter: Parameter) =>
      slopes(setParameter(network, parameter, add(parameterValue(network, parameter), STEP)), x, EXACT).y;
    return {
      ...texts(found, EXACT, {
        text: exactText,
        isZero,
        step: STEP,
        raise,
        agree: (p, q) => p.n === q.n && p.d === q.d,
      }),
      onCorner: nodesOnKink(network, found).length > 0,
    };
  }
  const numeric = mapNumbers(network, toNumber);
  const found = slopes(numeric, x.map(toNumber), DOUBLES);
  const raise = (parameter: Parameter) => {
    const raisedNetwork = setParameter(network, parameter, add(parameterValue(network, parameter), STEP));
    return slopes(mapNumbers(raisedNetwork, toNumber), x.map(toNumber), DOUBLES).y;
  };
  return {
    // A smooth function bends on the way: the two never agree exactly, and nobody expects it.
    ...texts(found, DOUBLES, {
      text: roundedText,
      isZero: (n) => n === 0,
      step: toNumber(STEP),
      raise,
      agree: () => true,
    }),
    onCorner: false,
  };
});

interface Writing<N> {
  readonly text: (value: N) => string;
  readonly isZero: (value: N) => boolean;
  readonly step: N;
  readonly raise: (parameter: Parameter) => N;
  readonly agree: (p: N, q: N) => boolean;
}

function texts<N>(found: Slopes<N>, numbers: Arithmetic<N>, writing: Writing<N>): Omit<SlopeTexts, 'onCorner'> {
  const { text } = writing;
  const own = ({ layer, node }: NodeAt) => (found.own[layer] as readonly N[])[node] as N;
  return {
    of: (parameter) => text(slopeOf(found, parameter, numbers)),
    factors: ({ layer, node, input }) => ({
      comesIn: text(input === null ? numbers.one : comingIn(found, layer, input)),
      own: text(own({ layer, node })),
      out: text((found.out[layer] as readonly N[])[node] as N),
    }),
    own: (at) => text(own(at)),
    isStopped: (at) => writing.isZero(own(at)),
    y: text(found.y),
    raised: (parameter) => {
      const after = writing.raise(parameter);
      const moved = numbers.add(after, numbers.multiply(numbers.minusOne, found.y));
      const predicted = numbers.multiply(writing.step, slopeOf(found, parameter, numbers));
      return {
        after: text(after),
        moved: text(moved),
        predicted: text(predicted),
        agree: writing.agree(moved, predicted),
      };
    },
  };
}

function exactText(value: Rational): string {
  return shortNumberText(value, MAX_LENGTH);
}

function roundedText(value: number): string {
  return approximateText(value, MAX_LENGTH);
}

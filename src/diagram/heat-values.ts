/** The sums and the outputs of all nodes as the matrices show them: all to one precision, and ≈ is said once for all. */
import type { NodeValue, Value } from '../algebra/shown-values.ts';
import { toNumber } from '../number/rational.ts';
import { fact } from '../live/knowledge.ts';
import { selectValues } from '../live/select.ts';
import { approximateText, numberText, roundedText } from '#words/number.ts';
import { heatScale } from './heat-scale.ts';

export interface ValueTexts {
  /** [layer][node] */
  readonly nodes: readonly (readonly { readonly z: string; readonly a: string }[])[];
  readonly isRounded: boolean;
}

/** Exactly where none of them has more characters. */
const CHARACTERS = 6;
/** Of a double: room for its four digits, whatever its exponent. */
const ROUNDED_CHARACTERS = 11;

export function valueTexts(values: readonly (readonly NodeValue[])[]): ValueTexts {
  const isRounded = values.flat().some((node) => [node.z, node.a].some((value) => !isShort(value)));
  const textOf = (value: Value) => {
    if (value.kind === 'approximate') return approximateText(value.value, ROUNDED_CHARACTERS).replace('≈', '');
    return isRounded ? roundedText(value.value) : numberText(value.value);
  };
  return { nodes: values.map((layer) => layer.map(({ z, a }) => ({ z: textOf(z), a: textOf(a) }))), isRounded };
}

function isShort(value: Value): boolean {
  return value.kind === 'exact' && numberText(value.value).replace('−', '').length <= CHARACTERS;
}

export const selectValueTexts = fact((known) => valueTexts(selectValues(known)));

/** Of all weights and biases: the same scale as long as its ends stay. */
export const selectHeatScale = fact(
  (known) =>
    heatScale(known.network.layers.flatMap((layer) => layer.flatMap((n) => [...n.weights, n.bias])).map(toNumber)),
  (p, q) => p.ticks[0] === q.ticks[0],
);

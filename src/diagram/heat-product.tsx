/** What the matrices that have been folded up multiply to: one row of weights, and one bias, with their numbers. */
import type { CSSProperties } from 'react';
import { isLinear } from '../algebra/derivation.ts';
import type { Network } from '../model/network.ts';
import { sign, toNumber, type Rational } from '../number/rational.ts';
import { useCrease } from '../live/live.ts';
import { selectAreHidden } from '../live/select.ts';
import { HEAT } from '#words/heat-words.ts';
import { nodeNumber } from '#words/names.ts';
import { lineOfNumbers } from '#words/number.ts';
import { layerTitle } from '#words/weight-table-words.ts';
import { selectFoldedRow } from './folded-row.ts';
import { InputSymbol, OutputSymbol } from './math-name.tsx';

export function HeatProduct({ network }: { readonly network: Network<unknown> }) {
  const row = useCrease(selectFoldedRow);
  const areHidden = useCrease(selectAreHidden);
  const isPlain = useCrease((known) => known.network.layers.at(-1)?.every((node) => isLinear(node.activation)) ?? true);
  if (!row) return null;
  const { text, isRounded } = lineOfNumbers([...row.weights, row.bias]);
  const last = network.layers.length - 1;
  const factors = Array.from({ length: last - row.layer + 1 }, (_, i) => layerTitle(network, last - i));
  const most = Math.max(...row.weights.map((weight) => Math.abs(toNumber(weight))), Number.MIN_VALUE);
  const cells = row.weights.map((weight, unit) => ({
    weight,
    name: row.layer === 0 ? network.inputs[unit] : nodeNumber(network, { layer: row.layer - 1, node: unit }),
  }));
  return (
    <div className="heat-product" data-whole={row.layer === 0 || undefined}>
      <b>{HEAT.product(factors)}</b>
      <ul className="flow" aria-label={HEAT.productName}>
        <li className="heat-product-sign">
          {isPlain ? <OutputSymbol /> : <i>z</i>} {isRounded ? '≈' : '='}
        </li>
        {cells.map(({ weight, name = '' }, unit) => (
          <li key={unit} style={placeIn(unit, cells.length)}>
            <span>{row.layer === 0 ? <InputSymbol name={name} /> : name}</span>
            <b {...(areHidden ? {} : colourOf(weight, most))}>{areHidden ? '?' : text(weight)}</b>
          </li>
        ))}
        <li style={placeIn(cells.length, cells.length)}>
          <span>{HEAT.bias}</span>
          <b>{areHidden ? '?' : text(row.bias)}</b>
        </li>
      </ul>
    </div>
  );
}

/** Numbers arrive one after the other while it is folded. */
function placeIn(index: number, last: number): CSSProperties {
  return { '--arrives': index / (last + 1), '--count': last + 1 } as CSSProperties;
}

function colourOf(weight: Rational, most: number) {
  const share = `${Math.round((100 * Math.abs(toNumber(weight))) / most)}%`;
  return { 'data-sign': SIGNS[sign(weight)], style: { '--share': share } as CSSProperties };
}

const SIGNS: Readonly<Record<number, string>> = { [-1]: '−', 0: '0', 1: '+' };

/** One weight as a coloured cell with its sign. It is coloured past React: a drag draws nothing again. */
import { memo, useCallback, useMemo } from 'react';
import { parameterKey, type Network, type Parameter } from '../model/network.ts';
import { sign, toNumber, type Rational } from '../number/rational.ts';
import { isLit } from '../state/highlight.ts';
import { useCrease, useLive, useWritten } from '../live/live.ts';
import { parameterName } from '#words/names.ts';
import { numberText } from '#words/number.ts';
import type { HeatScale } from './heat-scale.ts';

export interface HeatCellProps extends Parameter {
  readonly network: Network<unknown>;
  readonly scale: HeatScale;
  /** The Tab key comes to this one. */
  readonly isStop: boolean;
}

export const HeatCell = memo(function HeatCell({ network, layer, node, input, scale, isStop }: HeatCellProps) {
  const key = parameterKey({ layer, node, input });
  const own = useMemo(() => new Set([key]), [key]);
  const lit = useCrease((known) => isLit(known.highlight, own), [own]);
  const name = parameterName(network, { layer, node, input });
  const live = useLive((known) => known.weight({ layer, node, input }), [layer, node, input]);
  const write = useCallback(
    (cell: HTMLButtonElement, weight: Rational) => {
      const share = scale.shareOf(toNumber(weight));
      const text = labelOf(name, weight);
      cell.style.setProperty('--share', `${Math.round(100 * Math.abs(share))}%`);
      cell.dataset['sign'] = SIGNS[sign(weight)];
      cell.setAttribute('aria-label', text);
      cell.title = text;
    },
    [scale, name],
  );
  const [now, ref] = useWritten(live, write);
  return (
    <td data-lit={lit || undefined}>
      <button
        ref={ref}
        type="button"
        className="heat-cell"
        data-key={key}
        tabIndex={isStop ? 0 : -1}
        aria-label={labelOf(name, now)}
      />
    </td>
  );
});

function labelOf(name: string, weight: Rational): string {
  return `${name}: ${numberText(weight)}`;
}

const SIGNS: Readonly<Record<number, string>> = { [-1]: '−', 0: '0', 1: '+' };

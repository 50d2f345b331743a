/** What the colours of the matrices mean. */
import type { CSSProperties } from 'react';
import { HEAT } from '#words/heat-words.ts';
import type { HeatScale } from './heat-scale.ts';

export function HeatLegend({ scale: { shareOf, ticks } }: { readonly scale: HeatScale }) {
  return (
    <span className="beside" role="group" aria-label={HEAT.legend}>
      {ticks.map((weight) => (
        <span key={weight} className="heat-swatch">
          <span
            className="heat-cell"
            aria-hidden="true"
            data-sign={weight < 0 ? '−' : weight > 0 ? '+' : '0'}
            style={{ '--share': `${100 * Math.abs(shareOf(weight))}%` } as CSSProperties}
          />
          {String(weight).replace('-', '−')}
        </span>
      ))}
    </span>
  );
}

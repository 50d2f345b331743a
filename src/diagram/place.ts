/** From px of the layout to CSS that holds at any width of the box, also before the script has measured it. */
import type { CSSProperties } from 'react';
import { toThousandth } from '../number/thousandth.ts';
import type { Point } from './link.ts';
import type { Size } from './diagram-box.ts';

/**
 * Centres an element on a point of the picture (a container). A transform: it shifts nothing else. What belongs to a unit
 * keeps its distance from the `middle` of that, px, when the picture is as wide as the container and not as the layout.
 */
export function placeAt({ x, y }: Point, { width }: Size, middle = x): CSSProperties {
  const beside = x === middle ? '' : ` + ${toThousandth(x - middle)}px`;
  return {
    translate: `calc(${toThousandth((100 * middle) / width)}cqw${beside} - 50%) calc(${toThousandth(y)}px - 50%)`,
  };
}

/** From px of the layout to CSS that holds at any width of the box, also before the script has measured it. */
import type { CSSProperties } from 'react';
import type { Point } from './link.ts';
import type { Size } from './layout.ts';

/** Centres an element on a point of the picture (a container). A transform: it shifts nothing else. */
export function placeAt({ x, y }: Point, { width }: Size): CSSProperties {
  return { translate: `calc(${round((100 * x) / width)}cqw - 50%) calc(${round(y)}px - 50%)` };
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000;
}

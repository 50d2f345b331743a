/**
 * A curve of D3 as SVG path data. What comes before the first touch writes its paths here: D3's own writer, which the sheet
 * and the article have, also writes arcs and rectangles, and would be 1.2 kB more of that.
 */
import type { Path } from 'd3-path';
import type { CurveFactory } from 'd3-shape';
import { toThousandth } from '../number/thousandth.ts';

/** Through the points, in turn; to a thousandth of their unit. */
export function pathData(curve: CurveFactory, points: Iterable<readonly [number, number]>): string {
  let data = '';
  const write =
    (command: string) =>
    (...numbers: number[]) => {
      data += command + numbers.map(toThousandth).join();
    };
  // All that a curve through two points and more calls.
  const path = { moveTo: write('M'), lineTo: write('L'), bezierCurveTo: write('C') };
  const drawn = curve(path as unknown as Path);
  drawn.lineStart();
  for (const [x, y] of points) drawn.point(x, y);
  drawn.lineEnd();
  return data;
}

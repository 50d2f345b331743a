/** Networks of two inputs over a box, for properties of the sheet. */
import fc from 'fast-check';
import type { ActivationKind } from '../src/activation/activation.ts';
import type { Network } from '../src/model/network.ts';
import { add, toNumber, type Rational } from '../src/number/rational.ts';
import type { Face, Rectangle, Surface } from '../src/plot/surface.ts';
import { PIECEWISE, networks, positiveRationals, smallRationals } from './arbitrary-network.ts';

export interface SheetCase {
  readonly network: Network<Rational>;
  readonly box: { readonly kind: 'box'; readonly min: readonly Rational[]; readonly max: readonly Rational[] };
}

export function sheetCases(kinds: readonly ActivationKind[] = PIECEWISE, outputKinds = kinds): fc.Arbitrary<SheetCase> {
  const box = fc.tuple(...[0, 1].map(() => fc.tuple(smallRationals, positiveRationals))).map((axes) => ({
    kind: 'box' as const,
    min: axes.map(([min]) => min),
    max: axes.map(([min, size]) => add(min, size)),
  }));
  const network = networks({ kinds, outputKinds, maxInputs: 2, maxNodes: 4, maxHiddenLayers: 3 }).filter(
    ({ inputs }) => inputs.length === 2,
  );
  return fc.record({ network, box });
}

export function rectangleOf({ min, max }: SheetCase['box']): Rectangle {
  const [xMin = 0, yMin = 0] = min.map(toNumber);
  const [xMax = 0, yMax = 0] = max.map(toNumber);
  return { xMin, xMax, yMin, yMax };
}

/** Area of a face's shadow on the ground, model units squared; positive because the corners go counter-clockwise. */
export function groundArea({ xs, ys, faces }: Surface, face: number): number {
  const { corners } = faces[face] as Face;
  let twice = 0;
  for (let k = 0; k < corners.length; k++) {
    const p = corners[k] as number;
    const q = corners[(k + 1) % corners.length] as number;
    twice += (xs[p] as number) * (ys[q] as number) - (xs[q] as number) * (ys[p] as number);
  }
  return twice / 2;
}

/** Random questions for properties of the exact engine: numbers from a few, so that kinks meet, cancel and vanish. */
import fc from 'fast-check';
import type { Network } from '../src/model/network.ts';
import { ALL, NONNEGATIVE, type Domain } from '../src/algebra/domain.ts';
import { ONE, ZERO, absolute, add, multiply, rational, subtract, type Rational } from '../src/number/rational.ts';
import { PIECEWISE, networks } from './arbitrary-network.ts';

/** Few values, many of them equal or opposite. */
const fewRationals: fc.Arbitrary<Rational> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -2, max: 2 }).map((n) => rational(n)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: -5, max: 5 }), fc.constantFrom(2, 3)).map(([n, d]) => rational(n, d)),
  },
);

export interface Size {
  readonly maxInputs: number;
  readonly maxHiddenLayers: number;
  readonly maxNodes: number;
}

/** Mostly ReLU, as most networks are. */
const KINDS = [...PIECEWISE, 'relu', 'relu', 'relu'] as const;

/** Any piecewise linear network up to that size, the output node sometimes bent too. */
export function piecewiseNetworks(size: Size): fc.Arbitrary<Network<Rational>> {
  const outputKinds = [...PIECEWISE, 'linear', 'linear', 'linear'] as const;
  return networks({ ...size, kinds: KINDS, outputKinds, numbers: fewRationals });
}

/** A closed box in n inputs. */
export function boxes(n: number): fc.Arbitrary<Domain & { kind: 'box' }> {
  const side = fc.tuple(fewRationals, fc.constantFrom(ONE, rational(1, 2), rational(3), rational(7, 3)));
  return fc.array(side, { minLength: n, maxLength: n }).map((sides) => ({
    kind: 'box',
    min: sides.map(([min]) => min),
    max: sides.map(([min, length]) => add(min, length)),
  }));
}

/** All of R^n, the orthant, or a box. */
function domains(n: number): fc.Arbitrary<Domain> {
  return fc.oneof(fc.constant(ALL), fc.constant(NONNEGATIVE), boxes(n));
}

export interface AskedNetwork {
  readonly network: Network<Rational>;
  readonly domain: Domain;
}

/** A network and a domain of its inputs. */
export function questions(size: Size): fc.Arbitrary<AskedNetwork> {
  return piecewiseNetworks(size).chain((network) =>
    domains(network.inputs.length).map((domain) => ({ network, domain })),
  );
}

/** The same over a box. */
export function boxQuestions(
  size: Size,
): fc.Arbitrary<{ network: Network<Rational>; domain: Domain & { kind: 'box' } }> {
  return piecewiseNetworks(size).chain((network) =>
    boxes(network.inputs.length).map((domain) => ({ network, domain })),
  );
}

/** Points of the domain, often on its border. */
export function pointsIn(domain: Domain, n: number): fc.Arbitrary<Rational[]> {
  const fraction = fc.integer({ min: 0, max: 12 }).map((p) => rational(p, 12));
  const coordinate = fc.oneof(
    fewRationals,
    fc.integer({ min: -40, max: 40 }).map((p) => rational(p, 7)),
  );
  return fc.array(fc.tuple(coordinate, fraction), { minLength: n, maxLength: n }).map((values) =>
    values.map(([value, part], i) => {
      if (domain.kind === 'all') return value;
      if (domain.kind === 'nonnegative') return absolute(value);
      const [min, max] = [domain.min[i] ?? ZERO, domain.max[i] ?? ONE];
      return add(min, multiply(part, subtract(max, min)));
    }),
  );
}

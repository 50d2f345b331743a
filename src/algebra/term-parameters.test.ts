import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parameterKey,
  parameterValue,
  parametersOf,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import { chapterNetwork, networks, positiveRationals } from '../../tests/arbitrary-network.ts';
import { derive } from './derivation.ts';
import type { Sum, Term } from './sum.ts';
import { ONE, ZERO, add, equal, isZero, type Rational } from '../number/rational.ts';
import { parametersBehind, startLine, termId, type Line } from './term-parameters.ts';

/** All terms of a line by their paths of ids. */
function termsByPath(sum: Sum, path = '', around: NodeAt | null = null): Map<string, Term> {
  const found = new Map<string, Term>();
  for (const term of sum) {
    const id = `${path}${termId(term, around)}`;
    if (found.has(id)) throw new Error(`two terms are called ${id}`);
    found.set(id, term);
    if (!('inside' in term.factor)) continue;
    for (const [inner, innerTerm] of termsByPath(term.factor.inside, `${id}/`, term.via)) found.set(inner, innerTerm);
  }
  return found;
}

function linesOf(network: Network<Rational>): Line[] {
  const derivation = derive(network);
  return [startLine(network, derivation), ...derivation.steps];
}

function withParameter(network: Network<Rational>, at: Parameter, value: Rational): Network<Rational> {
  return {
    ...network,
    layers: network.layers.map((nodes, layer) =>
      nodes.map((node, j) => {
        if (layer !== at.layer || j !== at.node) return node;
        return at.input === null
          ? { ...node, bias: value }
          : { ...node, weights: node.weights.map((w, i) => (i === at.input ? value : w)) };
      }),
    ),
  };
}

describe('parametersBehind', () => {
  it('names exactly the parameters whose change changes the coefficient', () => {
    // Without negative numbers no two paths cancel, so a coefficient moves with each parameter that is part of it.
    const numbers = fc.oneof({ weight: 3, arbitrary: positiveRationals }, { weight: 1, arbitrary: fc.constant(ZERO) });
    const arbitrary = networks({ kinds: ['linear', 'linear', 'tanh'], outputKinds: ['linear', 'tanh'], numbers });
    fc.assert(
      fc.property(arbitrary, (network) => {
        const lines = linesOf(network);
        const behind = lines.map(
          (line) =>
            new Map([...termsByPath(line.sum).keys()].map((id) => [id, parametersBehind(network, line, id)] as const)),
        );
        const wrong: string[] = [];
        for (const parameter of parametersOf(network)) {
          const value = parameterValue(network, parameter);
          if (isZero(value)) continue;
          const changed = linesOf(withParameter(network, parameter, add(value, ONE)));
          lines.forEach((line, l) => {
            const after = termsByPath(changed[l]?.sum ?? []);
            for (const [id, term] of termsByPath(line.sum)) {
              const moved = !equal(term.coefficient, after.get(id)?.coefficient as Rational);
              const named = behind[l]?.get(id)?.has(parameterKey(parameter));
              if (moved !== named) wrong.push(`${line.layer} ${line.kind} ${id}: ${parameterKey(parameter)}`);
            }
          });
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('21 x_E of the chapter is its two paths; 20 x_E is the one through node 2', () => {
    const network = chapterNetwork('linear');
    const [, , multiplied, combined] = linesOf(network);
    expect([...parametersBehind(network, multiplied as Line, '0.1:x0')].sort()).toEqual(['0.1.0', '1.0.1']);
    expect([...parametersBehind(network, combined as Line, 'x0')].sort()).toEqual(['0.0.0', '0.1.0', '1.0.0', '1.0.1']);
  });

  it('is empty for a term that is not there', () => {
    const network = chapterNetwork('relu');
    const [start, written] = linesOf(network);
    for (const id of ['', 'x0', 'h0.0/x0', 'n0.7']) expect(parametersBehind(network, start as Line, id).size).toBe(0);
    expect(parametersBehind(network, written as Line, 'n0.0/x9').size).toBe(0);
  });
});

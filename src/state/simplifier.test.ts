/** Simplifying, run as in the worker, and adopting what it finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks, withPoint } from '../../tests/arbitrary-network.ts';
import { ALL, type Domain } from '../algebra/domain.ts';
import { inDomain } from '../algebra/domain-range.ts';
import { forward } from '../algebra/forward.ts';
import { ZERO, absolute, multiply, rational, type Rational } from '../number/rational.ts';
import { LIMITS, type Network, type Node } from '../model/network.ts';
import { isSimpler, obstacleTo, sizeOf } from './adopt.ts';
import type { Document } from './document.ts';
import { applyEdit } from './edit.ts';
import { change, startHistory, undo } from './history.ts';
import type { SimplifierReply } from './simplifier-protocol.ts';
import { answerSimplifier } from './simplifier-runner.ts';
import { simplify } from './simplifier.ts';

const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });
const box = (n: number, end: Rational): Domain => ({
  kind: 'box',
  min: Array.from({ length: n }, () => ZERO),
  max: Array.from({ length: n }, () => end),
});

function found(network: Network<Rational>, domain: Domain) {
  const answer = simplify(network, domain, () => false);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return answer.simplest;
}

describe('adopting the simplest network', () => {
  const adopt = (document: Document, network: Network<Rational>) =>
    applyEdit(document, { kind: 'load', document: { network, x: document.x }, from: { kind: 'adopt' } });

  it('keeps the function, the names and the input values', () => {
    fc.assert(
      fc.property(withPoint(random), fc.boolean(), ({ network, x }, everywhere) => {
        const domain = everywhere ? ALL : box(x.length, rational(10));
        const { network: simpler } = found(network, domain);
        const document = { network, x };
        const after = adopt(document, simpler);
        expect(after.x).toEqual(x);
        expect(after.network.inputs).toEqual(network.inputs);
        expect(obstacleTo({ network: simpler, x })).toBeNull();
        for (const factor of [1, 3, -2]) {
          const at = x.map((value) => multiply(rational(factor), everywhere ? value : absolute(value)));
          if (!inDomain(domain, at)) continue;
          expect(forward(after.network, at).y).toEqual(forward(network, at).y);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('U1: is one step that can be undone', () => {
    const document = { network: chapterNetwork('linear'), x: [1, 2, 3].map((n) => rational(n)) };
    const { network: simpler } = found(document.network, ALL);
    const edit = { kind: 'load', document: { network: simpler, x: document.x }, from: { kind: 'adopt' } } as const;
    const history = change(startHistory<Document, typeof edit>(document), applyEdit(document, edit), edit);
    expect(history.present.network.layers).toHaveLength(1);
    expect(undo(history).present).toBe(document);
  });

  it('twice finds nothing simpler the second time', () => {
    fc.assert(
      fc.property(random, (network) => {
        const { network: once } = found(network, ALL);
        const { network: twice } = found(once, ALL);
        expect(isSimpler(sizeOf(twice), sizeOf(once))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('a layer that folds leaves the one before it less to carry', () => {
    const unit = (weights: number[], kind: 'linear' | 'hardTanh' | 'abs'): Node<Rational> => ({
      weights: weights.map((w) => rational(w)),
      bias: ZERO,
      activation: { kind },
    });
    const { network } = found(
      {
        inputs: ['E', 'H'],
        layers: [
          [unit([1, 0], 'hardTanh'), unit([0, -1], 'linear'), unit([-1, 0], 'linear')],
          [unit([-1, -1, 0], 'linear'), unit([0, 0, 1], 'linear')],
          [unit([-1, -1], 'abs')],
        ],
      },
      ALL,
    );
    // |hardTanh(E) - H + E|: the bend, and one linear signal.
    expect(network.layers.map((layer) => layer.length)).toEqual([2, 1]);
  });

  it('has an obstacle where a layer gets too wide, a network too deep or a number too long', () => {
    const node = (inputs: number, weight = rational(1)): Node<Rational> => ({
      weights: Array.from({ length: inputs }, () => weight),
      bias: ZERO,
      activation: { kind: 'relu' },
    });
    const layered = (...widths: number[]): Network<Rational> => ({
      inputs: ['E'],
      layers: [...widths, 1].map((width, l, all) => Array.from({ length: width }, () => node(all[l - 1] ?? 1))),
    });
    const x = [ZERO];
    const { nodesPerLayer, hiddenLayers } = LIMITS;
    expect(obstacleTo({ network: layered(nodesPerLayer.max), x })).toBeNull();
    expect(obstacleTo({ network: layered(nodesPerLayer.max + 1), x })).toBe('nodes');
    expect(obstacleTo({ network: layered(...Array.from({ length: hiddenLayers.max + 1 }, () => 1)), x })).toBe(
      'layers',
    );
    const long = rational(10n ** 20n);
    expect(obstacleTo({ network: { inputs: ['E'], layers: [[node(1, long)]] }, x })).toBe('digits');
  });
});

describe('the simplifier’s runner', () => {
  function answers(network: Network<Rational>, tick: number, mostMs: number): SimplifierReply[] {
    let time = 0;
    const replies: SimplifierReply[] = [];
    const post = (reply: SimplifierReply) => replies.push(reply);
    answerSimplifier({ run: 7, network, domain: ALL }, { post, now: () => (time += tick), mostMs });
    return replies;
  }
  const deep: Network<Rational> = {
    inputs: ['E', 'H'],
    layers: [3, 3, 1].map((width, l) =>
      Array.from({ length: width }, (_, j) => ({
        weights: Array.from({ length: l === 0 ? 2 : 3 }, (_unit, i) => rational(((i + 2) * (j + 1) + l) % 5, 2)),
        bias: rational(j - 1),
        activation: { kind: l === 2 ? ('linear' as const) : ('relu' as const) },
      })),
    ),
  };

  it('ends with one answer, which is that of simplifying at once', () => {
    const replies = answers(deep, 1, Infinity);
    expect(replies.at(-1)).toEqual({ kind: 'done', run: 7, answer: simplify(deep, ALL, () => false) });
    expect(replies.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(replies.every(({ run }) => run === 7)).toBe(true);
  });

  it('tells how far it is, more each time', () => {
    const looks = answers(deep, 50, Infinity).flatMap((reply) => (reply.kind === 'progress' ? [reply.looks] : []));
    expect(looks.length).toBeGreaterThan(2);
    looks.slice(1).forEach((count, i) => expect(count).toBeGreaterThan(looks[i] as number));
  });

  it('stops when its time is over, and says so', () => {
    expect(answers(deep, 50, 400).at(-1)).toEqual({ kind: 'done', run: 7, answer: { kind: 'stopped' } });
  });

  it('has one for smooth nodes in one layer, and none for two', () => {
    const tanh = chapterNetwork('tanh');
    const answer = simplify(tanh, ALL, () => false);
    expect(answer.kind).toBe('found');
    const [first, output] = tanh.layers as [Node<Rational>[], Node<Rational>[]];
    const square = first.map((node) => ({ ...node, weights: node.weights.slice(0, 2) }));
    expect(simplify({ ...tanh, layers: [first, square, output] }, ALL, () => false)).toEqual({ kind: 'unavailable' });
  });
});

describe('size', () => {
  it('counts hidden nodes, bent ones, layers and numbers', () => {
    expect(sizeOf(chapterNetwork('relu'))).toEqual({ hidden: 2, bent: 2, layers: 1, parameters: 11 });
    expect(sizeOf(chapterNetwork('linear'))).toEqual({ hidden: 2, bent: 0, layers: 1, parameters: 11 });
  });

  it('simpler is a strict order: never both ways', () => {
    const sizes = fc.record({ hidden: fc.nat(4), bent: fc.nat(4), layers: fc.nat(3), parameters: fc.nat(9) });
    fc.assert(
      fc.property(sizes, sizes, (p, q) => {
        expect(isSimpler(p, q) && isSimpler(q, p)).toBe(false);
        expect(isSimpler(p, p)).toBe(false);
      }),
    );
  });
});

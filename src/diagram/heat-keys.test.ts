import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallDocuments } from '../../tests/arbitrary-document.ts';
import { parameterKey, parametersOf, type Parameter } from '../model/network.ts';
import { nextCell } from './heat-keys.ts';

const OPPOSITE: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
  ArrowUp: 'ArrowDown',
  ArrowDown: 'ArrowUp',
};

describe('arrow keys in the matrices', () => {
  it('reach every number from the first, and never anything else', () => {
    fc.assert(
      fc.property(smallDocuments, ({ network }) => {
        const all = parametersOf(network).map(parameterKey);
        const reached = new Map<string, Parameter>();
        const visit = (at: Parameter) => {
          if (reached.has(parameterKey(at))) return;
          reached.set(parameterKey(at), at);
          for (const key of Object.keys(OPPOSITE)) visit(nextCell(network, at, key) ?? at);
        };
        visit({ layer: 0, node: 0, input: 0 });
        expect([...reached.keys()].sort()).toEqual(all.sort());
      }),
    );
  });

  it('lead back within a layer, and stay at an end', () => {
    fc.assert(
      fc.property(smallDocuments, ({ network }) => {
        for (const at of parametersOf(network)) {
          for (const [key, back] of Object.entries(OPPOSITE)) {
            const next = nextCell(network, at, key) ?? at;
            const isMove = parameterKey(next) !== parameterKey(at) && next.layer === at.layer;
            if (isMove) expect(nextCell(network, next, back)).toEqual(at);
          }
          expect(nextCell(network, at, 'Home')).toEqual({ ...at, input: 0 });
          expect(nextCell(network, at, 'End')).toEqual({ ...at, input: null });
          expect(nextCell(network, at, 'a')).toBeNull();
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { parameterValue, parametersOf } from '../model/network.ts';
import { addAffine, scaleAffine } from '../algebra/affine.ts';
import { collapseLinear } from '../algebra/collapse.ts';
import { add } from '../number/rational.ts';
import { setParameter } from '../state/reshape.ts';
import { coefficientMoves } from './coefficient-moves.ts';

describe('what one parameter does to the linear model', () => {
  it('raised by t, it moves each coefficient by t times the stated amount', () => {
    fc.assert(
      fc.property(networks({ kinds: ['linear'] }), smallRationals, fc.nat(), (network, t, pick) => {
        const parameters = parametersOf(network);
        const parameter = parameters[pick % parameters.length];
        if (!parameter) throw new Error('a network has parameters');
        const raised = setParameter(network, parameter, add(parameterValue(network, parameter), t));
        const before = collapseLinear(network)?.form;
        if (!before) throw new Error('linear networks collapse');
        expect(collapseLinear(raised)?.form).toEqual(
          addAffine(before, scaleAffine(t, coefficientMoves(network, parameter))),
        );
      }),
    );
  });
});

/** What one weight or bias does to the linear model that a network of linear nodes collapses to. */
import { parameterValue, type Network, type Parameter } from '../model/network.ts';
import { addAffine, scaleAffine, type Affine } from '../algebra/affine.ts';
import { MINUS_ONE, ONE, add, type Rational } from '../number/rational.ts';
import { setParameter } from '../state/reshape.ts';
import { linearModel } from '../facts/linear-model.ts';

/**
 * How much each coefficient and the constant move when the parameter is raised by 1. Each of them is linear in each
 * single parameter, so raising it by t moves them t times as much. Throws when a node is not linear.
 */
export function coefficientMoves(network: Network<Rational>, parameter: Parameter): Affine {
  const raised = setParameter(network, parameter, add(parameterValue(network, parameter), ONE));
  return addAffine(linearModel(raised), scaleAffine(MINUS_ONE, linearModel(network)));
}

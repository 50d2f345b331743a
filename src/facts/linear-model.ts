/** The one linear model that a network of linear nodes is. */
import type { Network } from '../model/network.ts';
import type { Affine } from '../algebra/affine.ts';
import { collapseLinear } from '../algebra/collapse.ts';
import type { Rational } from '../number/rational.ts';
import { memoize } from './memoize.ts';

/** Throws a RangeError when a node is not linear. */
export const linearModel = memoize((network: Network<Rational>): Affine => {
  const collapse = collapseLinear(network);
  if (!collapse) throw new RangeError('not every node is linear');
  return collapse.form;
});

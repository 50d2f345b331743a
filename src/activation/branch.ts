/** Branches that several functions have. */
import { ONE, ZERO } from '../number/rational.ts';
import type { Branch } from './function.ts';

export const IDENTITY: Branch = { slope: ONE, intercept: ZERO };
export const FLAT: Branch = { slope: ZERO, intercept: ZERO };

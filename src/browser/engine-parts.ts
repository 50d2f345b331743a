/**
 * The exact engine as far as the page itself runs it: how a network bends, and its pieces. Not part of the first load,
 * which shows a linear network: `lazy-engine.ts` fetches it when the first network bends.
 */
export { bendsOn } from '../facts/bends.ts';
export { piecesOn } from '../facts/analysis.ts';
export { analysisRun } from './analysis-run.ts';
export { stateAfter } from '../state/analysis-state.ts';

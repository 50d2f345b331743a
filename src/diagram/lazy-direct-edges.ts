/** What "combine" draws is not part of the first load. It comes with the motion of the fold (`stage/fold-motion.tsx`). */
import { lazyPart } from '../controls/lazy-part.tsx';

const directEdges = () => import('./direct-edges.tsx');

export const CombinedBias = lazyPart(async () => (await directEdges()).CombinedBias);
export const DirectLabels = lazyPart(async () => (await directEdges()).DirectLabels);
export const DirectLines = lazyPart(async () => (await directEdges()).DirectLines);

/** On the way from one step to the next. */
const fold = () => import('./fold-view.tsx');

export const FoldLines = lazyPart(async () => (await fold()).FoldLines);
export const FoldNumbers = lazyPart(async () => (await fold()).FoldNumbers);

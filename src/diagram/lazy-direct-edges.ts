/** What "combine" draws is not part of the first load; it comes at the first sign of a reader, before it is asked for. */
import { firstUse } from '../controls/first-use.ts';
import { fetchAhead, lazyPart } from '../controls/lazy-part.tsx';

const directEdges = () => import('./direct-edges.tsx');

export const CombinedBias = lazyPart(async () => (await directEdges()).CombinedBias);
export const DirectLabels = lazyPart(async () => (await directEdges()).DirectLabels);
export const DirectLines = lazyPart(async () => (await directEdges()).DirectLines);

/** On the way from one step to the next. */
const fold = () => import('./fold-view.tsx');

export const FoldLines = lazyPart(async () => (await fold()).FoldLines);
export const FoldNumbers = lazyPart(async () => (await fold()).FoldNumbers);

export async function loadDirectEdges(): Promise<void> {
  await firstUse();
  await fetchAhead(CombinedBias, DirectLabels, DirectLines);
}

export async function loadFoldView(): Promise<void> {
  await Promise.all([fetchAhead(FoldLines, FoldNumbers), loadDirectEdges()]);
}

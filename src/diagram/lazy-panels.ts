/** The panels of nodes, of inputs and of the shape are not part of the first load. They come at the first sign of a reader. */
import { loadFieldProblem } from '../controls/lazy-field-problem.tsx';
import { loadPlacing } from '../controls/lazy-popover.ts';
import { fetchAhead, lazyPart } from '../controls/lazy-part.tsx';
import { firstUse } from '../controls/first-use.ts';

const panels = () => import('./diagram-panels.ts');

export const InputPanel = lazyPart(async () => (await panels()).InputPanel);
export const NodePanel = lazyPart(async () => (await panels()).NodePanel);
export const ShapePanel = lazyPart(async () => (await panels()).ShapePanel);
export const WeightTable = lazyPart(async () => (await panels()).WeightTable);
/** In the place of the drawing. */
export const HeatView = lazyPart(async () => (await import('./heat-view.tsx')).HeatView);

/** So that they open full, in their places. One that fails to come says so when it is opened. */
export async function loadPanels(): Promise<void> {
  await firstUse();
  await Promise.allSettled([
    loadPlacing(),
    loadFieldProblem(),
    fetchAhead(InputPanel, NodePanel, ShapePanel, WeightTable, HeatView),
  ]);
}

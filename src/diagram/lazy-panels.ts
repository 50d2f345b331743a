/** The panels of nodes, of inputs and of the shape, and how panels look: not part of the first load. `loadPanels` fetches them when a button is near to be used. */
import { lazyPart } from '../controls/lazy-part.tsx';
import { loadPlacing } from '../controls/lazy-popover.ts';

const inputPanel = () => import('./input-panel.tsx');
const nodePanel = () => import('./node-panel.tsx');
const shapePanel = () => import('./shape-panel.tsx');
const weightTable = () => import('./parameter-table.tsx');
const heatView = () => import('./heat-view.tsx');

export const InputPanel = lazyPart(async () => (await inputPanel()).InputPanel);
export const NodePanel = lazyPart(async () => (await nodePanel()).NodePanel);
export const ShapePanel = lazyPart(async () => (await shapePanel()).ShapePanel);
export const WeightTable = lazyPart(async () => (await weightTable()).WeightTable);
/** In the place of the drawing. */
export const HeatView = lazyPart(async () => (await heatView()).HeatView);

/** So that they open full. One that fails to come says so when it is opened. */
export function loadPanels(): void {
  void Promise.allSettled([loadPlacing(), inputPanel(), nodePanel(), shapePanel(), weightTable()]);
}

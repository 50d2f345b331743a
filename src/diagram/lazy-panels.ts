/** The panels of nodes, of inputs and of the shape, and how panels look: not part of the first load. `loadPanels` fetches them when a button is near to be used. */
import { lazy } from 'react';

const inputPanel = () => import('./input-panel.tsx');
const nodePanel = () => import('./node-panel.tsx');
const shapePanel = () => import('./shape-panel.tsx');

export const InputPanel = lazy(async () => ({ default: (await inputPanel()).InputPanel }));
export const NodePanel = lazy(async () => ({ default: (await nodePanel()).NodePanel }));
export const ShapePanel = lazy(async () => ({ default: (await shapePanel()).ShapePanel }));

/** So that they open full. */
export function loadPanels(): void {
  void inputPanel();
  void nodePanel();
  void shapePanel();
}

/** The panels of nodes and inputs: not part of the first load. `loadPanels` fetches them when a button is near to be used. */
import { lazy } from 'react';

const inputPanel = () => import('./input-panel.tsx');
const nodePanel = () => import('./node-panel.tsx');

export const InputPanel = lazy(async () => ({ default: (await inputPanel()).InputPanel }));
export const NodePanel = lazy(async () => ({ default: (await nodePanel()).NodePanel }));

/** So that they open full. */
export function loadPanels(): void {
  void inputPanel();
  void nodePanel();
}

/** The panels of the diagram: one piece of code, which comes by `lazy-panels.ts`. */
export { InputPanel } from './input-panel.tsx';
export { NodePanel } from './node-panel.tsx';
export { WeightTable } from './parameter-table.tsx';
export { ShapePanel } from './shape-panel.tsx';

/** What opens when the reader brings data of their own: its code comes then. */
import { lazyPart } from '../../controls/lazy-part.tsx';

export const TablePanel = lazyPart(async () => (await import('./table-panel.tsx')).TablePanel);

export const PointsPanel = lazyPart(async () => (await import('./points-panel.tsx')).PointsPanel);

/**
 * The network as a picture that can be edited: every weight and bias is a chip on its edge, every node shows its
 * intermediate value and its output, and the drawing goes along with the steps of the derivation. A large network is shown
 * as matrices.
 */
import { Suspense, useId, useMemo, useState } from 'react';
import { useShape } from '../live/use-shape.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { DIAGRAM } from '#words/diagram.ts';
import { Brush, BrushContext } from './brush.ts';
import { Drawing } from './drawing.tsx';
import { HeatView } from './lazy-panels.ts';
import { canBeDrawn } from './layout.ts';
import { ShapeMenu } from './shape-menu.tsx';
import { TableMenu } from './table-menu.tsx';
import './diagram.css';

export function NetworkDiagram() {
  const store = useCreaseStore();
  const brush = useMemo(() => new Brush(store), [store]);
  const keys = useId();
  const network = useShape();
  const [isDrawn, setDrawn] = useState(false);
  const isLarge = !canBeDrawn(network);
  const isMatrix = isLarge && !isDrawn;
  return (
    <BrushContext value={brush}>
      <div className="diagram" role="group" aria-label={DIAGRAM.name} aria-describedby={isMatrix ? undefined : keys}>
        <div className="beside diagram-head">
          <span className="title">{DIAGRAM.title}</span>
          <div className="flow">
            {isLarge && (
              <button type="button" className="quiet screen-only diagram-shape" onClick={() => setDrawn(isMatrix)}>
                {isMatrix ? DIAGRAM.drawing : DIAGRAM.matrices}
              </button>
            )}
            <TableMenu />
            <ShapeMenu />
          </div>
        </div>
        {isMatrix ? (
          <Suspense fallback={<div className="diagram-picture" />}>
            <HeatView />
          </Suspense>
        ) : (
          <Drawing brush={brush} />
        )}
        {!isMatrix && (
          <p className="diagram-keys" id={keys}>
            {DIAGRAM.keys}
          </p>
        )}
      </div>
    </BrushContext>
  );
}

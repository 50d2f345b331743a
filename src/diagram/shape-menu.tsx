/** A quiet button in the diagram's corner, and the panel that it opens. */
import { useId, useRef } from 'react';
import { DIAGRAM } from '#words/diagram.ts';
import { ShapePanel } from './lazy-panels.ts';
import { Panel } from './panel.tsx';

export function ShapeMenu() {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="quiet screen-only diagram-shape"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={false}
      >
        {DIAGRAM.shape}
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2.5 4.5 6 8l3.5-3.5" />
        </svg>
      </button>
      <Panel id={id} name={DIAGRAM.shapeOfNetwork} anchor={button} width={324}>
        {() => <ShapePanel />}
      </Panel>
    </>
  );
}

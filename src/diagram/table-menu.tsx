/** A quiet button in the diagram's corner, and the table of weights that it opens. */
import { useId, useRef } from 'react';
import { DIAGRAM } from '#words/diagram.ts';
import { WeightTable } from './lazy-panels.ts';
import { Panel } from './panel.tsx';

export function TableMenu() {
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
        {DIAGRAM.table}
      </button>
      <Panel id={id} name={DIAGRAM.tableOfWeights} anchor={button} width={760}>
        {() => <WeightTable />}
      </Panel>
    </>
  );
}

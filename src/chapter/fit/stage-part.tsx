/** The way of a trained network to the top of the page, and of the network there into the training. */
import { useMemo, useState } from 'react';
import type { Knowledge } from '../../live/knowledge.ts';
import { useCrease } from '../../live/live.ts';
import type { Network } from '../../model/network.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import { AtTop } from '../at-top.tsx';
import type { FitSetup } from './fit-setup.ts';
import { shownNumber } from '#words/chapter/training-numbers.ts';
import { forStage, startFrom, type ForStage } from './stage-network.ts';

const words = FIT.stage;

export interface StagePartProps {
  readonly setup: FitSetup;
  /** As it was trained; null while it is. */
  readonly trained: Network<number> | null;
  readonly bentName: string;
  readonly onStart: (change: Partial<FitSetup>) => void;
}

const networkAtTop = (known: Knowledge) => known.network;

export function StagePart({ setup, trained, bentName, onStart }: StagePartProps) {
  const { data } = setup;
  const top = useCrease(networkAtTop);
  const [isExact, setExact] = useState(false);
  const up = useMemo(() => trained && forStage(data, trained, isExact), [data, trained, isExact]);
  const start = useMemo(() => startFrom(top, data), [top, data]);
  const why = typeof start === 'string' ? words.not[start](data.inputs.length) : null;
  return (
    <div className="screen-only flow">
      <AtTop
        edit={up && { kind: 'load', document: up.document, from: { kind: 'figure' } }}
        done={words.done}
        className="is-small"
      >
        {words.up(bentName)}
      </AtTop>
      <label className="check">
        <input type="checkbox" checked={isExact} onChange={(event) => setExact(event.target.checked)} />
        {words.isExact}
      </label>
      <span className="small fit-stage-note">{up ? numbersSentence(up) : trained && words.tooLong}</span>
      <button
        type="button"
        className="button is-small"
        aria-disabled={why !== null || undefined}
        onClick={() => typeof start !== 'string' && onStart(start)}
      >
        {words.down}
      </button>
      <span className="small fit-stage-note">{setup.start ? words.started : why}</span>
    </div>
  );
}

function numbersSentence({ places, lossBefore, lossAfter }: ForStage): string {
  const after = shownNumber(lossAfter);
  return places === null ? words.unrounded(after) : words.rounded(places, shownNumber(lossBefore), after);
}

/** Where the derivation is held up: why, and the pieces instead. */
import { useDeferredValue, type ReactNode } from 'react';
import { MOST_CELLS } from '../facts/analysis.ts';
import { selectAnalysis } from '../live/known-analysis.ts';
import { fact } from '../live/knowledge.ts';
import { useCrease } from '../live/live.ts';
import { useAsked, useSearch } from '../live/use-analysis.ts';
import { CASES } from '#words/cases-words.ts';
import { CaseList } from './case-list.tsx';
import './cases.css';

export function Cases() {
  const search = useSearch();
  useAsked();
  const now = useCrease(selectShownAnalysis);
  const before = useDeferredValue(now);
  // What a search has found may be long: it is drawn in slices. What an edit changes by itself comes in its frame.
  const known = now.kind === 'done' && before.kind === 'running' ? before : now;
  if (known.kind === 'running') {
    return (
      <Note text={CASES.running(known.atLeast)}>
        <button type="button" className="button is-small" onClick={search.cancel}>
          {CASES.stop}
        </button>
      </Note>
    );
  }
  if (known.kind !== 'done') {
    return (
      <Note text={known.kind === 'failed' ? CASES.failed(known.atLeast) : CASES.stopped(known.atLeast)}>
        <button type="button" className="button is-small" onClick={search.restart}>
          {CASES.again}
        </button>
      </Note>
    );
  }
  if (!known.analysis) return <Note text={CASES.smooth} />;
  const { pieces, finished, atLeast } = known.analysis;
  if (!finished) return <Note text={CASES.tooMany(atLeast, MOST_CELLS)} />;
  return <CaseList pieces={pieces} />;
}

/** The same pieces; their models and their borders may have moved. */
const selectShownAnalysis = fact(selectAnalysis, (p, q) => {
  if (p.kind !== 'done' || q.kind !== 'done') {
    return p.kind !== 'done' && q.kind !== 'done' && p.kind === q.kind && p.atLeast === q.atLeast;
  }
  const [before, after] = [p.analysis, q.analysis];
  if (!before || !after) return before === after;
  return (
    before.finished === after.finished &&
    (before.finished || before.atLeast === after.atLeast) &&
    before.pieces.length === after.pieces.length &&
    before.pieces.every(({ pattern, cells }, i) => {
      const piece = after.pieces[i];
      return piece?.pattern === pattern && piece.cells.join() === cells.join();
    })
  );
});

function Note({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <p className="flow aside cases-note">
      <span role="status">{text}</span> {children}
    </p>
  );
}

/** Where the derivation is held up: why, and the pieces instead, as cases with their conditions. */
import { useMemo, useState } from 'react';
import { affineSum, type Sum } from '../algebra/derivation.ts';
import { patternAt } from '../algebra/pattern-at.ts';
import { isOutputLayer, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Piece } from '../state/analysis.ts';
import { cancelAnalysis, useAnalysis } from '../state/use-analysis.ts';
import { selectChosenDomain } from '../state/chosen-domain.ts';
import { selectNetwork, selectX } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { CASES, caseCondition } from '../words/cases.ts';
import { Formula, StaticFormula } from './formula.tsx';
import { write } from './segments.ts';
import { speak } from './speech.ts';
import { sumTex } from './tex.ts';
import './cases.css';

/** More pieces than this: the list gets a filter. */
const MANY = 6;

export function Cases() {
  const network = useCrease(selectNetwork);
  const state = useAnalysis(network, useCrease(selectChosenDomain));
  if (state.kind === 'running') {
    return (
      <p className="cases-note">
        {CASES.running(state.cells)}{' '}
        <button type="button" className="button is-small" onClick={cancelAnalysis}>
          {CASES.stop}
        </button>
      </p>
    );
  }
  if (state.kind === 'cancelled') return <p className="cases-note">{CASES.unfinished(state.cells)}</p>;
  if (!state.analysis) return <p className="cases-note">{CASES.smooth}</p>;
  const { pieces, cellCount, finished } = state.analysis;
  if (pieces.length === 0)
    return <p className="cases-note">{finished ? CASES.tooMany(cellCount) : CASES.unfinished(cellCount)}</p>;
  return <CaseList network={network} pieces={pieces} />;
}

function CaseList({ network, pieces }: { readonly network: Network<Rational>; readonly pieces: readonly Piece[] }) {
  const here = useCrease((state) => patternAt(network, selectX(state)));
  const [filter, setFilter] = useState('');
  const cases = useMemo(() => [...pieces].sort(mostOnFirst), [pieces]);
  const wanted = filter.trim().toLowerCase();
  const shown = wanted === '' ? cases : cases.filter((piece) => caseCondition(network, piece.pattern).includes(wanted));
  return (
    <div className="cases">
      <StaticFormula className="line-equals" tex="{}={}" spoken={CASES.equals} />
      <div className="cases-body">
        {cases.length > MANY && (
          <label className="cases-filter">
            {CASES.filter}
            <input
              type="search"
              value={filter}
              placeholder={CASES.filterExample}
              onChange={(event) => setFilter(event.target.value)}
            />
            <span role="status">{CASES.shown(shown.length, cases.length)}</span>
          </label>
        )}
        {/* A list that scrolls can be reached by the keyboard. */}
        <ul className="cases-list" aria-label={CASES.name} {...(cases.length > MANY ? { tabIndex: 0 } : {})}>
          {shown.map((piece) => (
            <CaseRow key={piece.pattern} network={network} piece={piece} current={piece.cells.includes(here)} />
          ))}
        </ul>
      </div>
      <p className="cases-why">{CASES.why(cases.length)}</p>
    </div>
  );
}

interface CaseRowProps {
  readonly network: Network<Rational>;
  readonly piece: Piece;
  readonly current: boolean;
}

function CaseRow({ network, piece, current }: CaseRowProps) {
  const sum = useMemo(() => colouredSum(network, piece), [network, piece]);
  return (
    <li className="case" data-current={current || undefined} aria-current={current || undefined}>
      <Formula segments={write(sum, network)} tex={sumTex(sum, network)} spoken={speak(sum, network)} />
      <span className="case-condition">{caseCondition(network, piece.pattern)}</span>
      {current && <span className="case-here">{CASES.here}</span>}
    </li>
  );
}

/** Where only one hidden node is on, all terms come from it and have its colour; what several made is ink. */
function colouredSum(network: Network<unknown>, piece: Piece): Sum {
  const on = nodesOn(network, piece.pattern);
  const via = on.length === 1 ? (on[0] ?? null) : null;
  return affineSum(piece.form).map((term) => ({ ...term, via }));
}

/** The hidden nodes that are on: not on the lowest piece of their activation. */
function nodesOn(network: Network<unknown>, pattern: string): NodeAt[] {
  return pattern
    .split('|')
    .flatMap((digits, layer) =>
      isOutputLayer(network, layer)
        ? []
        : [...digits].flatMap((digit, node) => (digit === '0' ? [] : [{ layer, node }])),
    );
}

function mostOnFirst(p: Piece, q: Piece): number {
  const on = ({ pattern }: Piece) => [...pattern].reduce((n, digit) => n + (Number(digit) || 0), 0);
  return on(q) - on(p) || (p.pattern < q.pattern ? 1 : -1);
}

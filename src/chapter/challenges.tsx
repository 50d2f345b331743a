/** The challenges: a list, and a workbench for the one that the reader has taken up. Their network is the stage's. */
import { Suspense, useEffect, useMemo, useState } from 'react';
import type { Rational } from '../algebra/rational.ts';
import type { Network } from '../model/network.ts';
import { selectActions, selectDocument, selectNetwork } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { inputNotation } from '../equation/notation.ts';
import { CHALLENGES } from '../words/chapter/does-it-always-bend.ts';
import { shortNumberText } from '../words/number.ts';
import { counted } from '../words/verdict.ts';
import { CHALLENGE_IDS, check, startOf, type ChallengeId, type Missing, type Outcome } from './challenge.ts';
import { NO_PROGRESS, withSolved } from './progress.ts';
import { currentProgress, keepProgress, useProgress } from './use-progress.ts';
import { WeightTable } from './weight-table.tsx';

const Sheet = lazyPart(async () => (await import('../plot/sheet.tsx')).Sheet);

export function Challenges() {
  const actions = useCrease(selectActions);
  const progress = useProgress();
  const [active, setActive] = useState<ChallengeId | null>(null);
  const start = (id: ChallengeId) => {
    setActive(id);
    if (id === 'pieces') keepProgress({ ...currentProgress(), four: false });
    actions.edit({ kind: 'load', document: startOf(id), from: { kind: 'figure' } });
  };
  return (
    <>
      <div className="challenges-head">
        <span>{CHALLENGES.solvedCount(progress.solved.length, CHALLENGE_IDS.length)}</span>
        {progress.solved.length > 0 && (
          <button type="button" className="button is-small" onClick={() => keepProgress(NO_PROGRESS)}>
            {CHALLENGES.forget}
          </button>
        )}
      </div>
      <ol className="challenges" aria-label={CHALLENGES.list}>
        {CHALLENGE_IDS.map((id) => {
          const { title, task, hint } = CHALLENGES.items[id];
          const solved = progress.solved.includes(id);
          return (
            <li
              className="challenge"
              key={id}
              data-solved={solved || undefined}
              data-active={id === active || undefined}
            >
              <div className="challenge-head">
                <span className="challenge-mark" aria-hidden="true" />
                <div>
                  <h3>
                    {title}
                    {solved && <small>{CHALLENGES.solved}</small>}
                  </h3>
                  <p className="challenge-task">{task}</p>
                  <details>
                    <summary>{CHALLENGES.hint}</summary>
                    <p>{hint}</p>
                  </details>
                </div>
                <button
                  type="button"
                  className="button"
                  aria-label={CHALLENGES.startNamed(id === active ? CHALLENGES.restart : CHALLENGES.start, title)}
                  onClick={() => start(id)}
                >
                  {id === active ? CHALLENGES.restart : CHALLENGES.start}
                </button>
              </div>
              {id === active && <Bench id={id} />}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Bench({ id }: { readonly id: ChallengeId }) {
  const document = useCrease(selectDocument);
  const network = useCrease(selectNetwork);
  const resting = useCrease((state) => state.history.gesture === null);
  const { four } = useProgress();
  const outcome = useMemo(() => check(id, document, { four }), [id, document, four]);

  // A number that is dragged past the solution has not found it.
  useEffect(() => {
    if (!resting) return;
    if (outcome.kind === 'solved') keepProgress(withSolved(currentProgress(), id));
    else if (outcome.missing.kind === 'four' && !four) keepProgress({ ...currentProgress(), four: true });
  }, [id, outcome, resting, four]);

  return (
    <div className="bench" role="group" aria-label={CHALLENGES.bench}>
      <div className="bench-numbers">
        <p className="bench-status" role="status" data-kind={outcome.kind}>
          {outcomeText(network, outcome)}
        </p>
        <WeightTable />
      </div>
      <div className="bench-sheet">
        <Suspense>
          <Sheet />
        </Suspense>
      </div>
    </div>
  );
}

function outcomeText(network: Network<unknown>, outcome: Outcome): string {
  return outcome.kind === 'solved' ? CHALLENGES.solvedNow : missingText(network, outcome.missing);
}

function missingText(network: Network<unknown>, missing: Missing): string {
  const { why } = CHALLENGES;
  const text = (value: Rational) => shortNumberText(value, 9);
  switch (missing.kind) {
    case 'noRelu':
      return why.noRelu;
    case 'inputs':
      return why.inputs(counted(missing.wanted, 'input'));
    case 'deep':
      return why.deep;
    case 'creases':
      return why.creases(counted(missing.count, 'crease'));
    case 'differs': {
      const at = missing.x.map((value, i) => `${inputNotation(network, i).text} = ${text(value)}`).join(', ');
      return why.differs(at, text(missing.found), text(missing.wanted));
    }
    case 'pieces':
      return why.pieces(counted(missing.count, 'piece'));
    case 'four':
      return why.four;
    case 'allOn':
      return why.allOn(missing.sums.map(text).join(', '));
    case 'otherNetwork':
      return why.otherNetwork;
    case 'undecided':
      return why.undecided;
  }
}

/** The challenges: a list, and a workbench for the one that the reader has taken up. Their network is the stage's. */
import { Suspense, useEffect, useMemo } from 'react';
import type { Document } from '../state/document.ts';
import { selectDocument, selectNetwork, selectResetTarget, selectIsEditing } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { PlainMath } from '../equation/plain-math.tsx';
import { CHALLENGES } from '#words/chapter/does-it-always-bend-words.ts';
import { CHALLENGE_IDS, check, startOf, type ChallengeId } from './challenge.ts';
import { outcomeText } from './outcome-text.ts';
import { NO_PROGRESS, withSolved } from './progress.ts';
import { currentProgress, keepProgress, useProgress } from './use-progress.ts';
import { WeightTable } from './weight-table.tsx';

const Sheet = lazyPart(async () => (await import('../plot/sheet.tsx')).Sheet);

/** The documents that have been opened as challenges: each is a record of its own, to be known by. */
const openings = new Map<ChallengeId, Document>();

function opened(id: ChallengeId): Document {
  const known = openings.get(id);
  if (known) return known;
  const document = { ...startOf(id) };
  openings.set(id, document);
  return document;
}

/** The challenge that was opened with this document. */
function challengeOf(document: Document): ChallengeId | null {
  return CHALLENGE_IDS.find((id) => openings.get(id) === document) ?? null;
}

export function Challenges() {
  const actions = useActions();
  const progress = useProgress();
  // Undo may have gone back behind its start, or to the one before.
  const active = useCrease((known) => challengeOf(selectResetTarget(known)), []);
  const start = (id: ChallengeId) => {
    if (id === 'pieces') keepProgress({ ...currentProgress(), four: false });
    actions.edit({ kind: 'load', document: opened(id), from: { kind: 'challenge' } });
  };
  return (
    <>
      <div className="screen-only flow aside challenges-head">
        <span>{CHALLENGES.solvedCount(progress.solved.length, CHALLENGE_IDS.length)}</span>
        {progress.solved.length > 0 && (
          <button type="button" className="button is-small" onClick={() => keepProgress(NO_PROGRESS)}>
            {CHALLENGES.forget}
          </button>
        )}
      </div>
      <ol className="stack challenges" aria-label={CHALLENGES.list}>
        {CHALLENGE_IDS.map((id) => {
          const { title, task, hint } = CHALLENGES.items[id];
          const solved = progress.solved.includes(id);
          return (
            <li className="surface challenge" key={id} data-active={id === active || undefined}>
              <div className="challenge-head" data-reached={solved || undefined}>
                <span className="step-number challenge-mark" aria-hidden="true" />
                <div>
                  <h3>
                    {title}
                    {solved && <small>{CHALLENGES.solved}</small>}
                  </h3>
                  <p>{task}</p>
                  <details className="aside">
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
  const resting = !useCrease(selectIsEditing);
  const { four } = useProgress();
  const outcome = useMemo(() => check(id, document, { four }), [id, document, four]);

  // A number that is dragged past the solution has not found it.
  useEffect(() => {
    if (!resting) return;
    if (outcome.kind === 'solved') keepProgress(withSolved(currentProgress(), id));
    else if (outcome.missing.kind === 'four' && !four) keepProgress({ ...currentProgress(), four: true });
  }, [id, outcome, resting, four]);

  return (
    <div className="screen-only bench" role="group" aria-label={CHALLENGES.bench}>
      <div className="bench-numbers">
        <p className="plate bench-status" role="status" data-kind={outcome.kind}>
          <PlainMath text={outcomeText(network, outcome)} />
          {outcome.kind === 'solved' && <span className="says bench-insight">{CHALLENGES.items[id].insight}</span>}
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

/**
 * The slim bar at the top while the stage is out of view: the switch, the verdict in short, and the way back, so that
 * every figure can be flipped at once. It lies over the page and moves nothing.
 */
import { useEffect, useState } from 'react';
import { selectVerdictFrame } from '../live/known-analysis.ts';
import { useCrease } from '../live/live.ts';
import { useAsked } from '../live/use-analysis.ts';
import { Icon, LineIcon } from '../controls/icon.tsx';
import { ActivationSwitch } from '../diagram/activation-switch.tsx';
import { FoundModelFormula } from '../equation/found-model.tsx';
import { ShareLink } from '../controls/share-link.tsx';
import { hashFor } from '../state/address.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { STAGE_ID, useAreHidden } from './at-top.tsx';
import { useIsAsked } from './guess.ts';
import { useSharedGuess } from './guesses.tsx';
import { useIsWritable } from './writable-store.tsx';
import { ARTICLE, BAR, SECTIONS, type SectionId } from '#words/chapter/article.ts';
import { VERDICT } from '#words/verdict-words.ts';

const STORY_ID = 'story';

/** The sections that ask for the model, and for the number of pieces. */
const MODEL_QUESTION: SectionId = 'same-model-twice';
const PIECES_QUESTION: SectionId = 'switch-on-relu';

export function StageBar() {
  const away = useIsAbove(STAGE_ID);
  return away ? <Bar /> : null;
}

/** Has the element been scrolled out at the top? */
function useIsAbove(id: string): boolean {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    const element = document.getElementById(id);
    if (!element || typeof IntersectionObserver === 'undefined') return;
    // A browser that is busy tells of several changes at once, in their order: what holds is the last.
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1);
      if (entry) setAbove(!entry.isIntersecting && entry.boundingClientRect.bottom <= 0);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [id]);
  return above;
}

function Bar() {
  return (
    <aside className="screen-only beside stage-bar" aria-label={BAR.name}>
      <a className="quiet stage-bar-back" href={`#${STAGE_ID}`} aria-label={BAR.back}>
        <Icon name="up" />
        <span>{BAR.back}</span>
      </a>
      <ShortVerdict />
      <ActivationSwitch name="activation-in-bar" />
      <ShareSection />
    </aside>
  );
}

/** Copies a link to what is being read, with the network at the top. */
const CHAIN =
  'M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.6-2.6a3.2 3.2 0 0 0-4.6-4.6L9.8 5.6 M11.5 8.5a3.2 3.2 0 0 0-4.6 0L4.3 11.1a3.2 3.2 0 0 0 4.6 4.6l1.3-1.3';

function ShareSection() {
  const store = useCreaseStore();
  const makeLink = () => {
    const { id, title } = sectionInView();
    return { hash: hashFor(store, id), done: BAR.linkCopied(title) };
  };
  return (
    <ShareLink className="button is-icon" name={BAR.share} makeLink={makeLink}>
      <LineIcon d={CHAIN} />
    </ShareLink>
  );
}

/** The last section that has begun above the middle of the screen; before the first one, the story as a whole. */
function sectionInView(): { readonly id: string; readonly title: string } {
  const hasBegun = ({ id }: { readonly id: SectionId }) => {
    const element = document.getElementById(id);
    return element !== null && element.getBoundingClientRect().top <= window.innerHeight / 2;
  };
  return SECTIONS.findLast(hasBegun) ?? { id: STORY_ID, title: ARTICLE.name };
}

/** What the reader is still to guess it does not tell. */
function ShortVerdict() {
  useAsked();
  const isWritten = useIsWritable();
  const isModelAsked = useIsAsked(useSharedGuess('model').guess) && isWritten;
  const arePiecesAsked = useIsAsked(useSharedGuess('pieces').guess) && isWritten;
  const areHidden = useAreHidden();
  const { all, creases, pieces } = useCrease(selectVerdictFrame);
  if (areHidden) return <p className="says stage-bar-verdict">{BAR.hidden}</p>;
  return (
    <p className="says stage-bar-verdict" data-kind={all.kind}>
      <strong className="badge">
        <span className="is-wide">{VERDICT.badge[all.kind]}</span>
        <span className="is-narrow">{BAR.short[all.kind]}</span>
      </strong>
      <span className="stage-bar-model">
        {all.kind === 'collapses' &&
          (isModelAsked ? <a href={`#${MODEL_QUESTION}`}>{BAR.guessModel}</a> : <FoundModelFormula on="all" />)}
        {all.kind === 'bends' &&
          (arePiecesAsked ? (
            <a href={`#${PIECES_QUESTION}`}>{BAR.guessPieces}</a>
          ) : (
            VERDICT.bendsSentence({ creases, pieces })
          ))}
      </span>
    </p>
  );
}

/**
 * A word that explains itself: a button in the text, and one popover for each entry of the glossary, whichever of its
 * buttons was pressed. Both are native, so they work before any script does; the script moves the popover beside the
 * word, and shows it to who points at the word or comes to it by Tab. Escape puts it away, as the browser does.
 */
import { useRef, type ReactNode } from 'react';
import { placeBeside, type Beside } from '../controls/popover.ts';
import { GLOSSARY, GLOSSARY_WORDS, type GlossaryId } from '#words/chapter/glossary.ts';
import { PlainMath } from '../equation/plain-math.tsx';

const popoverId = (id: GlossaryId) => `what-is-${id}`;

/** A mouse rests for so long before something opens, and may leave for so long on its way from word to popover, ms. */
const REST_MS = 160;

/** The word that its popover opens beside: there is one for all words. */
let word: HTMLElement | null = null;
/** It was opened by a look, not by a press: it goes when the look does. */
let isGlance = false;
let timer: ReturnType<typeof setTimeout> | undefined;

function soon(run: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(run, REST_MS);
}

const explanationOf = (id: GlossaryId) => document.getElementById(popoverId(id));
const isOpen = (element: HTMLElement | null) => element?.matches(':popover-open') === true;

function show(id: GlossaryId, beside: HTMLElement): void {
  // A look that has just gone elsewhere must not put away what the keys have come to.
  clearTimeout(timer);
  const explanation = explanationOf(id);
  if (isOpen(explanation)) return;
  word = beside;
  isGlance = true;
  explanation?.showPopover();
}

function hide(id: GlossaryId): void {
  const explanation = explanationOf(id);
  if (isGlance && isOpen(explanation)) explanation?.hidePopover();
}

export function Term({ id, children }: { readonly id: GlossaryId; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      className="term"
      popoverTarget={popoverId(id)}
      onPointerEnter={({ pointerType, currentTarget }) => {
        if (pointerType === 'mouse') soon(() => show(id, currentTarget));
      }}
      onPointerLeave={() => soon(() => hide(id))}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) show(id, currentTarget);
      }}
      onBlur={() => hide(id)}
      onClick={(event) => {
        // What a look has opened, a press keeps open.
        if (isGlance && word === event.currentTarget && isOpen(explanationOf(id))) event.preventDefault();
        clearTimeout(timer);
        word = event.currentTarget;
        isGlance = false;
      }}
    >
      {children}
    </button>
  );
}

/** The popovers, and the list of all entries at the end of the article. */
export function Glossary() {
  const entries = Object.entries(GLOSSARY) as [GlossaryId, (typeof GLOSSARY)[GlossaryId]][];
  return (
    <section className="glossary" id={GLOSSARY_WORDS.id} aria-labelledby="glossary-title">
      <h2 id="glossary-title">{GLOSSARY_WORDS.title}</h2>
      <p className="says">{GLOSSARY_WORDS.intro}</p>
      <dl>
        {entries.map(([id, { term, text }]) => (
          <div key={id}>
            <dt>{term}</dt>
            <dd>
              <PlainMath text={text} />
            </dd>
          </div>
        ))}
      </dl>
      {entries.map(([id, { term, text }]) => (
        <Explanation key={id} id={id} term={term} text={text} />
      ))}
    </section>
  );
}

interface ExplanationProps {
  readonly id: GlossaryId;
  readonly term: string;
  readonly text: string;
}

/** As in the style sheet, px; on the side where there is more room. */
const PLACE: Beside = { align: 'left', width: 340, height: Infinity };

function Explanation({ id, term, text }: ExplanationProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={box}
      id={popoverId(id)}
      popover="auto"
      role="note"
      aria-label={term}
      className="explanation"
      onPointerEnter={() => clearTimeout(timer)}
      onPointerLeave={() => soon(() => hide(id))}
      onBeforeToggle={(event) => {
        if (event.newState === 'open' && word && box.current) placeBeside(box.current, word, PLACE);
      }}
    >
      <strong>{term}</strong>
      <p>
        <PlainMath text={text} />
      </p>
    </div>
  );
}

/**
 * A word that explains itself: a button in the text, and one popover for each entry of the glossary, whichever of its
 * buttons was pressed. Both are native, so they work before any script does; the script only moves the popover beside
 * the word.
 */
import { useRef, type ReactNode } from 'react';
import { GLOSSARY, GLOSSARY_WORDS, type GlossaryId } from '../words/chapter/glossary.ts';
import { PlainMath } from '../equation/plain-math.tsx';

const popoverId = (id: GlossaryId) => `what-is-${id}`;

/** The word that was pressed last: a popover opens beside it. */
let pressed: HTMLElement | null = null;

export function Term({ id, children }: { readonly id: GlossaryId; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      className="term"
      popoverTarget={popoverId(id)}
      onClick={(event) => {
        pressed = event.currentTarget;
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
      <p>{GLOSSARY_WORDS.intro}</p>
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

/** Distance from the word and from the edges of the window, px. */
const GAP = 8;
/** As in the style sheet, px. */
const WIDTH = 340;

function Explanation({ id, term, text }: ExplanationProps) {
  const box = useRef<HTMLDivElement>(null);
  const place = () => {
    const word = pressed?.getBoundingClientRect();
    if (!word || !box.current) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const left = Math.max(GAP, Math.min(word.left, clientWidth - WIDTH - GAP));
    const above = word.top > clientHeight / 2;
    Object.assign(box.current.style, {
      margin: '0',
      left: `${left}px`,
      right: 'auto',
      top: above ? 'auto' : `${word.bottom + GAP}px`,
      bottom: above ? `${clientHeight - word.top + GAP}px` : 'auto',
    });
  };
  return (
    <div
      ref={box}
      id={popoverId(id)}
      popover="auto"
      role="note"
      aria-label={term}
      className="explanation"
      onBeforeToggle={(event) => {
        if (event.newState === 'open') place();
      }}
    >
      <strong>{term}</strong>
      <p>
        <PlainMath text={text} />
      </p>
    </div>
  );
}

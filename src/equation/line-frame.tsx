/** One line of a derivation: `ŷ =` or `=`, then what it equals, with what was done in a few words. */
import type { ReactNode } from 'react';
import { SPOKEN } from '#words/spoken-formula.ts';
import { StaticFormula } from './static-formula.tsx';
import { OUTPUT_NOTATION } from './notation.ts';
import './lines.css';

/** `about` where a number is rounded; `none` where it would say what the line before says: then it is only a note. */
export type Relation = 'equals' | 'about' | 'none';

export interface LineFrameProps {
  readonly first: boolean;
  /** The step that wrote it, from 1; 0 for a network that has nothing to derive. */
  readonly number: number;
  /** The step that is shown, 0 for all. */
  readonly step: number;
  readonly relation?: Relation;
  readonly note: ReactNode;
  readonly children: ReactNode;
  /** Stands behind the note. */
  readonly after: ReactNode;
  /** Lies over it (`use-cover.tsx`). */
  readonly cover?: ReactNode;
}

export function LineFrame(props: LineFrameProps) {
  const { first, number, step, relation = 'equals', note, children, after, cover = null } = props;
  return (
    <li
      className="line"
      data-current={(step > 0 && number === step) || undefined}
      data-note-only={relation === 'none' || undefined}
      // Lines to come keep their room, so that nothing jumps when they appear.
      data-hidden={(step > 0 && number > step) || undefined}
    >
      <span>{first && <StaticFormula tex={OUTPUT_NOTATION.tex} spoken={SPOKEN.output} />}</span>
      {/* Unseen, the sign keeps the notes in line. */}
      <StaticFormula className="line-equals" {...RELATIONS[relation === 'about' ? 'about' : 'equals']} />
      <div className="line-body" data-answer={Boolean(cover) || undefined}>
        {children}
        <span className="small line-note">{note}</span>
        {after}
        {cover}
      </div>
    </li>
  );
}

const RELATIONS = {
  equals: { tex: '{}={}', spoken: SPOKEN.equals },
  about: { tex: '{}\\approx{}', spoken: SPOKEN.isAbout },
} as const;

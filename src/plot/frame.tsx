/** What sheet and curve have in common: the card's title, its caption, the drawing, the bar of buttons. */
import { useId, type ReactNode } from 'react';
import { useCover } from '../controls/use-cover.tsx';
import './sheet.css';

export interface FrameProps {
  /** `The function's sheet:` */
  readonly title: string;
  /** `2 creases, 4 flat pieces` */
  readonly counts: string;
  readonly note: string | null;
  readonly caption: ReactNode;
  readonly bar: ReactNode;
  readonly children: ReactNode;
}

export function Frame({ title, counts, note, caption, bar, children }: FrameProps) {
  const id = useId();
  const cover = useCover('model');
  return (
    // A group, not a landmark: the page may show several sheets of the same name.
    <div className="sheet" role="group" aria-labelledby={id}>
      {children}
      <div className="sheet-head">
        <h2 className="sheet-title" id={id}>
          {title} <strong>{cover ? '?' : counts}</strong>
        </h2>
        {note && <p className="small sheet-note">{note}</p>}
        <p className="small sheet-caption" data-answer={Boolean(cover) || undefined}>
          {caption}
          {cover}
        </p>
      </div>
      <div className="screen-only flow sheet-bar">{bar}</div>
    </div>
  );
}

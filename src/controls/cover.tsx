/** Lies over an answer: a box of its size, which is the button that shows it. */
import { COVER, type Covered } from '#words/display-words.ts';
import './cover.css';

export interface CoverProps {
  readonly what: Covered;
  readonly onShow: () => void;
}

export function Cover({ what, onShow }: CoverProps) {
  return (
    <button
      type="button"
      className="cover"
      onClick={({ currentTarget }) => {
        // The button goes: whoever has pressed it is led to what was below it.
        const box = currentTarget.parentElement;
        onShow();
        requestAnimationFrame(() => {
          if (!box) return;
          box.tabIndex = -1;
          box.focus({ preventScroll: true });
        });
      }}
    >
      {COVER.show}
      <span className="visually-hidden"> {COVER.what[what]}</span>
    </button>
  );
}

/** The link to be copied by hand, where the browser does not let the page copy it. */
import { useEffect, useRef } from 'react';
import { LINK } from '#words/link-words.ts';
import { STAGE } from '#words/stage-words.ts';
import './share-dialog.css';

export interface ShareDialogProps {
  readonly link: string;
  readonly onClose: () => void;
}

export function ShareDialog({ link, onClose }: ShareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="share-dialog" aria-label={STAGE.share} onClose={onClose}>
      <p>{LINK.copyByHand}</p>
      <input
        className="field"
        readOnly
        aria-label={STAGE.share}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="button" onClick={() => dialog.current?.close()}>
        {LINK.close}
      </button>
    </dialog>
  );
}

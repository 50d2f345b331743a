/** Share: one click copies a link that opens exactly this: network, activation, inputs, step. */
import { useEffect, useRef, useState } from 'react';
import { linkFor } from '../state/address.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { useShortly } from '../controls/use-shortly.ts';
import { STAGE } from '../words/stage-words.ts';
import './share-button.css';

const SHOWN_MS = 4000;

export function ShareButton() {
  const store = useCreaseStore();
  const [copied, showCopied] = useShortly(SHOWN_MS);
  const [link, setLink] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (link !== null) dialog.current?.showModal();
  }, [link]);

  const share = async () => {
    const url = new URL(location.href);
    url.hash = linkFor(store.getState());
    try {
      await navigator.clipboard.writeText(url.href);
      showCopied();
    } catch {
      setLink(url.href);
    }
  };

  return (
    <>
      <button type="button" className="button is-strong" onClick={() => void share()}>
        {STAGE.share}
      </button>
      <div className="share-toast" role="status" data-shown={copied || undefined}>
        {copied ? STAGE.linkCopied : ''}
      </div>
      <dialog ref={dialog} className="share-dialog" aria-label={STAGE.share} onClose={() => setLink(null)}>
        <p>{STAGE.copyByHand}</p>
        <input readOnly aria-label={STAGE.share} value={link ?? ''} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {STAGE.close}
        </button>
      </dialog>
    </>
  );
}

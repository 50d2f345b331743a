/** Share: one click copies a link that opens exactly this: network, activation, inputs, step. */
import { Suspense, useState } from 'react';
import { linkFor } from '../state/address.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { useShortly } from '../controls/use-shortly.ts';
import { STAGE } from '../words/stage-words.ts';
import './share-button.css';

const SHOWN_MS = 4000;

const Dialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog);

export function ShareButton() {
  const store = useCreaseStore();
  const [copied, showCopied] = useShortly(SHOWN_MS);
  const [link, setLink] = useState<string | null>(null);

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
      {link !== null && (
        <Suspense>
          <Dialog link={link} onClose={() => setLink(null)} />
        </Suspense>
      )}
    </>
  );
}

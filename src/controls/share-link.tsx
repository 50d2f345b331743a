/** A button that copies a link to this page, and says so for a moment. */
import { Suspense, useState, type ReactNode } from 'react';
import { lazyPart } from './lazy-part.tsx';
import { useShortly } from './use-shortly.ts';
import './share-link.css';

const SHOWN_MS = 4000;

const Dialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog);

export interface ShareLinkProps {
  /** The hash to copy, and what is said once it is. */
  readonly makeLink: () => { readonly hash: string; readonly done: string };
  readonly name?: string;
  readonly className: string;
  readonly children: ReactNode;
}

export function ShareLink({ makeLink, name, className, children }: ShareLinkProps) {
  const [isCopied, showCopied] = useShortly(SHOWN_MS);
  const [said, setSaid] = useState('');
  const [link, setLink] = useState<string | null>(null);

  const share = async () => {
    const { hash, done } = makeLink();
    const url = new URL(location.href);
    url.hash = hash;
    try {
      await navigator.clipboard.writeText(url.href);
      setSaid(done);
      showCopied();
    } catch {
      setLink(url.href);
    }
  };

  return (
    <>
      <button type="button" className={className} aria-label={name} title={name} onClick={() => void share()}>
        {children}
      </button>
      <div className="said floating share-toast" role="status" data-shown={isCopied || undefined}>
        {isCopied ? said : ''}
      </div>
      {link !== null && (
        <Suspense>
          <Dialog link={link} onClose={() => setLink(null)} />
        </Suspense>
      )}
    </>
  );
}

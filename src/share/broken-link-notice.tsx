/** Says which part of a link is wrong and why, and offers the chapter's network. */
import { useLayoutEffect, useRef } from 'react';
import type { LinkError } from '../state/link-fault.ts';
import { attempt } from '../browser/kept-text.ts';
import { defaultDocument } from '../state/preset-document.ts';
import { DEFAULT_PRESET } from '../state/preset.ts';
import { useActions } from '../live/use-store.ts';
import { LINK } from '#words/link-words.ts';
import { linkErrorSentence } from '#words/link-error.ts';
import './broken-link-notice.css';

export function BrokenLinkNotice({ error }: { readonly error: LinkError }) {
  const actions = useActions();
  const notice = useRef<HTMLDivElement>(null);
  // In a layout effect the notice still stands in the page when it goes.
  useLayoutEffect(() => {
    const element = notice.current;
    const after = element?.nextElementSibling;
    // Whoever closes it has the focus in it: it goes on to what comes next.
    return () => {
      if (element?.contains(document.activeElement) && after instanceof HTMLElement) {
        after.tabIndex = -1;
        after.focus({ preventScroll: true });
      }
    };
  }, []);
  return (
    <div ref={notice} className="surface flow broken-link" role="alert">
      <p>
        <strong>{LINK.broken}</strong> {linkErrorSentence(error)}
      </p>
      <button
        type="button"
        className="button is-strong"
        onClick={() => {
          actions.edit({ kind: 'load', document: defaultDocument(), from: { kind: 'preset', id: DEFAULT_PRESET } });
          // The broken link would be read again at the next reload.
          attempt(() => history.replaceState(history.state, '', location.pathname + location.search));
        }}
      >
        {LINK.openChapter}
      </button>
      <button type="button" className="button" onClick={() => actions.reportBroken(null)}>
        {LINK.close}
      </button>
    </div>
  );
}

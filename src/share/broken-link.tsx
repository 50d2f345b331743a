/** Says which part of a link is wrong and why, and offers the chapter's network. */
import { useEffect, useState } from 'react';
import type { LinkError } from '../state/codec.ts';
import { defaultDocument } from '../state/preset-document.ts';
import { DEFAULT_PRESET } from '../state/preset.ts';
import { selectActions } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { STAGE } from '../words/stage.ts';

export function BrokenLink() {
  const actions = useCrease(selectActions);
  const error = useCrease((state) => state.brokenLink);
  const sentence = useSentence(error);
  if (!error || sentence === null) return null;
  return (
    <div className="broken-link" role="alert">
      <p>
        <strong>{STAGE.brokenLink}</strong> {sentence}
      </p>
      <button
        type="button"
        className="button is-strong"
        onClick={() => {
          actions.edit({ kind: 'load', document: defaultDocument(), from: { kind: 'preset', id: DEFAULT_PRESET } });
          // The broken link would be read again at the next reload.
          history.replaceState(history.state, '', location.pathname + location.search);
        }}
      >
        {STAGE.openChapter}
      </button>
      <button type="button" className="button" onClick={() => actions.reportBroken(null)}>
        {STAGE.close}
      </button>
    </div>
  );
}

/** The words for it are fetched when there is something to say. */
function useSentence(error: LinkError | null): string | null {
  const [said, setSaid] = useState<{ readonly error: LinkError; readonly sentence: string } | null>(null);
  useEffect(() => {
    if (!error) return;
    void import('../words/link-error.ts').then(({ linkErrorSentence }) =>
      setSaid({ error, sentence: linkErrorSentence(error) }),
    );
  }, [error]);
  return said?.error === error ? said.sentence : null;
}

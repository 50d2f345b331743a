/** Says which part of a link is wrong and why, and offers the chapter's network. */
import { useSyncExternalStore } from 'react';
import type { BrokenLinks } from '../state/broken-links.ts';
import { defaultDocument } from '../state/preset-document.ts';
import { DEFAULT_PRESET } from '../state/preset.ts';
import { selectActions } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { linkErrorSentence } from '../words/link-error.ts';
import { STAGE } from '../words/stage.ts';

export function BrokenLink({ source }: { readonly source: BrokenLinks }) {
  const actions = useCrease(selectActions);
  const error = useSyncExternalStore(source.subscribe, source.current, () => null);
  if (!error) return null;
  return (
    <div className="broken-link" role="alert">
      <p>
        <strong>{STAGE.brokenLink}</strong> {linkErrorSentence(error)}
      </p>
      <button
        type="button"
        className="button is-strong"
        onClick={() => {
          actions.edit({ kind: 'load', document: defaultDocument(), from: { kind: 'preset', id: DEFAULT_PRESET } });
          source.dismiss();
        }}
      >
        {STAGE.openChapter}
      </button>
      <button type="button" className="button" onClick={source.dismiss}>
        {STAGE.close}
      </button>
    </div>
  );
}

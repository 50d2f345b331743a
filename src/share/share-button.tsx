/** Share: one click copies a link that opens exactly this: network, activation, inputs, step. */
import { linkFor } from '../state/address.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { STAGE } from '#words/stage-words.ts';
import { ShareLink } from '../controls/share-link.tsx';

export function ShareButton() {
  const store = useCreaseStore();
  return (
    <ShareLink
      className="button is-strong"
      makeLink={() => ({ hash: linkFor(store.getState()), done: STAGE.linkCopied })}
    >
      {STAGE.share}
    </ShareLink>
  );
}

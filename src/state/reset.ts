/** What Reset goes back to: the document that was loaded last, as it was then. */
import type { Document } from './document.ts';
import type { CreaseState } from './store.ts';

interface Loads {
  readonly history: Pick<CreaseState['history'], 'past'>;
  readonly origin: Document;
}

export function resetTarget({ history, origin }: Loads): Document {
  for (let i = history.past.length - 1; i >= 0; i--) {
    const label = history.past[i]?.label;
    if (label?.kind === 'load') return label.document;
  }
  return origin;
}

/** What Reset goes back to: the document that was loaded last, as it was then. */
import type { Document } from './document.ts';
import type { CreaseState } from './store.ts';

export function resetTarget({ history, origin }: Pick<CreaseState, 'history' | 'origin'>): Document {
  for (let i = history.past.length - 1; i >= 0; i--) {
    const label = history.past[i]?.label;
    if (label?.kind === 'load') return label.document;
  }
  return origin;
}

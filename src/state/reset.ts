/** What Reset goes back to: the document that was loaded last, as it was then. */
import type { Document } from './document.ts';
import type { Edit } from './edit.ts';
import type { History } from './history.ts';

export function resetTarget(history: History<Document, Edit>): Document {
  for (let i = history.past.length - 1; i >= 0; i--) {
    const label = history.past[i]?.label;
    if (label?.kind === 'load') return label.document;
  }
  return history.past[0]?.value ?? history.present;
}

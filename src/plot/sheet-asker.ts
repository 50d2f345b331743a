/** Asks a worker for sheets: the newest question first, and one at a time. */
import { workerPort } from '../browser/worker-port.ts';
import { latestOnly } from './latest-only.ts';
import type { Made, Question } from './made.ts';
import type { SheetAnswer, SheetQuestion } from './sheet-protocol.ts';

export interface Asker {
  readonly ask: (question: Question) => void;
  readonly close: () => void;
}

/** `fail` is called where the worker can't be had, or dies. */
export function startWorker(deliver: (made: Made) => void, fail: () => void): Asker {
  let asked: (Question & SheetQuestion) | null = null;
  const queue = latestOnly<Question>((question) => {
    asked = { id: (asked?.id ?? 0) + 1, ...question };
    port.post({ id: asked.id, request: asked.request });
  });
  const hear = ({ id, model }: SheetAnswer) => {
    if (asked?.id === id) deliver({ subject: asked.subject, request: asked.request, model });
    queue.answered();
  };
  const worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module' });
  const port = workerPort<SheetQuestion, SheetAnswer>(worker, hear, fail);
  return { ask: queue.ask, close: port.close };
}

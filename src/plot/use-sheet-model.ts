/** The sheet of a request: made at once when that is quick, else by a worker, the one before staying until it is there. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { workerPort } from '../state/worker-port.ts';
import { latestOnly } from './latest-only.ts';
import { isLong, makeSheet, type SheetModel, type SheetRequest } from './sheet-model.ts';
import type { SheetAnswer, SheetQuestion } from './sheet-protocol.ts';

export interface Made {
  readonly request: SheetRequest;
  readonly model: SheetModel;
}

/**
 * Null until the first sheet is there. `made.request` is an older one while a newer sheet is being made. Throws where the
 * worker has failed: the boundary around the sheet says so, and begins anew when it is asked to.
 */
export function useSheetModel(request: SheetRequest): Made | null {
  const long = isLong(request.network);
  const quick = useMemo(() => (long ? null : { request, model: makeSheet(request) }), [long, request]);
  const [slow, setSlow] = useState<Made | null>(null);
  const [failed, setFailed] = useState(false);
  const asker = useRef<Asker | null>(null);
  if (failed) throw new Error('the worker of the sheet has failed');

  useEffect(() => {
    if (!long) return;
    asker.current ??= startWorker(setSlow, () => setFailed(true));
    asker.current.ask(request);
  }, [long, request]);
  useEffect(
    () => () => {
      asker.current?.close();
      asker.current = null;
    },
    [],
  );
  // A sheet of a network of another shape says nothing about this one.
  return quick ?? (slow && isAlike(slow.request.network, request.network) ? slow : null);
}

/** Same inputs, same nodes, same kinds of activation: the patterns of one are patterns of the other. */
function isAlike(p: SheetRequest['network'], q: SheetRequest['network']): boolean {
  const shape = ({ inputs, layers }: SheetRequest['network']) =>
    [inputs.join(' '), ...layers.map((layer) => layer.map((node) => node.activation.kind).join(' '))].join('|');
  return p === q || shape(p) === shape(q);
}

interface Asker {
  readonly ask: (request: SheetRequest) => void;
  readonly close: () => void;
}

function startWorker(deliver: (made: Made) => void, fail: () => void): Asker {
  let asked: SheetQuestion | null = null;
  const queue = latestOnly<SheetRequest>((request) => {
    asked = { id: (asked?.id ?? 0) + 1, request };
    port.post(asked);
  });
  const hear = ({ id, model }: SheetAnswer) => {
    if (asked?.id === id) deliver({ request: asked.request, model });
    queue.answered();
  };
  const worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module' });
  const port = workerPort<SheetQuestion, SheetAnswer>(worker, hear, fail);
  return { ask: queue.ask, close: port.close };
}

/** The sheet of a request: made at once when that is quick, else by a worker, the one before staying until it is there. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { latestOnly, type LatestOnly } from './latest-only.ts';
import { isLong, makeSheet, type SheetModel, type SheetRequest } from './sheet-model.ts';
import type { SheetAnswer, SheetQuestion } from './sheet-protocol.ts';

export interface Made {
  readonly request: SheetRequest;
  readonly model: SheetModel;
}

/** Null until the first sheet is there. `made.request` is an older one while a newer sheet is being made. */
export function useSheetModel(request: SheetRequest): Made | null {
  const long = isLong(request.network);
  const quick = useMemo(() => (long ? null : { request, model: makeSheet(request) }), [long, request]);
  const [slow, setSlow] = useState<Made | null>(null);
  const asker = useRef<{ readonly queue: LatestOnly<SheetRequest>; readonly worker: Worker } | null>(null);

  useEffect(() => {
    if (!long) return;
    asker.current ??= startWorker(setSlow);
    asker.current.queue.ask(request);
  }, [long, request]);
  useEffect(
    () => () => {
      asker.current?.worker.terminate();
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

function startWorker(deliver: (made: Made) => void) {
  const worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module' });
  let asked: SheetQuestion | null = null;
  const queue = latestOnly<SheetRequest>((request) => {
    asked = { id: (asked?.id ?? 0) + 1, request };
    worker.postMessage(asked);
  });
  worker.onmessage = ({ data }: MessageEvent<SheetAnswer>) => {
    if (asked?.id === data.id) deliver({ request: asked.request, model: data.model });
    queue.answered();
  };
  return { queue, worker };
}

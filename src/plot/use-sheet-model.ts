/** The sheet of a request: made at once when that is quick, else by a worker, the one before staying until it is there. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { sameList } from '../state/same-list.ts';
import { workerPort } from '../browser/worker-port.ts';
import { latestOnly } from './latest-only.ts';
import { isLong, makeSheet, type SheetModel, type SheetRequest } from './sheet-model.ts';
import type { SheetAnswer, SheetQuestion } from './sheet-protocol.ts';

/** What a sheet is of: a network with all inputs but two held. */
export interface Subject {
  readonly network: Network<Rational>;
  /** One value for each input; those of the shown ones say nothing. */
  readonly held: readonly Rational[];
  readonly shown: readonly number[];
}

/** A sheet, and what it is of: its patterns are patterns of that network, and of no other. */
export interface Made extends Question {
  readonly model: SheetModel;
}

interface Question {
  readonly subject: Subject;
  readonly request: SheetRequest;
}

/**
 * The sheet of `request`, which is a slice of `subject`; while a worker makes it the one before, of whatever network that
 * was. Null until the first one is there, and for other inputs. Throws where the worker has failed: the boundary around the
 * sheet says so, and begins anew when it is asked to.
 */
export function useSheetModel(subject: Subject, request: SheetRequest): Made | null {
  const long = isLong(request.network);
  const quick = useMemo(
    () => (long ? null : { subject, request, model: makeSheet(request) }),
    [long, subject, request],
  );
  /** The one that was shown last. */
  const last = useRef<Made | null>(null);
  const [slow, setSlow] = useState<Made | null>(null);
  const [failed, setFailed] = useState(false);
  const asker = useRef<Asker | null>(null);
  if (failed) throw new Error('the worker of the sheet has failed');

  useLayoutEffect(() => {
    if (quick) last.current = quick;
    else setSlow(last.current);
  }, [quick]);
  useEffect(() => {
    if (!long) return;
    asker.current ??= startWorker(
      (made) => {
        last.current = made;
        setSlow(made);
      },
      () => setFailed(true),
    );
    asker.current.ask({ subject, request });
  }, [long, subject, request]);
  useEffect(
    () => () => {
      asker.current?.close();
      asker.current = null;
    },
    [],
  );
  const made = quick ?? slow;
  return made && sameList(made.request.network.inputs, request.network.inputs, (p, q) => p === q) ? made : null;
}

interface Asker {
  readonly ask: (question: Question) => void;
  readonly close: () => void;
}

function startWorker(deliver: (made: Made) => void, fail: () => void): Asker {
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

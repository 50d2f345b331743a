/** What is seen of the sheet, as a signal: of the store around, and of how the reader looks at it. */
import { easeCubicInOut } from 'd3-ease';
import { useEffect, useMemo, useState } from 'react';
import { derived } from '../live/derived.ts';
import { liveOf, useLiveValue, useNow, type Live } from '../live/live.ts';
import { selectIsEditing, selectNetwork, selectX } from '../live/select.ts';
import { Cell, tellListeners } from '../live/signal.ts';
import { useKnowledge } from '../live/use-store.ts';
import type { Progress } from './fold-way.ts';
import type { Room } from './fit.ts';
import type { Made, Question } from './made.ts';
import { planeViews, type PlaneView } from './plane-view.ts';
import type { Turn } from './projection.ts';
import { startWorker, type Asker } from './sheet-asker.ts';
import { isLong } from './sheet-model.ts';
import type { SheetView } from './sheet-view.ts';

/** ms. */
const FOLD = 500;

/**
 * A sheet that is quickly made is there at once; while a worker makes one, the one before stays, of whatever network that
 * was. Throws where the worker has failed: the boundary around the sheet says so, and begins anew when it is asked to.
 */
export function usePlaneView(view: SheetView, turn: Turn, room: Room): Live<PlaneView> {
  const known = useKnowledge();
  const seen = useLiveValue(useMemo(() => ({ view, turn, room }), [view, turn, room]));
  const [delivered] = useState(() => new Cell<Made | null>(null));
  const [progress] = useState(() => new Cell<Progress | null>(null));
  const live = useMemo(() => {
    const viewOf = planeViews(isStill);
    return liveOf(known, (of) => {
      // The curve of a single input is about to take its place.
      if (of.inputs.length < 2) return undefined;
      return viewOf({
        network: selectNetwork(of),
        x: selectX(of),
        editing: selectIsEditing(of),
        delivered: delivered.get(),
        progress: progress.get(),
        ...seen.get(),
      });
    });
  }, [known, seen, delivered, progress]);
  useWorker(live, delivered);
  useFolding(live, progress);
  return live;
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Has the sheets made that take long. */
function useWorker(live: Live<PlaneView>, delivered: Cell<Made | null>): void {
  const [failed, setFailed] = useState(false);
  if (failed) throw new Error('the worker of the sheet has failed');
  useEffect(() => {
    let asker: Asker | null = null;
    let asked: Question['request'] | null = null;
    const deliver = (made: Made) => {
      // Another one may have been made at once by now.
      if (!isLong(live.get().plane.request.network)) return;
      delivered.write(made);
      tellListeners();
    };
    const look = () => {
      const { subject, request } = live.get().plane;
      if (!isLong(request.network)) {
        // It would keep what is not shown any more.
        delivered.write(null);
        return;
      }
      if (request === asked) return;
      asked = request;
      asker ??= startWorker(deliver, () => setFailed(true));
      asker.ask({ subject, request });
    };
    look();
    const stop = live.subscribe(look);
    return () => {
      stop();
      asker?.close();
    };
  }, [live, delivered]);
}

/** Moves the way from the sheet before to the newest one on, a frame at a time. */
function useFolding(live: Live<PlaneView>, progress: Cell<Progress | null>): void {
  const way = useNow(useMemo(() => derived(live, ({ plane }) => (plane.from ? plane.way : null)), [live]));
  useEffect(() => {
    if (!way) return;
    const start = performance.now();
    let handle = requestAnimationFrame(function frame(now) {
      const part = Math.min(1, Math.max(0, (now - start) / FOLD));
      progress.write({ way, share: easeCubicInOut(part) });
      tellListeners();
      if (part < 1) handle = requestAnimationFrame(frame);
    });
    return () => {
      cancelAnimationFrame(handle);
      progress.write(null);
    };
  }, [way, progress]);
}

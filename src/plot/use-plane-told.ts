/** What is said of the sheet, and which of its faces are lit: each a signal. */
import { useMemo } from 'react';
import { derived } from '../live/derived.ts';
import { selectPieceCount } from '../live/known-analysis.ts';
import type { Knowledge } from '../live/knowledge.ts';
import type { Live } from '../live/live.ts';
import { selectAreHidden, selectHighlight, selectPointedPiece } from '../live/select.ts';
import { useKnowledge } from '../live/use-store.ts';
import { pointDescription } from '#words/sheet-words.ts';
import { litFaces, sameFaces } from './face-paint.ts';
import { captionOf, type Caption } from './piece-caption.tsx';
import { planeSentences, type PlaneSentences } from './plane-sentences.ts';
import type { PlaneView } from './plane-view.ts';
import type { PointedPiece } from './use-pointed.ts';

export function usePlaneTold(seen: Live<PlaneView>, pointed: PointedPiece) {
  const known = useKnowledge();
  return useMemo(() => {
    const sentencesOf = (of: Knowledge) => (now: PlaneView) =>
      planeSentences(now, selectPieceCount(of), selectAreHidden(of));
    const now = derived(seen, sentencesOf(known));
    const sentences: Live<PlaneSentences> = {
      ...now,
      initial: () => (seen.isAtStart() ? now.get() : sentencesOf(known.start)(seen.initial())),
    };
    const caption: Live<Caption> = {
      ...derived(seen, ({ plane, point }) =>
        captionOf({
          network: plane.drawn.network,
          pattern: pointed.pattern.get() ?? point.pattern,
          pointed: pointed.isElsewhere.get(),
          height: sentences.get().height,
        }),
      ),
      initial: () => {
        const { plane, point } = seen.initial();
        const { height } = sentences.initial();
        return captionOf({ network: plane.drawn.network, pattern: point.pattern, pointed: false, height });
      },
    };
    const lit: Live<ReadonlySet<number>> = {
      ...derived(
        seen,
        ({ plane, paint }) =>
          litFaces(plane.surface, paint, {
            pointed: pointed.pattern.get(),
            listed: selectPointedPiece(known),
            highlight: selectHighlight(known),
          }),
        sameFaces,
      ),
      initial: () => NONE,
    };
    return {
      title: derived(sentences, ({ title }) => title),
      note: derived(sentences, ({ note }) => note),
      summary: derived(sentences, ({ summary }) => summary),
      here: derived(sentences, ({ height, side }) => pointDescription(height, side)),
      caption,
      lit,
    };
  }, [seen, pointed, known]);
}

const NONE: ReadonlySet<number> = new Set();

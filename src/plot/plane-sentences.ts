/** What is said of the sheet: its title, its counts, and the whole of it to a reader who does not see it. */
import type { Rational } from '../number/rational.ts';
import { ALL } from '../algebra/domain.ts';
import { creasesOn } from '../facts/bends.ts';
import { sameShape } from '../live/use-shape.ts';
import { SHEET, countsNote, countsText, heightText, sampledText, sideText, summaryText } from '#words/sheet-words.ts';
import { steepest } from './facet.ts';
import { MAX_FACETS } from './sheet-model.ts';
import type { PlaneView } from './plane-view.ts';

export interface PlaneSentences {
  readonly title: string;
  readonly note: string | null;
  /** The output at the current input, and the sides of the nodes there. */
  readonly height: string;
  readonly side: string;
  readonly summary: string;
}

/** `piecesOfNetwork`: null where they are not known. Hidden answers: how often it is folded, and how steep it is, would tell the model. */
export function planeSentences(
  { plane, point: here }: PlaneView,
  piecesOfNetwork: number | null,
  areHidden: boolean,
): PlaneSentences {
  const { network, drawn, made, request, model, surface, names } = plane;
  const isSlice = drawn.network.inputs.length > 2;
  const counts = {
    creases: model?.creases ?? null,
    pieces: surface.regionCount,
    isSlice,
    ofNetwork: {
      creases: isSlice ? creasesOn(drawn.network, ALL) : null,
      // An older sheet has another network's count.
      pieces: made?.request === request ? piecesOfNetwork : null,
    },
  };
  // A sheet of other nodes than the network has by now is still to be seen, but not what it is counted.
  const counted = model !== null && sameShape(drawn.network, network) ? model : null;
  const title =
    counted === null
      ? SHEET.working
      : counted.kind === 'exact'
        ? countsText(counts)
        : sampledText(network, counted.kind === 'tooMany' ? MAX_FACETS : null);
  const note = counted?.kind === 'exact' ? countsNote(counts) : null;
  const side = sideText(drawn.network, here.pattern);
  const height = heightText(here.exact, here.height);
  const summary = summaryText({
    title: areHidden ? null : title,
    note,
    shown: names,
    held: drawn.network.inputs.flatMap((name, i) =>
      drawn.shown.includes(i) ? [] : [{ name, value: drawn.held[i] as Rational }],
    ),
    steepest: counted?.kind === 'exact' && !areHidden ? steepest(surface) : null,
    here: side,
    height,
  });
  return { title, note, height, side, summary };
}

/** The function over two inputs as a sheet: turned by dragging, the current input a point on it. */
import { useCallback, useMemo, useRef, type CSSProperties } from 'react';
import { useCoarsePointer } from '../controls/use-media.ts';
import { useSize } from '../controls/use-size.ts';
import { derived } from '../live/derived.ts';
import { useKept, useNow, type Live } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { FINGER } from '../styles/sizes.ts';
import { SHEET } from '#words/sheet-words.ts';
import type { Drag } from '../controls/drag.ts';
import type { Rational } from '../number/rational.ts';
import { sameList } from '../state/same-list.ts';
import { roomOf } from './fit.ts';
import { Frame } from './frame.tsx';
import { PieceCaption } from './piece-caption.tsx';
import { PlanePicture } from './plane-picture.tsx';
import { hasPoint, type PlaneView } from './plane-view.ts';
import { PointControl } from './point-control.tsx';
import { SheetBar } from './sheet-bar.tsx';
import type { Seen } from './sheet-view.ts';
import { useSheetView } from './sheet-view-store.tsx';
import { usePlaneTold } from './use-plane-told.ts';
import { usePlaneHands } from './use-plane-hands.ts';
import { usePlaneView } from './use-plane-view.ts';
import { usePointed, type PointedPiece } from './use-pointed.ts';
import { useTurn } from './use-turn.ts';
import { useAxisEnds, useShownInputs } from './use-view-window.ts';
import './outside.css';

/** What the drawing is prerendered for, px; its view box scales it until it has been measured. */
const NOMINAL = { width: 450, height: 310 };
/** Height of the bar of buttons, px: see `--sheet-edge`. */
const BAR = 30;
/** More facets than this have thinner creases. */
const DENSE = 40;

export function PlaneSheet() {
  const view = useRef<HTMLDivElement>(null);
  const measured = useSize(view);
  const size = measured ?? NOMINAL;
  const coarse = useCoarsePointer();
  const room = useMemo(() => roomOf(size, coarse ? FINGER : BAR), [size, coarse]);
  const { view: set, change } = useSheetView();
  const tell = useCallback((seen: Seen) => change((before) => ({ ...before, seen })), [change]);
  const camera = useTurn(set.seen, tell);
  const seen = usePlaneView(set, camera.turn, room);
  const pointed = usePointed(
    useMemo(
      () => derived(seen, ({ plane, point }) => ({ network: plane.drawn.network, pattern: point.pattern })),
      [seen],
    ),
  );
  const { drag, put, ...hands } = usePlaneHands(view, seen, camera, pointed);
  const told = usePlaneTold(seen, pointed);
  const { plane, point } = useKept(seen, sameFrame);
  const { onEnds, onReset } = useAxisEnds(plane.shown);

  return (
    <Frame
      title={SHEET.sheet}
      counts={useNow(told.title)}
      note={useNow(told.note)}
      caption={<PieceCaption caption={told.caption} />}
      bar={
        <SheetBar
          inputs={plane.network.inputs}
          shown={plane.shown}
          onShown={useShownInputs()}
          ends={plane.ends}
          own={plane.own}
          onEnds={onEnds}
          onReset={onReset}
          fromAbove={camera.fromAbove}
          move={camera.move}
        />
      }
    >
      <div
        ref={view}
        className="sheet-view"
        data-dense={plane.surface.faces.length > DENSE || undefined}
        data-above={camera.fromAbove || undefined}
        data-folding={plane.from !== null || undefined}
        style={{ '--creased': plane.creased } as CSSProperties}
        {...hands}
      >
        <PlanePicture seen={seen} lit={told.lit} size={size} measured={measured} summary={told.summary} />
        {hasPoint({ plane, point }) && <Handle {...{ seen, pointed, drag, put }} description={told.here} />}
        {!point.inside && plane.model && <p className="small sheet-outside">{SHEET.outside}</p>}
      </div>
    </Frame>
  );
}

/** Is the frame drawn the same? What is written by itself may differ. */
function sameFrame(p: PlaneView, q: PlaneView): boolean {
  const [before, after] = [p.plane, q.plane];
  return (
    sameNames(before.network.inputs, after.network.inputs) &&
    before.shown === after.shown &&
    before.ends === after.ends &&
    before.own === after.own &&
    before.surface.faces.length > DENSE === after.surface.faces.length > DENSE &&
    (before.from === null) === (after.from === null) &&
    before.creased === after.creased &&
    p.point.inside === q.point.inside &&
    (before.model === null) === (after.model === null)
  );
}

interface HandleProps {
  readonly seen: Live<PlaneView>;
  readonly pointed: PointedPiece;
  readonly drag: Drag;
  readonly put: (values: readonly Rational[]) => void;
  readonly description: Live<string>;
}

function Handle({ seen, pointed, drag, put, description }: HandleProps) {
  const actions = useActions();
  const { plane } = useKept(seen, samePlace);
  const spot = useMemo(() => derived(seen, ({ point }) => point.spot), [seen]);
  return (
    <PointControl
      names={plane.names}
      values={plane.at}
      window={plane.ends}
      at={spot}
      description={description}
      drag={drag}
      begin={actions.begin}
      change={put}
      commit={actions.commit}
      cancel={actions.cancel}
      onFocusChange={pointed.follow}
    />
  );
}

function samePlace({ plane: p }: PlaneView, { plane: q }: PlaneView): boolean {
  return p.at === q.at && p.ends === q.ends && sameNames(p.names, q.names);
}

function sameNames(p: readonly string[], q: readonly string[]): boolean {
  return sameList(p, q, (one, other) => one === other);
}

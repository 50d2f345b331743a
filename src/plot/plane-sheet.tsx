/** The function over two inputs as a sheet: turned by dragging, the current input a point on it. */
import { useCallback, useMemo, useRef, type CSSProperties } from 'react';
import { useCoarsePointer } from '../controls/use-media.ts';
import { useSize } from '../controls/use-size.ts';
import { selectPieceCount } from '../live/known-analysis.ts';
import { useCrease } from '../live/live.ts';
import { selectAreHidden } from '../live/select.ts';
import { useActions } from '../live/use-store.ts';
import { FINGER } from '../styles/sizes.ts';
import { SHEET, pointDescription } from '../words/sheet-words.ts';
import { roomOf } from './fit.ts';
import { Frame } from './frame.tsx';
import { PieceCaption } from './piece-caption.tsx';
import { PlanePicture } from './plane-picture.tsx';
import { planeSentences } from './plane-sentences.ts';
import { PointControl } from './point-control.tsx';
import { SheetBar } from './sheet-bar.tsx';
import type { Seen } from './sheet-view.ts';
import { useSheetView } from './sheet-view-store.tsx';
import { useFacePaint } from './use-face-paint.ts';
import { usePlane } from './use-plane.ts';
import { usePlaneHands } from './use-plane-hands.ts';
import { usePlanePoint } from './use-plane-point.ts';
import { usePlaneScene } from './use-plane-scene.ts';
import { usePointed } from './use-pointed.ts';
import { useTurn } from './use-turn.ts';
import './outside.css';

/** What the drawing is prerendered for, px; its view box scales it until it has been measured. */
const NOMINAL = { width: 450, height: 310 };
/** Height of the bar of buttons, px: see `--sheet-edge`. */
const BAR = 30;
/** More facets than this have thinner creases. */
const DENSE = 40;

export function PlaneSheet() {
  const plane = usePlane();
  const { drawn, names, at, axes, surface, network } = plane;
  const actions = useActions();
  const view = useRef<HTMLDivElement>(null);
  const measured = useSize(view);
  const size = measured ?? NOMINAL;
  const coarse = useCoarsePointer();
  const room = useMemo(() => roomOf(size, coarse ? FINGER : BAR), [size, coarse]);
  const { view: set, change } = useSheetView();
  const tell = useCallback((seen: Seen) => change((before) => ({ ...before, seen })), [change]);
  const camera = useTurn(set.seen, tell);
  const scene = usePlaneScene(plane, camera.turn, room);
  const point = usePlanePoint(plane, scene);
  const pointed = usePointed(drawn.network, point.pattern);
  const paint = useFacePaint(plane, scene, pointed.pattern);
  const { drag, put, ...hands } = usePlaneHands(view, plane, scene, point, camera, pointed);
  const { title, note, height, side, summary } = planeSentences(
    plane,
    point,
    useCrease(selectPieceCount),
    useCrease(selectAreHidden),
  );
  const hasPoint = point.inside && plane.model !== null;

  return (
    <Frame
      title={SHEET.sheet}
      counts={title}
      note={note}
      caption={
        <PieceCaption
          network={drawn.network}
          pattern={pointed.pattern ?? point.pattern}
          pointed={pointed.isElsewhere}
          height={height}
        />
      }
      bar={
        <SheetBar
          inputs={network.inputs}
          shown={plane.shown}
          onShown={plane.setShown}
          ends={axes.ends}
          own={axes.own}
          onEnds={axes.set}
          onReset={axes.reset}
          fromAbove={camera.fromAbove}
          move={camera.move}
        />
      }
    >
      <div
        ref={view}
        className="sheet-view"
        data-dense={surface.faces.length > DENSE || undefined}
        data-above={camera.fromAbove || undefined}
        data-folding={plane.from !== null || undefined}
        style={{ '--creased': plane.creased } as CSSProperties}
        {...hands}
      >
        <PlanePicture {...{ scene, paint, point, hasPoint, names, size, measured, summary }} />
        {hasPoint && (
          <PointControl
            names={names}
            values={at}
            window={axes.ends}
            at={point.spot}
            description={pointDescription(height, side)}
            drag={drag}
            begin={actions.begin}
            change={put}
            commit={actions.commit}
            cancel={actions.cancel}
            onFocusChange={pointed.follow}
          />
        )}
        {!point.inside && plane.model && <p className="sheet-outside">{SHEET.outside}</p>}
      </div>
    </Frame>
  );
}

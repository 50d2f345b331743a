/** The function over two inputs as a sheet: turned by dragging, the current input a point on it. */
import { ticks } from 'd3-array';
import { FINGER } from '../styles/sizes.ts';
import { interpolateNumber } from 'd3-interpolate';
import { useMemo, useRef, useState, type CSSProperties } from 'react';
import { isPiecewiseLinearNetwork } from '../model/network.ts';
import { equal, rational, toNumber, type Rational } from '../number/rational.ts';
import { creasesOn } from '../facts/bends.ts';
import { ALL } from '../algebra/domain.ts';
import { sliceNetwork } from '../algebra/slice.ts';
import { useDrag } from '../controls/drag.ts';
import { snap, within } from '../controls/number-step.ts';
import { useSize } from '../controls/use-size.ts';
import { isLit, keyOfNode } from '../state/highlight.ts';
import { useCrease } from '../live/live.ts';
import { selectNetwork, selectX, selectIsEditing, selectHighlight, selectPointedPiece } from '../live/select.ts';
import type { Highlight } from '../state/store.ts';
import { selectPieceCount } from '../live/known-analysis.ts';
import { sameShape } from '../live/use-shape.ts';
import { useActions } from '../live/use-store.ts';
import { axisNumber } from '../words/number.ts';
import {
  SHEET,
  countsNote,
  countsText,
  heightText,
  pointDescription,
  sampledText,
  sideText,
  summaryText,
} from '../words/sheet-words.ts';
import { AxisNumbers, Floor } from './axes-view.tsx';
import { axesOf } from './axis-layout.ts';
import { contourLines, drawContours } from './contour-line.ts';
import { currentPoint } from './current-point.ts';
import { CanvasFaces, MAX_SVG_FACES, SvgFaces } from './face-layer.tsx';
import { steepest } from './facet.ts';
import { fitProjection, isCompact, roomOf } from './fit.ts';
import { Frame } from './frame.tsx';
import { gridLines } from './grid-line.ts';
import { hitTest } from './hit.ts';
import { HEIGHT_STEPS, exactTicks } from './nice.ts';
import { paintOrder } from './painter.ts';
import { PieceCaption } from './piece-caption.tsx';
import { PointControl } from './point-control.tsx';
import { project, towardsViewer, unprojectAt } from './projection.ts';
import { drawLines, pathOf, sceneOf, screenOf, tenth } from './scene.ts';
import { SheetBar } from './sheet-bar.tsx';
import { MAX_FACETS } from './sheet-model.ts';
import { heightRange, type Rectangle, type Surface } from './surface.ts';
import { SHADES, shades } from './shading.ts';
import { facetColour, onIn, shaded } from './tint.ts';
import { useCoarsePointer } from '../controls/use-media.ts';
import { useFolding } from './use-folding.ts';
import { usePointed } from './use-pointed.ts';
import { useSheetModel, type Subject } from './use-sheet-model.ts';
import { useSteady } from './use-steady.ts';
import { useTurn } from './use-turn.ts';
import { useViewWindow } from './use-view-window.ts';
import { steadyHeights, type Interval } from './view-window.ts';

/** What the drawing is prerendered for, px; its view box scales it until it has been measured. */
const NOMINAL = { width: 450, height: 310 };
/** Height of the bar of buttons, px: see `--sheet-edge`. */
const BAR = 30;
const RADIANS_PER_PX = 0.009;
/** More facets than this have thinner creases. */
const DENSE = 40;
/** More facets than this are shaded: their colours alone don't tell neighbours apart. */
const FEW_FACES = 12;

export function PlaneSheet() {
  const network = useCrease(selectNetwork);
  const x = useCrease(selectX);
  const actions = useActions();
  const highlight = useCrease(selectHighlight);
  const editing = useCrease(selectIsEditing);

  const [chosen, setChosen] = useState<readonly number[]>([0, 1]);
  const shown = useSteady<readonly number[]>((before) => {
    const wanted = chosen.every((i) => i < x.length) ? chosen : [0, 1];
    return before && before.every((i, k) => i === wanted[k]) ? before : wanted;
  });
  const at = useMemo(() => shown.map((i) => x[i] as Rational), [shown, x]);
  // Moving the point moves only the inputs that are shown: the slice stays the same.
  const held = useSteady<readonly Rational[]>((before) =>
    before?.length === x.length && x.every((value, i) => shown.includes(i) || equal(value, before[i] as Rational))
      ? before
      : x,
  );
  const subject = useMemo(() => ({ network, held, shown }), [network, held, shown]);
  const slice = useMemo(() => sliceNetwork(network, held, shown), [network, held, shown]);

  const { ends, own, set: setEnds, reset: resetEnds } = useViewWindow(slice, at, shown);
  const draft = editing && !isPiecewiseLinearNetwork(slice);
  const request = useMemo(() => ({ network: slice, window: ends, draft }), [slice, ends, draft]);
  const newest = useSheetModel(subject, request);
  const { made, surface: folded, share, creased, from } = useFolding(newest);
  /** What the sheet that is drawn is of: an older network while the newest one's is being made. */
  const drawn = made?.subject ?? subject;

  const view = useRef<HTMLDivElement>(null);
  const measured = useSize(view);
  const size = measured ?? NOMINAL;
  const coarse = useCoarsePointer();
  const room = useMemo(() => roomOf(size, coarse ? FINGER : BAR), [size, coarse]);
  const compact = isCompact(room);
  const camera = useTurn();
  const listed = useCrease(selectPointedPiece);
  const piecesOfNetwork = useCrease(selectPieceCount);

  const model = made?.model ?? null;
  const surface = folded ?? EMPTY;
  const ground = useSteady<Rectangle>((before) => {
    const next = model?.ground ?? EMPTY_GROUND;
    return before && sameRectangle(before, next) ? before : next;
  });
  const names = made?.request.network.inputs ?? slice.inputs;
  const range = useMemo(() => heightRange(surface), [surface]);
  const heights = useSteady<readonly [number, number]>((before) =>
    model ? steadyHeights(before, range, editing) : (before ?? [0, 1]),
  );

  const projection = useMemo(
    () => fitProjection(room, camera.turn, ground, heights),
    [room, camera.turn, ground, heights],
  );
  const window = made?.request.window ?? ends;
  const [tx, ty, tz] = useMemo(() => {
    const [first, second] = window as readonly [Interval, Interval];
    const along = ({ min, max }: Interval) => {
      const [from, to] = [toNumber(min), toNumber(max)];
      return compact ? [from, to] : ticks(from, to, 3);
    };
    return [along(first), along(second), ticks(...heights, compact ? 2 : HEIGHT_STEPS)];
  }, [window, heights, compact]);
  const [firstLength, secondLength] = [names[0]?.length ?? 1, names[1]?.length ?? 1];
  const axes = useMemo(() => {
    return axesOf(projection, { first: tx, second: ty, height: tz }, compact, [firstLength, secondLength]);
  }, [projection, tx, ty, tz, compact, firstLength, secondLength]);
  const flat = camera.turn.pitch > 1.4;
  const grid = useMemo(() => {
    const [first, second] = window as readonly [Interval, Interval];
    const inner = ({ min, max }: Interval) => {
      const [from, to] = [toNumber(min), toNumber(max)];
      return ticks(from, to, 6).filter((tick) => tick > from && tick < to);
    };
    return gridLines(surface, inner(first), inner(second));
  }, [window, surface]);
  const order = useMemo(() => paintOrder(surface, towardsViewer(projection)), [surface, projection]);
  const screen = useMemo(() => screenOf(surface, projection), [surface, projection]);
  const scene = useMemo(
    () => sceneOf(surface, screen, order, flat ? null : grid, projection),
    [surface, screen, order, flat, grid, projection],
  );
  const levels = useMemo(
    () => (flat && model ? contourLines(model, exactTicks(range.min, range.max, 6)) : []),
    [flat, model, range.min, range.max],
  );
  const contours = useMemo(() => drawContours(levels, projection), [levels, projection]);

  // The current input.
  const there = useMemo(() => {
    const { subject: of } = newest ?? { subject };
    return currentPoint(of.network, placeOf(of, at));
  }, [newest, subject, at]);
  const here = useMemo(() => {
    if (!from) return there;
    const { height: left } = currentPoint(from.subject.network, placeOf(from.subject, at));
    return { ...there, height: interpolateNumber(left, there.height)(share) };
  }, [from, there, share, at]);
  const [px, py] = at.map(toNumber) as [number, number];
  const inside = px >= ground.xMin && px <= ground.xMax && py >= ground.yMin && py <= ground.yMax;
  const [spotX, spotY] = project(projection, px, py, here.height);
  const below = useMemo(() => faceBelow(surface, here.pattern, px, py), [surface, here.pattern, px, py]);
  const drop = useMemo(
    () =>
      inside && below >= 0 && !flat
        ? {
            face: below,
            line: [...project(projection, px, py, here.height), ...project(projection, px, py, projection.zMin)],
          }
        : null,
    [inside, below, flat, projection, px, py, here.height],
  );
  const seen = useMemo(() => hitTest(surface, screen, order, spotX, spotY), [surface, screen, order, spotX, spotY]);
  const hidden =
    seen !== null &&
    Math.abs(seen.x - px) / (ground.xMax - ground.xMin) + Math.abs(seen.y - py) / (ground.yMax - ground.yMin) > 0.03;
  const herePattern = surface.faces[below]?.pattern ?? here.pattern;

  // Colours, and what is lit.
  const pointed = usePointed(drawn.network, herePattern);
  const on = useMemo(() => surface.faces.map(({ pattern }) => onIn(drawn.network, pattern)), [surface, drawn]);
  const keys = useMemo(() => on.map((set) => new Set(set.map(keyOfNode))), [on]);
  const colours = useMemo(() => {
    const plain = on.map((set) => facetColour(drawn.network, set));
    if (flat || (surface.exact && plain.length <= FEW_FACES)) return plain;
    return shades(surface, ground, heights, projection.rise).map((shade, face) =>
      shaded(plain[face] as string, shade / SHADES),
    );
  }, [on, drawn, surface, ground, heights, flat, projection.rise]);
  const litNow = useMemo(() => {
    const found = new Set<number>();
    surface.faces.forEach(({ pattern }, face) => {
      const byName = pattern === pointed.pattern || listed?.has(pattern);
      const byNode = pointed.pattern === null && !listed && isLit(highlight, keys[face] as Highlight);
      if (byName || byNode) found.add(face);
    });
    return found;
  }, [surface, keys, pointed.pattern, listed, highlight]);
  // The faces are not painted again for a highlight that is none of theirs.
  const lit = useSteady<ReadonlySet<number>>((before) => (before && sameSet(before, litNow) ? before : litNow));

  const put = (values: readonly Rational[]) =>
    actions.edit({ kind: 'setInputValues', values: x.map((value, i) => values[shown.indexOf(i)] ?? value) });
  /** The inputs whose place on the sheet is seen at (px, py); beside the sheet, at the height where the point is now. */
  const valuesAt = (sx: number, sy: number): Rational[] => {
    const hit = hitTest(surface, screen, order, sx, sy);
    const [gx, gy] = hit ? [hit.x, hit.y] : unprojectAt(projection, sx, sy, here.height);
    return [gx, gy].map((value, axis) => {
      const interval = ends[axis] as Interval;
      const fine = toNumber(interval.max) - toNumber(interval.min) < 2;
      return within(fine ? snap(value, rational(1, 100)) : snap(value), interval.min, interval.max);
    });
  };
  const place = (event: { readonly clientX: number; readonly clientY: number }): [number, number] => {
    const box = view.current?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  };
  const grip = useRef<[number, number]>([0, 0]);

  const turned = useRef({ dx: 0, dy: 0 });
  const turning = useDrag({
    onStart: () => (turned.current = { dx: 0, dy: 0 }),
    onMove: ({ event, dx, dy }) => {
      const before = turned.current;
      turned.current = { dx, dy };
      if (camera.fromAbove) return;
      // A finger turns sideways only: up and down it scrolls the page.
      camera.move.drag(
        (dx - before.dx) * RADIANS_PER_PX,
        event.pointerType === 'touch' ? 0 : (dy - before.dy) * RADIANS_PER_PX,
      );
    },
    onTap: (event) => {
      const [sx, sy] = place(event);
      if (!hitTest(surface, screen, order, sx, sy)) return;
      actions.begin();
      put(valuesAt(sx, sy));
      actions.commit();
    },
  });

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
  const heldInputs = drawn.network.inputs.flatMap((name, i) =>
    drawn.shown.includes(i) ? [] : [{ name, value: drawn.held[i] as Rational }],
  );
  const side = sideText(drawn.network, herePattern);
  const height = heightText(here.exact, here.height);
  const summary = summaryText({
    title,
    note,
    shown: names,
    held: heldInputs,
    steepest: counted?.kind === 'exact' ? steepest(surface) : null,
    here: side,
    height,
  });
  const many = scene.length > MAX_SVG_FACES;
  const layer = { scene, colours, lit, drop, width: size.width, height: size.height };
  const box = `0 0 ${size.width} ${size.height}`;

  return (
    <Frame
      title={SHEET.sheet}
      counts={title}
      note={note}
      caption={
        <PieceCaption
          network={drawn.network}
          pattern={pointed.pattern ?? herePattern}
          pointed={pointed.isElsewhere}
          height={height}
        />
      }
      bar={
        <SheetBar
          inputs={network.inputs}
          shown={shown}
          onShown={setChosen}
          ends={ends}
          own={own}
          onEnds={setEnds}
          onReset={resetEnds}
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
        data-folding={from !== null || undefined}
        style={{ '--creased': creased } as CSSProperties}
        onPointerDown={turning}
        onPointerMove={(event) => {
          if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
          const [sx, sy] = place(event);
          const hit = hitTest(surface, screen, order, sx, sy);
          pointed.pointAt(hit ? (surface.faces[hit.face]?.pattern ?? null) : null);
        }}
        onPointerLeave={() => pointed.pointAt(null)}
      >
        <div className="sheet-picture" data-scaled={!measured || undefined} role="img" aria-label={summary}>
          <svg className="sheet-layer" viewBox={box} {...measured} aria-hidden="true">
            <Floor axes={axes} />
          </svg>
          {many ? (
            <CanvasFaces {...layer} />
          ) : (
            <svg className="sheet-layer" viewBox={box} {...measured} aria-hidden="true">
              <SvgFaces {...layer} />
            </svg>
          )}
          <svg className="sheet-layer" viewBox={box} {...measured} aria-hidden="true">
            {contours.map(({ level, lines }) => (
              <path key={level} className="sheet-contour" d={pathOf(drawLines, lines)} />
            ))}
            {contours.map(
              ({ level, label }) =>
                label && (
                  <text key={level} className="sheet-level" x={tenth(label[0])} y={tenth(label[1])} dy="0.35em">
                    {axisNumber(level)}
                  </text>
                ),
            )}
            <AxisNumbers axes={axes} first={names[0] ?? ''} second={names[1] ?? ''} />
            {inside && model && (
              <circle
                className="sheet-point"
                data-hidden={hidden || undefined}
                cx={tenth(spotX)}
                cy={tenth(spotY)}
                r={5.5}
              />
            )}
          </svg>
        </div>
        {inside && model && (
          <PointControl
            names={names}
            values={at}
            window={ends}
            at={[spotX, spotY]}
            description={pointDescription(height, side)}
            drag={{
              onStart: (press) => {
                const [sx, sy] = place(press);
                grip.current = [sx - spotX, sy - spotY];
                actions.begin();
              },
              onMove: ({ event }) => {
                const [sx, sy] = place(event);
                put(valuesAt(sx - grip.current[0], sy - grip.current[1]));
              },
              onEnd: actions.commit,
              onCancel: actions.cancel,
            }}
            begin={actions.begin}
            change={put}
            commit={actions.commit}
            cancel={actions.cancel}
            onFocusChange={pointed.follow}
          />
        )}
        {!inside && model && <p className="sheet-outside">{SHEET.outside}</p>}
      </div>
    </Frame>
  );
}

const EMPTY: Surface = {
  xs: new Float64Array(0),
  ys: new Float64Array(0),
  zs: new Float64Array(0),
  faces: [],
  edges: [],
  regionCount: 0,
  exact: null,
};
function sameRectangle(p: Rectangle, q: Rectangle): boolean {
  return p.xMin === q.xMin && p.xMax === q.xMax && p.yMin === q.yMin && p.yMax === q.yMax;
}

const EMPTY_GROUND = { xMin: -1, xMax: 1, yMin: -1, yMax: 1 };

/** The face over a ground point: the one with that pattern, or on a crease, whose pattern may have no face, one that touches it. */
function faceBelow(surface: Surface, pattern: string, x: number, y: number): number {
  const named = surface.faces.findIndex((face) => face.pattern === pattern);
  if (named >= 0 && surface.exact) return named;
  const { xs, ys } = surface;
  return surface.faces.findIndex(({ corners }) =>
    corners.every((p, k) => {
      const q = corners[(k + 1) % corners.length] as number;
      const [ax, ay, bx, by] = [xs[p], ys[p], xs[q], ys[q]] as [number, number, number, number];
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-9 * Math.hypot(bx - ax, by - ay);
    }),
  );
}

/** The inputs of the whole network where those that are shown are `at`. */
function placeOf({ held, shown }: Subject, at: readonly Rational[]): Rational[] {
  return held.map((value, i) => at[shown.indexOf(i)] ?? value);
}

function sameSet<T>(p: ReadonlySet<T>, q: ReadonlySet<T>): boolean {
  return p.size === q.size && [...p].every((member) => q.has(member));
}

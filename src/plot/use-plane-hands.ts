/** What a pointer does to the sheet: it turns the sheet, puts the point, moves it, and points at pieces. */
import { useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { useDrag, type Drag, type Press } from '../controls/drag.ts';
import { snap, within } from '../controls/number-step.ts';
import type { Live } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { rational, toNumber, type Rational } from '../number/rational.ts';
import { hitTest, type Hit } from './hit.ts';
import { unprojectAt } from './projection.ts';
import type { PlaneView } from './plane-view.ts';
import type { PointedPiece } from './use-pointed.ts';
import type { Camera } from './use-turn.ts';
import type { Interval } from './view-window.ts';

const RADIANS_PER_PX = 0.009;

export interface PlaneHands {
  /** The `onPointerDown` and the others of the picture. */
  readonly onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: ReactPointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  /** Of the point. */
  readonly drag: Drag;
  readonly put: (values: readonly Rational[]) => void;
}

export function usePlaneHands(
  view: RefObject<HTMLElement | null>,
  seen: Live<PlaneView>,
  camera: Camera,
  pointed: PointedPiece,
): PlaneHands {
  const actions = useActions();
  const place = ({ clientX, clientY }: Press): [number, number] => {
    const box = view.current?.getBoundingClientRect();
    return [clientX - (box?.left ?? 0), clientY - (box?.top ?? 0)];
  };
  const hit = (sx: number, sy: number): Hit | null => {
    const { plane, scene } = seen.get();
    return hitTest(plane.surface, scene.screen, scene.order, sx, sy);
  };
  const put = (values: readonly Rational[]) => {
    const { x, shown } = seen.get().plane;
    actions.edit({ kind: 'setInputValues', values: x.map((value, i) => values[shown.indexOf(i)] ?? value) });
  };
  /** The inputs whose place on the sheet is seen at (px, py); beside the sheet, at the height where the point is now. */
  const valuesAt = (sx: number, sy: number): Rational[] => {
    const { plane, scene, point } = seen.get();
    const found = hit(sx, sy);
    const [gx, gy] = found ? [found.x, found.y] : unprojectAt(scene.projection, sx, sy, point.height);
    return [gx, gy].map((value, axis) => {
      const { min, max } = plane.ends[axis] as Interval;
      const fine = toNumber(max) - toNumber(min) < 2;
      return within(fine ? snap(value, rational(1, 100)) : snap(value), min, max);
    });
  };

  const turned = useRef({ dx: 0, dy: 0 });
  const onPointerDown = useDrag({
    onStart: () => (turned.current = { dx: 0, dy: 0 }),
    onMove: ({ event, dx, dy }) => {
      const before = turned.current;
      turned.current = { dx, dy };
      if (camera.fromAbove) return;
      const [across, down] = [dx - before.dx, dy - before.dy];
      // A finger turns sideways only: up and down it scrolls the page.
      camera.move.drag(across * RADIANS_PER_PX, event.pointerType === 'touch' ? 0 : down * RADIANS_PER_PX);
    },
    onTap: (event) => {
      const [sx, sy] = place(event);
      if (!hit(sx, sy)) return;
      actions.begin();
      put(valuesAt(sx, sy));
      actions.commit();
    },
  });

  const grip = useRef<[number, number]>([0, 0]);
  const drag: Drag = {
    onStart: (press) => {
      const [sx, sy] = place(press);
      const { spot } = seen.get().point;
      grip.current = [sx - spot[0], sy - spot[1]];
      actions.begin();
    },
    onMove: ({ event }) => {
      const [sx, sy] = place(event);
      put(valuesAt(sx - grip.current[0], sy - grip.current[1]));
    },
    onEnd: actions.commit,
    onCancel: actions.cancel,
  };
  return {
    onPointerDown,
    onPointerMove: (event) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      const found = hit(...place(event));
      pointed.pointAt(found ? (seen.get().plane.surface.faces[found.face]?.pattern ?? null) : null);
    },
    onPointerLeave: () => pointed.pointAt(null),
    drag,
    put,
  };
}

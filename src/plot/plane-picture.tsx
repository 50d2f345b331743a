/** The sheet as it is drawn: floor, faces, contour lines, numbers, and the point over them. */
import { axisNumber } from '../words/number.ts';
import { AxisNumbers, Floor } from './axes-view.tsx';
import { drawLines, pathOf, tenth } from './scene.ts';
import { CanvasFaces, MAX_SVG_FACES, SvgFaces } from './face-layer.tsx';
import type { FacePaint } from './use-face-paint.ts';
import type { PlanePoint } from './use-plane-point.ts';
import type { PlaneScene } from './use-plane-scene.ts';
import './plane-picture.css';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PlanePictureProps {
  readonly scene: PlaneScene;
  readonly paint: FacePaint;
  readonly point: PlanePoint;
  /** There is a sheet that the point can be on. */
  readonly hasPoint: boolean;
  readonly names: readonly string[];
  readonly size: Size;
  /** Null: the size is what it is prerendered for, and the view box scales it. */
  readonly measured: Size | null;
  readonly summary: string;
}

export function PlanePicture({ scene, paint, point, hasPoint, names, size, measured, summary }: PlanePictureProps) {
  const layer = { scene: scene.faces, ...paint, drop: point.drop, ...size };
  const svg = {
    className: 'sheet-layer',
    viewBox: `0 0 ${size.width} ${size.height}`,
    ...measured,
    'aria-hidden': true,
  } as const;
  return (
    <div className="sheet-picture" data-scaled={!measured || undefined} role="img" aria-label={summary}>
      <svg {...svg}>
        <Floor axes={scene.axes} />
      </svg>
      {scene.faces.length > MAX_SVG_FACES ? (
        <CanvasFaces {...layer} />
      ) : (
        <svg {...svg}>
          <SvgFaces {...layer} />
        </svg>
      )}
      <svg {...svg}>
        {scene.contours.map(({ level, lines }) => (
          <path key={level} className="sheet-contour" d={pathOf(drawLines, lines)} />
        ))}
        {scene.contours.map(
          ({ level, label }) =>
            label && (
              <text key={level} className="sheet-level" x={tenth(label[0])} y={tenth(label[1])} dy="0.35em">
                {axisNumber(level)}
              </text>
            ),
        )}
        <AxisNumbers axes={scene.axes} first={names[0] ?? ''} second={names[1] ?? ''} />
        {hasPoint && (
          <circle
            className="sheet-point"
            data-hidden={point.hidden || undefined}
            cx={tenth(point.spot[0])}
            cy={tenth(point.spot[1])}
            r={5.5}
          />
        )}
      </svg>
    </div>
  );
}

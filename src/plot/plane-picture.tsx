/** The sheet as it is drawn: floor, faces, contour lines, numbers, and the point over them. */
import { useMemo } from 'react';
import { derived } from '../live/derived.ts';
import { useKept, useNow, useWritten, type Live } from '../live/live.ts';
import { useRested } from '../live/rest.ts';
import type { Size } from '../controls/use-size.ts';
import { axisNumber } from '#words/number.ts';
import { AxisNumbers, Floor } from './axes-view.tsx';
import { CanvasFaces } from './canvas-faces.tsx';
import { hasPoint, type PlaneView } from './plane-view.ts';
import { drawLines, pathOf, tenth } from './scene.ts';
import { MAX_SVG_FACES, SvgFaces, type FacesShown } from './svg-faces.tsx';
import './plane-picture.css';

export interface PlanePictureProps {
  readonly seen: Live<PlaneView>;
  readonly lit: Live<ReadonlySet<number>>;
  readonly size: Size;
  /** Null: the size is what it is prerendered for, and the view box scales it. */
  readonly measured: Size | null;
  readonly summary: Live<string>;
}

export function PlanePicture({ seen, lit, size, measured, summary }: PlanePictureProps) {
  const faces = useMemo(() => derived(seen, facesOf, sameShown), [seen]);
  const { scene, plane } = useKept(seen, sameAround);
  const layer = { faces, lit };
  const isPointed = useNow(useMemo(() => derived(seen, hasPoint), [seen]));
  const svg = {
    className: 'sheet-layer',
    viewBox: `0 0 ${size.width} ${size.height}`,
    ...measured,
    'aria-hidden': true,
  } as const;
  const isCanvas = scene.faces.length > MAX_SVG_FACES;
  return (
    <div className="sheet-picture" data-scaled={!measured || undefined} role="img" aria-label={useRested(summary)}>
      {isCanvas && (
        <>
          <svg {...svg}>
            <Floor axes={scene.axes} />
          </svg>
          <CanvasFaces {...layer} {...size} />
        </>
      )}
      <svg {...svg}>
        {!isCanvas && (
          <>
            <Extent />
            <Floor axes={scene.axes} />
            <SvgFaces {...layer} />
          </>
        )}
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
        <AxisNumbers axes={scene.axes} first={plane.names[0] ?? ''} second={plane.names[1] ?? ''} />
        {isPointed && <Point seen={seen} />}
      </svg>
    </div>
  );
}

/**
 * Nothing to be seen. Faces reach beyond the picture, and where what is painted there takes more or less room, the browser puts
 * the layers of the page together anew: with this it takes the same room always.
 */
function Extent() {
  return <rect x="-200%" y="-200%" width="500%" height="500%" fillOpacity="0.001" pointerEvents="none" />;
}

function facesOf({ scene, paint, point }: PlaneView): FacesShown {
  return { scene: scene.faces, colours: paint.colours, drop: point.drop };
}

function sameShown(p: FacesShown, q: FacesShown): boolean {
  return p.scene === q.scene && p.colours === q.colours && p.drop === q.drop;
}

/** But for the faces and the point. */
function sameAround({ scene: p, plane: before }: PlaneView, { scene: q, plane: after }: PlaneView): boolean {
  return (
    p.axes === q.axes &&
    p.contours === q.contours &&
    p.faces.length > MAX_SVG_FACES === q.faces.length > MAX_SVG_FACES &&
    before.names[0] === after.names[0] &&
    before.names[1] === after.names[1]
  );
}

function Point({ seen }: { readonly seen: Live<PlaneView> }) {
  const [{ point }, circle] = useWritten<PlaneView, SVGCircleElement>(seen, writePoint);
  const [x, y] = point.spot;
  return (
    <circle
      ref={circle}
      className="sheet-point"
      data-hidden={point.hidden || undefined}
      cx={tenth(x)}
      cy={tenth(y)}
      r={5.5}
    />
  );
}

function writePoint(circle: SVGCircleElement, { point: { spot, hidden } }: PlaneView): void {
  circle.setAttribute('cx', String(tenth(spot[0])));
  circle.setAttribute('cy', String(tenth(spot[1])));
  if (hidden) circle.dataset['hidden'] = 'true';
  else delete circle.dataset['hidden'];
}

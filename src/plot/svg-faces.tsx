/** Few faces, far ones first, as SVG: crisp in print, and there without JavaScript. */
import { useMemo } from 'react';
import { derived } from '../live/derived.ts';
import { useKept, useNow, useWritten, type Live } from '../live/live.ts';
import { sameList } from '../state/same-list.ts';
import { drawLines, drawPolygon, pathOf, type FaceDrawing } from './scene.ts';

export interface FaceLayerProps {
  readonly faces: Live<FacesShown>;
  readonly lit: Live<ReadonlySet<number>>;
}

/** What is drawn of the faces. */
export interface FacesShown {
  readonly scene: readonly FaceDrawing[];
  /** CSS colour of each face. */
  readonly colours: readonly string[];
  /** From the current input down to the floor, px; it hangs below this face. */
  readonly drop: { readonly face: number; readonly line: readonly number[] } | null;
}

/** Measured: with more faces than this the canvas is quicker (32 faces: 5 ms an edit instead of 9, 105: 9 instead of 17). */
export const MAX_SVG_FACES = 12;

/** The lines of one face, in the order in which they are drawn. */
function pathsOf({ outline, grid, creases, borders, face }: FaceDrawing, drop: FacesShown['drop']): FacePath[] {
  return [
    ...(drop?.face === face ? [{ name: 'sheet-drop', d: pathOf(drawLines, drop.line) } as const] : []),
    { name: 'sheet-face', d: pathOf(drawPolygon, outline) },
    ...(grid.length > 0 ? [{ name: 'sheet-grid', d: pathOf(drawLines, grid) } as const] : []),
    ...(borders.length > 0 ? [{ name: 'sheet-border', d: pathOf(drawLines, borders) } as const] : []),
    ...(creases.length > 0 ? [{ name: 'sheet-crease', d: pathOf(drawLines, creases) } as const] : []),
  ];
}

interface FacePath {
  /** Of its class. */
  readonly name: 'sheet-drop' | 'sheet-face' | 'sheet-grid' | 'sheet-border' | 'sheet-crease';
  /** SVG path data. */
  readonly d: string;
}

interface SvgFace {
  readonly face: number;
  readonly colour: string;
  readonly paths: readonly FacePath[];
}

function svgFaces({ scene, colours, drop }: FacesShown): SvgFace[] {
  // The canvas is about to take over.
  if (scene.length > MAX_SVG_FACES) return [];
  return scene.map((drawing) => ({
    face: drawing.face,
    colour: colours[drawing.face] as string,
    paths: pathsOf(drawing, drop),
  }));
}

/** But for where their corners are. */
function sameFaces(p: readonly SvgFace[], q: readonly SvgFace[]): boolean {
  return sameList(
    p,
    q,
    (a, b) =>
      a.face === b.face && a.colour === b.colour && sameList(a.paths, b.paths, (one, other) => one.name === other.name),
  );
}

/** One group for each face, one path for each of its kinds of lines. */
function writeFaces(group: Element, faces: readonly SvgFace[]): void {
  faces.forEach(({ paths }, k) => {
    const drawn = group.children[k]?.children;
    // Others are about to be drawn.
    if (drawn?.length !== paths.length) return;
    paths.forEach(({ d }, i) => {
      const path = drawn[i] as Element;
      if (path.getAttribute('d') !== d) path.setAttribute('d', d);
    });
  });
}

export function SvgFaces({ faces, lit }: FaceLayerProps) {
  const live = useMemo(() => derived(faces, svgFaces), [faces]);
  const [, group] = useWritten<readonly SvgFace[], SVGGElement>(live, writeFaces);
  const drawn = useKept(live, sameFaces);
  const areLit = useNow(lit);
  return (
    <g className="sheet-faces" ref={group}>
      {drawn.map(({ face, colour, paths }) => (
        <g key={face} className={areLit.has(face) ? 'is-lit' : undefined}>
          {paths.map(({ name, d }) => (
            <path key={name} className={name} style={name === 'sheet-face' ? { color: colour } : undefined} d={d} />
          ))}
        </g>
      ))}
    </g>
  );
}

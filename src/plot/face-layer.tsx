/**
 * The faces, far ones first. Few of them are SVG (crisp in print, there without JavaScript); many are drawn on a canvas,
 * where a turn costs no more than the painting.
 */
import { memo, useLayoutEffect, useRef } from 'react';
import { drawLines, drawPolygon, pathOf, type FaceDrawing } from './scene.ts';
import { useThemeChanges } from './use-theme-changes.ts';

export interface FaceLayerProps {
  readonly scene: readonly FaceDrawing[];
  /** CSS colour of each face. */
  readonly colours: readonly string[];
  readonly lit: ReadonlySet<number>;
  /** From the current input down to the floor, px; it hangs below this face. */
  readonly drop: { readonly face: number; readonly line: readonly number[] } | null;
  readonly width: number;
  readonly height: number;
}

/** Measured: with more faces than this the canvas is quicker (32 faces: 5 ms an edit instead of 9, 105: 9 instead of 17). */
export const MAX_SVG_FACES = 12;

export const SvgFaces = memo(function SvgFaces({ scene, colours, lit, drop }: FaceLayerProps) {
  return (
    <g className="sheet-faces">
      {scene.map(({ face, outline, grid, creases, borders }) => {
        const path = pathOf(drawPolygon, outline);
        return (
          <g key={face} className={lit.has(face) ? 'is-lit' : undefined}>
            {drop?.face === face && <path className="sheet-drop" d={pathOf(drawLines, drop.line)} />}
            <path className="sheet-face" style={{ fill: colours[face], stroke: colours[face] }} d={path} />
            {grid.length > 0 && <path className="sheet-grid" d={pathOf(drawLines, grid)} />}
            {borders.length > 0 && <path className="sheet-border" d={pathOf(drawLines, borders)} />}
            {creases.length > 0 && <path className="sheet-crease" d={pathOf(drawLines, creases)} />}
          </g>
        );
      })}
    </g>
  );
});

export const CanvasFaces = memo(function CanvasFaces({ scene, colours, lit, drop, width, height }: FaceLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const theme = useThemeChanges();
  const resolved = useRef(new Map<string, string>());

  useLayoutEffect(() => {
    resolved.current.clear();
  }, [theme]);
  useLayoutEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    const sample = probe.current;
    if (!target || !context || !sample) return;
    const ratio = Math.max(1, window.devicePixelRatio);
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (target.width !== w) target.width = w;
    if (target.height !== h) target.height = h;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    const colour = (css: string, isLit = false) => {
      const key = isLit ? `lit ${css}` : css;
      const known = resolved.current.get(key);
      if (known !== undefined) return known;
      sample.className = isLit ? 'sheet-probe is-lit' : 'sheet-probe';
      sample.style.color = css;
      const found = getComputedStyle(sample).color;
      resolved.current.set(key, found);
      return found;
    };
    const lines = (ends: readonly number[], style: string, thickness: number) => {
      if (ends.length === 0) return;
      context.strokeStyle = style;
      context.lineWidth = thickness;
      context.beginPath();
      drawLines(context, ends);
      context.stroke();
    };
    const [ink, grid, soft] = [colour('var(--ink)'), colour('var(--sheet-grid)'), colour('var(--muted)')];
    for (const face of scene) {
      if (drop?.face === face.face) {
        context.setLineDash([2, 3]);
        lines(drop.line, soft, 1);
        context.setLineDash([]);
      }
      context.beginPath();
      drawPolygon(context, face.outline);
      context.fillStyle = colour(colours[face.face] as string, lit.has(face.face));
      context.strokeStyle = context.fillStyle;
      // As wide as hides the seam between two faces.
      context.lineWidth = 0.5;
      context.fill();
      context.stroke();
      lines(face.grid, grid, 0.75);
      lines(face.borders, ink, 1.1);
      lines(face.creases, ink, 1.1);
    }
  }, [scene, colours, lit, drop, width, height, theme]);

  return (
    <>
      <canvas ref={canvas} className="sheet-canvas" aria-hidden="true" />
      <span ref={probe} className="sheet-probe" aria-hidden="true" />
    </>
  );
});

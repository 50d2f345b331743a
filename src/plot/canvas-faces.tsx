/** Many faces, far ones first, on a canvas, where a turn costs no more than the painting. */
import { useLayoutEffect, useMemo, useRef } from 'react';
import { derived } from '../live/derived.ts';
import { drawLines, drawPolygon } from './scene.ts';
import type { FaceLayerProps, FacesShown } from './svg-faces.tsx';
import { useThemeChanges } from './use-theme-changes.ts';

export interface CanvasFacesProps extends FaceLayerProps {
  /** px. */
  readonly width: number;
  readonly height: number;
}

/** What a CSS colour is on this page, plain or lit. */
type ColourOf = (css: string, isLit?: boolean) => string;

export function CanvasFaces({ faces, lit, width, height }: CanvasFacesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const theme = useThemeChanges();
  const live = useMemo(() => derived(faces, (shown) => ({ shown, lit: lit.get() })), [faces, lit]);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    const sample = probe.current;
    if (!context || !sample) return undefined;
    const colourOf = probed(sample);
    const paint = () => {
      const now = live.get();
      clear(context, width, height);
      paintFaces(context, now.shown, now.lit, colourOf);
    };
    paint();
    return live.subscribe(paint);
  }, [live, width, height, theme]);

  return (
    <>
      <canvas ref={canvas} className="sheet-canvas" aria-hidden="true" />
      <span ref={probe} className="sheet-probe" aria-hidden="true" />
    </>
  );
}

/** Asks the style sheet, by an element that has the colour; remembers the answers. */
function probed(sample: HTMLElement): ColourOf {
  const found = new Map<string, string>();
  return (css, isLit = false) => {
    const key = isLit ? `lit ${css}` : css;
    const known = found.get(key);
    if (known !== undefined) return known;
    sample.className = isLit ? 'sheet-probe is-lit' : 'sheet-probe';
    sample.style.color = css;
    const { color } = getComputedStyle(sample);
    found.set(key, color);
    return color;
  };
}

function clear(context: CanvasRenderingContext2D, width: number, height: number): void {
  const ratio = Math.max(1, window.devicePixelRatio);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  const { canvas } = context;
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
}

function paintFaces(
  context: CanvasRenderingContext2D,
  { scene, colours, drop }: FacesShown,
  lit: ReadonlySet<number>,
  colourOf: ColourOf,
): void {
  const lines = (ends: readonly number[], style: string, thickness: number) => {
    if (ends.length === 0) return;
    context.strokeStyle = style;
    context.lineWidth = thickness;
    context.beginPath();
    drawLines(context, ends);
    context.stroke();
  };
  const [ink, grid, soft] = [colourOf('var(--ink)'), colourOf('var(--sheet-grid)'), colourOf('var(--muted)')];
  for (const face of scene) {
    if (drop?.face === face.face) {
      context.setLineDash([2, 3]);
      lines(drop.line, soft, 1);
      context.setLineDash([]);
    }
    context.beginPath();
    drawPolygon(context, face.outline);
    context.fillStyle = colourOf(colours[face.face] as string, lit.has(face.face));
    context.strokeStyle = context.fillStyle;
    // As wide as hides the seam between two faces.
    context.lineWidth = 0.5;
    context.fill();
    context.stroke();
    lines(face.grid, grid, 0.75);
    lines(face.borders, ink, 1.1);
    lines(face.creases, ink, 1.1);
  }
}

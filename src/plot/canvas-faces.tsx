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

/** What CSS colours are on this page. */
interface Colours {
  /** The colour of each, plain or lit. */
  readonly of: (css: readonly string[], isLit?: (place: number) => boolean) => readonly string[];
}

export function CanvasFaces({ faces, lit, width, height }: CanvasFacesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const theme = useThemeChanges();
  /** What was asked in this theme. */
  const asked = useMemo(() => ({ theme, found: new Map<string, string>() }), [theme]);
  const live = useMemo(() => derived(faces, (shown) => ({ shown, lit: lit.get() })), [faces, lit]);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    const sample = probe.current;
    if (!context || !sample) return undefined;
    const colours = probed(sample, asked.found);
    const paint = () => {
      const now = live.get();
      clear(context, width, height);
      paintFaces(context, now.shown, now.lit, colours);
    };
    paint();
    return live.subscribe(paint);
  }, [live, width, height, asked]);

  return (
    <>
      <canvas ref={canvas} className="sheet-canvas" aria-hidden="true" />
      <span ref={probe} className="sheet-probe" aria-hidden="true" />
    </>
  );
}

/** Asks the style sheet, by elements that have the colours, all at once: one alone costs the browser as much. */
function probed(place: HTMLElement, found: Map<string, string>): Colours {
  return {
    of: (css, isLit = () => false) => {
      const keys = css.map((colour, i) => (isLit(i) ? `lit ${colour}` : colour));
      const samples = new Map<string, HTMLElement>();
      keys.forEach((key, i) => {
        if (found.has(key) || samples.has(key)) return;
        const sample = document.createElement('span');
        if (isLit(i)) sample.className = 'is-lit';
        sample.style.color = css[i] as string;
        samples.set(key, sample);
      });
      place.replaceChildren(...samples.values());
      for (const [key, sample] of samples) found.set(key, getComputedStyle(sample).color);
      place.replaceChildren();
      return keys.map((key) => found.get(key) as string);
    },
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
  css: Colours,
): void {
  const lines = (ends: readonly number[], style: string, thickness: number) => {
    if (ends.length === 0) return;
    context.strokeStyle = style;
    context.lineWidth = thickness;
    context.beginPath();
    drawLines(context, ends);
    context.stroke();
  };
  const [ink = '', grid = '', soft = ''] = css.of(['var(--ink)', 'var(--sheet-grid)', 'var(--muted)']);
  const fills = css.of(
    scene.map(({ face }) => colours[face] as string),
    (place) => lit.has(scene[place]?.face as number),
  );
  for (const [place, face] of scene.entries()) {
    if (drop?.face === face.face) {
      context.setLineDash([2, 3]);
      lines(drop.line, soft, 1);
      context.setLineDash([]);
    }
    context.beginPath();
    drawPolygon(context, face.outline);
    context.fillStyle = fills[place] as string;
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

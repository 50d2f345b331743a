/**
 * Lines in a square that its box stretches. At rest they are SVG: sharp in print, there without a script, with the colours
 * of the reader. While they move they are drawn on a canvas: they cost no style, no layout and no new layers then, which is
 * most of what a frame has to do. What a line looks like stands in the style sheet once, for both.
 */
import { useLayoutEffect, useRef, type CSSProperties, type RefObject } from 'react';
import { useSize } from '../../controls/use-size.ts';
import { useThemeChanges } from '../../plot/use-theme-changes.ts';
import { SIZE } from './plot-path.ts';

/** One kind of line, and where it goes. */
export interface Mark {
  readonly className: string;
  readonly kind?: string;
  /** CSS, as `--colour`. */
  readonly colour?: string;
  /** In the square. */
  readonly d: string;
}

/** What is drawn anew with every step, past React. */
export interface MovingMarks {
  readonly marks: () => readonly Mark[];
  readonly subscribe: (draw: () => void) => () => void;
}

export interface PictureProps {
  readonly marks: readonly Mark[];
  readonly isMoving: boolean;
  /** Without it, what moves comes as other `marks`. */
  readonly moving?: MovingMarks | undefined;
}

export function Picture({ marks, isMoving, moving }: PictureProps) {
  const probe = useRef<SVGPathElement>(null);
  return (
    <>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
        {isMoving ? <path ref={probe} /> : marks.map((mark, i) => <path key={i} {...attributesOf(mark)} d={mark.d} />)}
      </svg>
      {isMoving && <Moving marks={marks} moving={moving} probe={probe} />}
    </>
  );
}

function attributesOf({ className, kind, colour }: Mark) {
  return { className, 'data-kind': kind, style: colour ? ({ '--colour': colour } as CSSProperties) : undefined };
}

interface MovingProps {
  readonly marks: readonly Mark[];
  readonly moving: MovingMarks | undefined;
  /** A path that takes the looks of the others. */
  readonly probe: RefObject<SVGPathElement | null>;
}

function Moving({ marks, moving, probe }: MovingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(canvas);
  const theme = useThemeChanges();
  const looks = useRef(new Map<string, Look>());
  useLayoutEffect(() => looks.current.clear(), [theme]);
  useLayoutEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    const sample = probe.current;
    if (!target || !context || !sample) return;
    const ratio = Math.max(1, window.devicePixelRatio);
    const { width, height } = size ?? { width: target.clientWidth, height: target.clientHeight };
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (target.width !== w) target.width = w;
    if (target.height !== h) target.height = h;
    const draw = (drawn: readonly Mark[]) => {
      context.clearRect(0, 0, w, h);
      for (const mark of drawn) {
        const { className, kind = '', colour = '' } = mark;
        const key = `${className} ${kind} ${colour}`;
        const look = looks.current.get(key) ?? lookOf(sample, mark);
        looks.current.set(key, look);
        stroke(context, mark.d, look, { across: w / SIZE, up: h / SIZE, ratio });
      }
    };
    draw(marks);
    return moving?.subscribe(() => draw(moving.marks()));
  }, [marks, moving, probe, size, theme]);
  return <canvas ref={canvas} aria-hidden="true" />;
}

/** Of a stroke, in px of the page. */
interface Look {
  readonly colour: string;
  readonly opacity: number;
  readonly width: number;
  readonly dashes: readonly number[];
  readonly cap: CanvasLineCap;
}

function lookOf(sample: SVGPathElement, { className, kind, colour }: Mark): Look {
  sample.setAttribute('class', className);
  if (kind) sample.dataset.kind = kind;
  else delete sample.dataset.kind;
  sample.style.setProperty('--colour', colour ?? '');
  const style = getComputedStyle(sample);
  return {
    colour: style.stroke,
    opacity: Number(style.strokeOpacity),
    width: Number.parseFloat(style.strokeWidth),
    dashes: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(Number.parseFloat),
    cap: style.strokeLinecap as CanvasLineCap,
  };
}

interface Scale {
  readonly across: number;
  readonly up: number;
  /** Pixels of the screen to one of the page. */
  readonly ratio: number;
}

/** As wide as it is, however the square is stretched. */
function stroke(context: CanvasRenderingContext2D, d: string, look: Look, { across, up, ratio }: Scale): void {
  const path = new Path2D();
  path.addPath(new Path2D(d), { a: across, d: up });
  context.strokeStyle = look.colour;
  context.globalAlpha = look.opacity;
  context.lineWidth = look.width * ratio;
  context.lineCap = look.cap;
  context.lineJoin = 'round';
  context.setLineDash(look.dashes.map((length) => length * ratio));
  context.stroke(path);
}

/**
 * The losses over the steps, on a log scale, with the floor as a line. It is a time machine: point at a step, and the
 * models of that step are there again.
 */
import { memo, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { scaleLinear, scaleLog } from 'd3-scale';
import { line as straightLine } from 'd3-shape';
import { useDrag, type Press } from '../../controls/drag.ts';
import { SLIDING } from '../../controls/number-step.ts';
import { useTakeBack } from '../../controls/use-take-back.ts';
import { MODELS, type CoursePoint, type ModelName, type PairView } from '../../train/pair.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import { powerText } from '#words/power-text.ts';
import { thousands } from '#words/count.ts';
import { Picture, type Mark } from './mark-picture.tsx';
import { SIZE, percent, thinned } from './plot-path.ts';

const words = FIT.course;

export interface CoursePlotProps {
  readonly view: PairView;
  /** The step that it is on its way to, else the one that is shown: keys go on from there. */
  readonly aim: number;
  /** Null: not to be shown yet. */
  readonly floor: number | null;
  /** The last end of the curve that bends. */
  readonly bentName: string;
  readonly spoken: string;
  /** In the build's HTML nothing can be pointed at. */
  readonly isLive: boolean;
  readonly isMoving: boolean;
  readonly onGo: (step: number) => void;
}

export function CoursePlot({ view, aim, floor, bentName, spoken, isLive, isMoving, onGo }: CoursePlotProps) {
  const course = useMemo(() => wholeCourse(view), [view]);
  const reached = course.at(-1)?.step ?? 0;
  const { steps, low, high } = courseEnds(course, floor);
  const frame = useMemo(() => courseFrame({ steps, low, high }), [steps, low, high]);
  const plot = useRef<HTMLDivElement>(null);
  const [isDown, setDown] = useState(false);
  const stepAt = ({ clientX }: Press): number => {
    const box = plot.current?.getBoundingClientRect();
    if (!box || box.width === 0) return view.step;
    return Math.min(reached, Math.max(0, Math.round(((clientX - box.left) / box.width) * frame.steps)));
  };
  const gesture = useTakeBack(view.step, onGo);
  const drag = useDrag(
    {
      onStart: (press) => {
        gesture.begin();
        setDown(true);
        onGo(stepAt(press));
      },
      onMove: ({ event }) => onGo(stepAt(event)),
      onEnd: () => setDown(false),
      onCancel: () => {
        setDown(false);
        gesture.cancel();
      },
    },
    { begins: 'press' },
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepByKey(event.key, aim, reached);
    if (next === null) return;
    event.preventDefault();
    onGo(Math.max(0, Math.min(reached, next)));
  };
  return (
    <div className="course" role="group" aria-label={words.figure}>
      <div
        ref={plot}
        className="plot course-plot"
        data-dragging={isDown || undefined}
        onPointerDown={reached === 0 ? undefined : drag}
      >
        <Picture marks={courseMarks(course, frame, floor, view.step)} isMoving={isMoving} />
        <CourseLabels view={view} frame={frame} floor={floor} bentName={bentName} />
        {isLive && (
          <div className="course-at" style={placeIn(frame, view.step, null)}>
            <span
              className="plot-dot plot-mark course-cursor"
              role="slider"
              tabIndex={0}
              aria-label={words.cursor}
              aria-valuemin={0}
              aria-valuemax={reached}
              aria-valuenow={view.step}
              aria-valuetext={spoken}
              onKeyDown={onKeyDown}
            />
          </div>
        )}
      </div>
      <span className="plot-number course-name is-y" aria-hidden="true">
        {words.y}
      </span>
      <span className="plot-number course-name is-x" aria-hidden="true">
        {words.x}
      </span>
    </div>
  );
}

interface CourseLabelsProps extends Pick<CoursePlotProps, 'view' | 'floor' | 'bentName'> {
  readonly frame: CourseFrame;
}

/** Names where the curves end, and the numbers of the axes. */
function CourseLabels({ view, frame, floor, bentName }: CourseLabelsProps) {
  const above = view.linear.loss >= view.bent.loss ? 'linear' : 'bent';
  return (
    <div aria-hidden="true">
      <CourseTicks frame={frame} />
      {floor !== null && (
        <span className="plot-number course-floor" style={{ top: topIn(frame, floor) }}>
          {words.ends.floor}
        </span>
      )}
      {MODELS.map((model) => (
        <div key={model} className="course-at" style={placeIn(frame, view.step, view[model].loss)}>
          <span className="plot-number course-end" data-kind={model} data-above={model === above || undefined}>
            {model === 'linear' ? words.ends.linear : bentName}
          </span>
        </div>
      ))}
    </div>
  );
}

const topIn = (frame: CourseFrame, loss: number) => percent(frame.top(loss) / SIZE);

/** They stand until the curves have come to their ends. */
const CourseTicks = memo(function CourseTicks({ frame }: { readonly frame: CourseFrame }) {
  return (
    <svg className="plot-numbers is-outside">
      {frame.decades.map((loss) => (
        <text key={`y${loss}`} className="is-y" x="0" y={topIn(frame, loss)}>
          {powerText(loss)}
        </text>
      ))}
      {frame.stepTicks.map((step) => (
        <text key={`x${step}`} className="is-x" x={percent(step / frame.steps)} y="100%">
          {thousands(step)}
        </text>
      ))}
    </svg>
  );
});

/** What moves as it plays is moved past the layout: a box as large as the plot goes by shares of itself. */
function placeIn(frame: CourseFrame, step: number, loss: number | null): CSSProperties {
  const top = loss === null ? 0 : frame.top(loss) / SIZE;
  return { transform: `translate(${percent(step / frame.steps)}, ${percent(top)})` };
}

interface CourseFrame {
  /** The last step of the axis. */
  readonly steps: number;
  readonly stepTicks: readonly number[];
  readonly decades: readonly number[];
  /** In the square, from above. */
  readonly top: (loss: number) => number;
}

/** No lower loss is told from 0. */
const LOWEST = 1e-12;
const MOST_DECADES = 7;

/** Of the axes: the last step, and the powers of ten that the losses are between. */
interface CourseEnds {
  readonly steps: number;
  readonly low: number;
  readonly high: number;
}

const LAST_STEPS = [2, 3, 4, 5].flatMap((power) => [1, 2, 5].map((n) => n * 10 ** power));

function courseEnds(course: readonly CoursePoint[], floor: number | null): CourseEnds {
  const last = course.at(-1)?.step ?? 0;
  const losses = course.flatMap(({ linear, bent }) => [linear, bent]).filter((loss) => loss < Infinity);
  const lowest = Math.max(LOWEST, Math.min(...losses, floor ?? Infinity));
  const high = decadeAbove(
    Math.max(
      lowest,
      losses.reduce((p, q) => Math.max(p, q), 0),
    ),
  );
  const low = Math.min(high - 2, Math.max(decadeAbove(lowest) - 1, -12));
  return { steps: [...LAST_STEPS, 1_000_000].find((end) => last <= end) ?? last, low, high };
}

function courseFrame({ steps, low, high }: CourseEnds): CourseFrame {
  const scale = scaleLog([10 ** low, 10 ** high], [SIZE, 0]).clamp(true);
  const every = Math.ceil((high - low) / MOST_DECADES);
  const decades = Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => high - i * every);
  return {
    steps,
    stepTicks: scaleLinear([0, steps], [0, 1]).ticks(4),
    decades: decades.map((exponent) => Number(`1e${exponent}`)),
    top: (loss) => Math.round(scale(Math.max(LOWEST, Math.min(Number.MAX_VALUE, loss)))),
  };
}

/** The least power of ten that is not below. */
function decadeAbove(loss: number): number {
  return Math.ceil(Math.log10(loss) - 1e-9);
}

/** What is remembered, and what is shown now. */
function wholeCourse({ course, step, linear, bent }: PairView): CoursePoint[] {
  const now = { step, linear: linear.loss, bent: bent.loss };
  const before = course.filter((point) => point.step < step);
  const after = course.filter((point) => point.step > step);
  return [...before, now, ...after];
}

function courseMarks(
  course: readonly CoursePoint[],
  frame: CourseFrame,
  floor: number | null,
  step: number,
): readonly Mark[] {
  const level = (loss: number) => `M0 ${frame.top(loss)}H${SIZE}`;
  const floorMarks = floor === null ? [] : [{ className: 'fit-beside', d: level(floor) }];
  const curves = MODELS.flatMap((model) => curveMarks(model, course, frame, step));
  return [{ className: 'course-grid', d: frame.decades.map(level).join('') }, ...floorMarks, ...curves];
}

const drawn = straightLine();

/** What comes after the step that is shown is fainter. */
function curveMarks(model: ModelName, course: readonly CoursePoint[], frame: CourseFrame, step: number): Mark[] {
  const path = (points: readonly CoursePoint[]) =>
    drawn(
      thinned(
        points.map((point) => [Math.round((SIZE * point.step) / frame.steps), frame.top(point[model])] as const),
        1.5,
      ).map(([x, y]): [number, number] => [x, y]),
    ) ?? '';
  const [before, after] = [course.filter((p) => p.step <= step), course.filter((p) => p.step >= step)];
  const later = after.length > 1 ? [{ className: 'fit-line is-later', kind: model, d: path(after) }] : [];
  return [...later, { className: 'fit-line', kind: model, d: path(before) }];
}

/** Keys of a slider make steps; Page up and down, tenths of the way. */
function stepByKey(key: string, step: number, reached: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return reached;
  const count = SLIDING[key];
  if (count === undefined) return null;
  return step + (Math.abs(count) === 1 ? count : Math.sign(count) * Math.max(1, Math.round(reached / 10)));
}

/**
 * What is drawn anew of a training that plays, dealt out over the frames of the screen. Where every frame has time for all
 * panels, all show one step. Where frames come late, each takes its turn, and a frame draws two of them, or one. At rest
 * they show one step whatever the machine: the one that the training rests at.
 */

/**
 * In the order of their turns. All that is text is one of them: the browser lays the whole page out for a number, and
 * does so once for many.
 */
export const PANELS = ['linear', 'bent', 'course', 'numbers'] as const;

export type PanelName = (typeof PANELS)[number];

/** What is read, not watched, changes no faster than it can be read, ms; half as often where frames come late. */
const PAUSES: Readonly<Record<PanelName, number>> = { linear: 0, bent: 0, course: 0, numbers: 250 };

/** How many panels a frame draws, and how the last frames went. */
export interface Pace {
  readonly panels: number;
  /** Of the last frames, which came late; the newest first. */
  readonly late: readonly boolean[];
  /** Frames since `panels` has changed. */
  readonly since: number;
  /** So many frames have to go well before more is tried. It doubles with every try that fails. */
  readonly patience: number;
}

export const FULL_PACE: Pace = { panels: PANELS.length, late: [], since: 0, patience: 120 };

const LOOKED_AT = 32;
const TOO_MANY_LATE = 4;
const MOST_PATIENCE = 1920;
/** Between two frames, ms: one of sixty a second has been missed. */
const LATE_GAP = 25;
/** A longer one is a tab that was away. */
const LONGEST_GAP = 500;

/** After a frame that came `gap` ms after the one before. */
export function nextPace(pace: Pace, gap: number): Pace {
  if (gap > LONGEST_GAP) return pace;
  const late = [gap > LATE_GAP, ...pace.late].slice(0, LOOKED_AT);
  const next = { ...pace, late, since: pace.since + 1 };
  const changed = { ...next, late: [], since: 0 };
  const isLate = late.filter(Boolean).length >= TOO_MANY_LATE;
  if (isLate && pace.panels > 1)
    return { ...changed, panels: pace.panels > 2 ? 2 : 1, patience: Math.min(MOST_PATIENCE, 2 * pace.patience) };
  if (!isLate && next.since >= pace.patience && pace.panels < PANELS.length)
    return { ...changed, panels: pace.panels > 1 ? PANELS.length : 2 };
  return next;
}

export interface Turns<T> {
  /** What a panel shows: the same until it is drawn anew. */
  readonly shown: (panel: PanelName) => T;
  readonly subscribe: (panel: PanelName, call: () => void) => () => void;
  /** Something newer is there: at once for all panels, or as their turns come. */
  readonly take: (newest: T, isAtOnce: boolean) => void;
  /** A frame of the screen, at `now` ms. */
  readonly frame: (now: number) => void;
  /** Frames have not been counted for a while. */
  readonly pause: () => void;
}

export function turnsOf<T>(first: T): Turns<T> {
  let newest = first;
  let pace = FULL_PACE;
  let turn = 0;
  let before: number | null = null;
  const shown = new Map<PanelName, T>(PANELS.map((panel) => [panel, first]));
  const drawnAt = new Map<PanelName, number>();
  const calls = new Map<PanelName, Set<() => void>>(PANELS.map((panel) => [panel, new Set()]));

  const show = (panels: readonly PanelName[]) => {
    const behind = panels.filter((panel) => shown.get(panel) !== newest);
    behind.forEach((panel) => shown.set(panel, newest));
    // All of them have it before the first is told: they are drawn together.
    behind.forEach((panel) => calls.get(panel)?.forEach((call) => call()));
  };
  const isDue = (panel: PanelName, now: number) =>
    shown.get(panel) !== newest &&
    now - (drawnAt.get(panel) ?? -Infinity) >= PAUSES[panel] * (pace.panels < PANELS.length ? 2 : 1);

  return {
    shown: (panel) => shown.get(panel) as T,
    subscribe: (panel, call) => {
      calls.get(panel)?.add(call);
      return () => calls.get(panel)?.delete(call);
    },
    take: (next, isAtOnce) => {
      newest = next;
      if (isAtOnce) show(PANELS);
    },
    frame: (now) => {
      if (before !== null) pace = nextPace(pace, now - before);
      before = now;
      const inTurn = [...PANELS.slice(turn), ...PANELS.slice(0, turn)];
      const drawn = inTurn.filter((panel) => isDue(panel, now)).slice(0, pace.panels);
      drawn.forEach((panel) => drawnAt.set(panel, now));
      const last = drawn.at(-1);
      if (last) turn = (PANELS.indexOf(last) + 1) % PANELS.length;
      show(drawn);
    },
    pause: () => {
      before = null;
    },
  };
}

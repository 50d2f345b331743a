/**
 * Undo: past, present and future of a value, and what each step is called. One gesture is one step: `begin` opens a
 * gesture, changes replace the present while it is open, `commit` makes them one step, `cancel` returns to its start.
 * Pure, about a page; the store holds one `History<Document>`.
 */
export interface Step<T, L> {
  readonly value: T;
  /** What was done to leave this value. */
  readonly label: L;
}

export interface History<T, L> {
  /** Oldest first. */
  readonly past: readonly Step<T, L>[];
  readonly present: T;
  /** Next first. */
  readonly future: readonly Step<T, L>[];
  /** The value at which the open gesture began, or null when none is open. */
  readonly gesture: { readonly from: T; readonly label: L | null } | null;
}

export const HISTORY_LIMIT = 200;

/** Nothing to undo, nothing to do again, no gesture. */
export function startHistory<T, L>(present: T): History<T, L> {
  return { past: [], present, future: [], gesture: null };
}

/** There is a step to take back, or an open gesture has changed something. */
export function canUndo<T, L>({ past, present, gesture }: Omit<History<T, L>, 'future'>): boolean {
  return past.length > 0 || (gesture !== null && gesture.from !== present);
}

/** Opens a gesture; one that is still open is committed first. Its changes give it its label. */
export function begin<T, L>(history: History<T, L>): History<T, L> {
  const settled = commit(history);
  return { ...settled, gesture: { from: settled.present, label: null } };
}

/** Within a gesture the present is replaced; outside of one a change is a step of its own. */
export function change<T, L>(history: History<T, L>, present: T, label: L): History<T, L> {
  if (present === history.present) return history;
  if (history.gesture) return { ...history, present, gesture: { from: history.gesture.from, label } };
  return { past: pushed(history.past, { value: history.present, label }), present, future: [], gesture: null };
}

/** Closes the gesture as one step; a gesture that changed nothing leaves no step. */
export function commit<T, L>(history: History<T, L>): History<T, L> {
  const { gesture, past, present, future } = history;
  if (!gesture) return history;
  if (gesture.from === present || gesture.label === null) return { past, present, future, gesture: null };
  return { past: pushed(past, { value: gesture.from, label: gesture.label }), present, future: [], gesture: null };
}

/** Closes the gesture as if it had not been. */
export function cancel<T, L>(history: History<T, L>): History<T, L> {
  if (!history.gesture) return history;
  return { ...history, present: history.gesture.from, gesture: null };
}

/** Takes the last step back. An open gesture is that step; it goes on from where it began. */
export function undo<T, L>(history: History<T, L>): History<T, L> {
  const settled = commit(history);
  const last = settled.past.at(-1);
  if (!last) return history;
  return {
    past: settled.past.slice(0, -1),
    present: last.value,
    future: [{ value: settled.present, label: last.label }, ...settled.future],
    gesture: history.gesture && { from: last.value, label: null },
  };
}

/** Does the last undone step again. Nothing is left to do again once an open gesture has changed something. */
export function redo<T, L>(history: History<T, L>): History<T, L> {
  const settled = commit(history);
  const [next, ...rest] = settled.future;
  if (!next) return history;
  return {
    past: pushed(settled.past, { value: settled.present, label: next.label }),
    present: next.value,
    future: rest,
    gesture: history.gesture && { from: next.value, label: null },
  };
}

function pushed<T, L>(past: readonly Step<T, L>[], step: Step<T, L>): readonly Step<T, L>[] {
  return [...past, step].slice(-HISTORY_LIMIT);
}

/**
 * The signals of the store around, for views. A view is drawn with a value and drawn again when that changes (`useNow`,
 * `useCrease`), or it writes each new value into its element by itself (`useWritten`): a drag changes a few numbers sixty
 * times a second, and drawing is not needed for those.
 */
import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore, type RefCallback } from 'react';
import type { Knowledge } from './knowledge.ts';
import { Cell, Computed, tellListeners } from './signal.ts';
import { useKnowledge } from './use-store.ts';

export interface Live<T> {
  readonly get: () => T;
  /** What the prerendered page shows: a part of it that comes alive late starts from there. */
  readonly initial: () => T;
  /** Is it still what the page has started with? Then `initial` is the same record as the value now. */
  readonly isAtStart: () => boolean;
  /** Calls back when the value has changed (compared by identity); returns what ends that. */
  readonly subscribe: (changed: () => void) => () => void;
}

/**
 * What `select` makes of a store. It may give undefined: what it speaks of (a weight, a line) is gone with this change. Its
 * view is gone with the redraw that follows, and until then the value stays as it was.
 */
export function liveOf<T>(known: Knowledge, select: (known: Knowledge) => T | undefined): Live<T> {
  let last: T | undefined;
  const { get, subscribe } = new Computed(() => {
    const now = select(known);
    if (now !== undefined) last = now;
    else if (last === undefined) last = select(known.start);
    return there(last);
  });
  const isAtStart = () => known.isAtStart;
  // The same record as now, where it is the same: a part that comes alive is not drawn a second time.
  return { get, subscribe, isAtStart, initial: () => (isAtStart() ? get() : there(select(known.start))) };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a view of nothing');
  return value;
}

/**
 * What `select` makes of the store around; undefined where that is gone (see `liveOf`). `of` is what `select` speaks of: with
 * the same things it stays the same signal. Left out, it is `select` itself.
 */
export function useLive<T>(select: (known: Knowledge) => T | undefined, of: readonly unknown[] = [select]): Live<T> {
  const known = useKnowledge();
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => liveOf(known, select), [known, ...of]);
}

/** Redraws when what `select` makes of the store around changes. `of` as in `useLive`. */
export function useCrease<T>(select: (known: Knowledge) => T | undefined, of: readonly unknown[] = [select]): T {
  // oxlint-disable-next-line react/exhaustive-deps
  return useNow(useLive(select, of));
}

/** A component's own value, for those who take a live one. */
export function useLiveValue<T>(value: T): Live<T> {
  const [cell] = useState(() => new Cell(value));
  useLayoutEffect(() => {
    cell.write(value);
    tellListeners();
  });
  return useMemo(
    () => ({ get: cell.get, initial: cell.get, isAtStart: () => true, subscribe: cell.subscribe }),
    [cell],
  );
}

/** Redraws when a live value changes by more than `same` lets pass; gives the value as it was then. */
export function useKept<T>(live: Live<T>, same: (before: T, after: T) => boolean): T {
  const { get, subscribe } = useMemo(() => new Computed(live.get, same), [live, same]);
  return useSyncExternalStore(subscribe, get, live.initial);
}

/** Redraws when a live value changes. */
export function useNow<T>({ get, initial, subscribe }: Live<T>): T {
  return useSyncExternalStore(subscribe, get, initial);
}

/** The value to draw with, where somebody else writes what comes after. */
export function useDrawn<T>({ get, initial }: Live<T>): T {
  return useSyncExternalStore(never, get, initial);
}

function never(): () => void {
  return () => undefined;
}

/**
 * Keeps an element in step with a live value: `write` is called with each new value, and once when the element comes.
 * Returns the value to draw the element with, and the element's ref.
 */
export function useWritten<T, E extends Element>(
  live: Live<T>,
  write: (element: E, value: T) => void,
): readonly [T, RefCallback<E>] {
  const ref = useCallback(
    (element: E) => {
      const show = () => write(element, live.get());
      show();
      return live.subscribe(show);
    },
    [live, write],
  );
  return [useDrawn(live), ref];
}

/** For `useWritten`: the text of an element that holds nothing else. */
export function writeText(element: Element, text: string): void {
  const { firstChild } = element;
  if (!firstChild) element.textContent = text;
  else if (firstChild.nodeValue !== text) firstChild.nodeValue = text;
}

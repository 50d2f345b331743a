/**
 * Values that are read outside of React. Most views redraw when something changes; a drag changes a few numbers sixty times
 * a second, and those are written into their elements by themselves: the component that drew them is not drawn again.
 */
import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore, type RefCallback } from 'react';
import { keep } from './keep.ts';
import type { CreaseState } from '../state/store.ts';
import { useCreaseStore } from './use-store.ts';

export interface Live<T> {
  readonly get: () => T;
  /** What the prerendered page shows: a part of it that comes alive late starts from there. */
  readonly initial: () => T;
  /** Calls back when the value has changed (compared by identity); returns what ends that. */
  readonly subscribe: (changed: () => void) => () => void;
}

/**
 * What `get` gives, asked again whenever `listen` calls back. It may give undefined: what it speaks of (a weight, a line)
 * is gone with this change. Its view is gone with the redraw that follows, and until then the value stays as it was.
 */
export function liveFrom<T>(
  get: () => T | undefined,
  initial: () => T | undefined,
  listen: (look: () => void) => () => void,
): Live<T> {
  let last: T | undefined;
  const now = () => {
    const value = get();
    if (value !== undefined) last = value;
    else if (last === undefined) last = initial();
    return there(last);
  };
  const subscribe = (changed: () => void) => {
    let shown = now();
    return listen(() => {
      const next = now();
      if (Object.is(next, shown)) return;
      shown = next;
      changed();
    });
  };
  return { get: now, initial: () => there(initial()), subscribe };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a view of something that has never been there');
  return value;
}

/**
 * What `select` gives for the store around; undefined where that is gone (see `liveFrom`). `select` must stay the same
 * function.
 */
export function useLive<T>(select: (state: CreaseState) => T | undefined): Live<T> {
  const store = useCreaseStore();
  return useMemo(
    () =>
      liveFrom(
        () => select(store.getState()),
        () => select(store.getInitialState()),
        store.subscribe,
      ),
    [store, select],
  );
}

/** A component's own value, for those who take a live one. */
export function useLiveValue<T>(value: T): Live<T> {
  const [source] = useState(() => {
    const listeners = new Set<() => void>();
    let now = value;
    const get = () => now;
    return {
      get,
      initial: get,
      subscribe: (changed: () => void) => {
        listeners.add(changed);
        return () => void listeners.delete(changed);
      },
      set: (next: T) => {
        if (Object.is(next, now)) return;
        now = next;
        for (const changed of listeners) changed();
      },
    };
  });
  useLayoutEffect(() => source.set(value));
  return source;
}

/** Redraws when a live value changes by more than `same` lets pass; gives the value as it was then. */
export function useKept<T>(live: Live<T>, same: (before: T, after: T) => boolean): T {
  const get = useMemo(() => keep(live.get, same), [live, same]);
  return useSyncExternalStore(live.subscribe, get, live.initial);
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
 * Returns the value to draw the element with, and the element's ref. `write` must stay the same function.
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

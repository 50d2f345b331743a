/** Pointing and focus light things up: one small object for each diagram, and the handlers that report to it. */
import { createContext, useContext, useEffect, useId, useMemo, type FocusEvent, type PointerEvent } from 'react';
import { pointing } from '../controls/pointing.ts';
import type { CreaseStore, Highlight } from '../state/store.ts';

/** Between leaving one thing and entering the next nothing flickers, ms. */
const LINGER = 90;

/** Something of the diagram, and what it stands for now: a network of other names or another shape has other keys. */
interface Lighting {
  readonly place: string;
  readonly keys: Highlight;
}

export class Brush {
  readonly #store: CreaseStore;
  #pointed: Lighting | null = null;
  #focused: Lighting | null = null;
  #lit: Highlight | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pressed = false;
  readonly #pointing = pointing();

  constructor(store: CreaseStore) {
    this.#store = store;
  }

  enter(place: string, keys: Highlight): void {
    this.#pointing.enter();
    this.#pointed = { place, keys };
    this.#show();
  }

  leave(place: string, event: { readonly pointerType: string }): void {
    if (this.#pointed?.place !== place) return;
    this.#pointing.leave(event, () => {
      this.#pointed = null;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#show(), LINGER);
    });
  }

  /** Focus that comes from a press is not a question: what was pressed is pointed at as it is. */
  focus(place: string, keys: Highlight): void {
    if (this.#pressed) return;
    this.#focused = { place, keys };
    this.#show();
  }

  blur(): void {
    if (!this.#focused) return;
    this.#focused = null;
    this.#show();
  }

  /** The thing that is pointed at, or has the focus, stands for other keys now. Null: it has gone, and no event said so. */
  change(place: string, keys: Highlight | null): void {
    const changed = (before: Lighting | null) => before?.place === place && before.keys !== keys;
    const now = keys && { place, keys };
    const [pointed, focused] = [changed(this.#pointed), changed(this.#focused)];
    if (pointed) this.#pointed = now;
    if (focused) this.#focused = now;
    if (pointed || focused) this.#show();
  }

  /** A pointer is down, until a moment after it is up. */
  press(): void {
    this.#pressed = true;
    const release = () => {
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', release);
      setTimeout(() => (this.#pressed = false));
    };
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', release);
  }

  #show(): void {
    clearTimeout(this.#timer);
    const { highlight, dim } = this.#store.getState().actions;
    const keys = (this.#pointed ?? this.#focused)?.keys ?? null;
    if (keys) highlight(keys);
    // The pointer may have gone on to a term of an equation: what that has lit stays.
    else if (this.#lit) dim(this.#lit);
    this.#lit = keys;
  }
}

export const BrushContext = createContext<Brush | null>(null);

export interface BrushHandlers {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: (event: PointerEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Handlers for an element that stands for these keys; the set keeps its identity as long as it stands for the same. */
export function useBrush(keys: Highlight): BrushHandlers {
  const brush = useContext(BrushContext);
  const place = useId();
  useEffect(() => brush?.change(place, keys), [brush, place, keys]);
  useEffect(() => () => brush?.change(place, null), [brush, place]);
  return useMemo(
    () => ({
      onPointerEnter: () => brush?.enter(place, keys),
      onPointerLeave: (event) => brush?.leave(place, event),
      onFocus: () => brush?.focus(place, keys),
      onBlur: () => brush?.blur(),
    }),
    [brush, place, keys],
  );
}

/** Pointing and focus light things up: one small object for each diagram, and the handlers that report to it. */
import { createContext, useContext, useMemo, type FocusEvent, type PointerEvent } from 'react';
import { pointing } from '../controls/pointing.ts';
import type { CreaseStore, Highlight } from '../state/store.ts';

/** Between leaving one thing and entering the next nothing flickers, ms. */
const LINGER = 90;

export class Brush {
  readonly #store: CreaseStore;
  #pointed: Highlight | null = null;
  #focused: Highlight | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pressed = false;
  readonly #pointing = pointing();

  constructor(store: CreaseStore) {
    this.#store = store;
  }

  enter(keys: Highlight): void {
    this.#pointing.enter();
    this.#pointed = keys;
    this.#show();
  }

  leave(keys: Highlight, event: { readonly pointerType: string }): void {
    if (this.#pointed !== keys) return;
    this.#pointing.leave(event, () => {
      this.#pointed = null;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#show(), LINGER);
    });
  }

  /** Focus that comes from a press is not a question: what was pressed is pointed at as it is. */
  focus(keys: Highlight): void {
    if (this.#pressed) return;
    this.#focused = keys;
    this.#show();
  }

  blur(): void {
    if (!this.#focused) return;
    this.#focused = null;
    this.#show();
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
    this.#store.getState().actions.highlight(this.#pointed ?? this.#focused);
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
  return useMemo(
    () => ({
      onPointerEnter: () => brush?.enter(keys),
      onPointerLeave: (event) => brush?.leave(keys, event),
      onFocus: () => brush?.focus(keys),
      onBlur: () => brush?.blur(),
    }),
    [brush, keys],
  );
}

/**
 * At "combine" nodes and chips of the diagram dissolve, whatever brought the reader there: a link, Back, Undo, another
 * activation. What had the focus among them leaves it to the link of the step.
 */
import { useEffect, useLayoutEffect, type RefObject } from 'react';

/** Call it where the step and what it can do are drawn. */
export function useKeptFocus(steps: RefObject<HTMLElement | null>): void {
  // Before the browser notices: it would leave the focus to the page.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused && isGone(focused) && !focused.closest('[popover]')) focusStep(steps.current);
  });
  // A panel gives the focus back to its node, which may be gone by then.
  useEffect(() => {
    const onToggle = (event: ToggleEvent) => {
      const { target, newState } = event;
      if (newState !== 'closed' || !(target instanceof Element) || !isGone(target)) return;
      const focused = document.activeElement;
      if (focused === document.body || target.contains(focused)) focusStep(steps.current);
    };
    document.addEventListener('toggle', onToggle, true);
    return () => document.removeEventListener('toggle', onToggle, true);
  }, [steps]);
}

function isGone(element: Element): boolean {
  return element.closest('[data-gone]') !== null;
}

function focusStep(steps: HTMLElement | null): void {
  steps?.querySelector<HTMLElement>('[aria-current="step"]')?.focus({ preventScroll: true });
}

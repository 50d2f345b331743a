/**
 * At "combine" nodes and chips of the diagram dissolve, whatever brought the reader there: a link, Back, Undo, another
 * activation. What had the focus among them leaves it to the link of the step.
 */
import { useEffect, useLayoutEffect } from 'react';

/** Beside the steps: it looks again whenever they are drawn. */
export function KeptFocus(): null {
  // Before the browser notices: it would leave the focus to the page.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused && isGone(focused) && !focused.closest('[popover]')) focusStep();
  });
  // A panel gives the focus back to its node, which may be gone by then.
  useEffect(() => {
    const onToggle = (event: ToggleEvent) => {
      const { target, newState } = event;
      if (newState !== 'closed' || !(target instanceof Element) || !isGone(target)) return;
      const focused = document.activeElement;
      if (focused === document.body || target.contains(focused)) focusStep();
    };
    document.addEventListener('toggle', onToggle, true);
    return () => document.removeEventListener('toggle', onToggle, true);
  }, []);
  return null;
}

function isGone(element: Element): boolean {
  return element.closest('[data-gone]') !== null;
}

function focusStep(): void {
  document.querySelector<HTMLElement>('.steps [aria-current="step"]')?.focus({ preventScroll: true });
}

/**
 * A finger is wider than a chip or a digit: a touch that lands beside small controls goes to the nearest one in reach, so
 * each has a target of 44 px where there is room, and where two are close the nearer one wins. Nothing is moved or enlarged.
 */
import type { PointerEvent as ReactPointerEvent } from 'react';

/** How far from a control's box a touch may land, px. With a digit of 9 px, and what is around it, this makes 44. */
const REACH = 16;

/** Fields of numbers. What else takes a touch keeps it. */
const CONTROLS = '.number-field, .number-slot';
const TAKES_TOUCH = `${CONTROLS}, button, a, [popover]`;

/** The `onPointerDownCapture` of what is around the controls. */
export function redirectTouch(event: ReactPointerEvent<HTMLElement>): void {
  const { nativeEvent: touch, currentTarget: around } = event;
  if (touch.pointerType !== 'touch' || !touch.isTrusted) return;
  if (event.target instanceof Element && event.target.closest(TAKES_TOUCH)) return;
  const nearest = nearestControl(around, touch.clientX, touch.clientY);
  if (!nearest) return;
  event.stopPropagation();
  // The press belongs to the control now: no mouse events for what lies under the finger.
  event.preventDefault();
  const { pointerId, pointerType, clientX, clientY, isPrimary, button, buttons } = touch;
  nearest.dispatchEvent(
    new PointerEvent('pointerdown', {
      bubbles: true,
      cancelable: true,
      pointerId,
      pointerType,
      clientX,
      clientY,
      isPrimary,
      button,
      buttons,
    }),
  );
}

function nearestControl(around: HTMLElement, x: number, y: number): HTMLElement | null {
  let nearest: HTMLElement | null = null;
  let least = REACH;
  for (const control of around.querySelectorAll<HTMLElement>(CONTROLS)) {
    if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const box = control.getBoundingClientRect();
    const distance = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    if (distance < least) {
      least = distance;
      nearest = control;
    }
  }
  return nearest;
}

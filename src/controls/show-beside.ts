/** What comes by itself and belongs to a field: a sentence, keys. */
import { placeBeside, type Beside } from './popover.ts';

/** Shown, and then placed: how large it is is known by then. */
export function showBeside(popover: HTMLElement | null, anchor: Element | null | undefined, how?: Beside): void {
  if (!popover || !anchor) return;
  if (!popover.matches(':popover-open')) popover.showPopover();
  placeBeside(popover, anchor, how);
}

/** A sentence under the field that it is about. */

/** Least distance of a sentence from the edge of the screen, and from its field, px. */
const EDGE = 8;
const GAP = 6;

/** A popover, so that no panel cuts it off and nothing lies over it; wholly on the screen. */
export function showUnderField(sentence: HTMLElement | null): void {
  const field = sentence?.parentElement?.getBoundingClientRect();
  if (!sentence || !field) return;
  if (!sentence.matches(':popover-open')) sentence.showPopover();
  const { width, height } = sentence.getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - EDGE - width;
  const left = Math.max(EDGE, Math.min((field.left + field.right - width) / 2, rightmost));
  const under = field.bottom + GAP;
  const top = under + height <= window.innerHeight ? under : field.top - GAP - height;
  Object.assign(sentence.style, { left: `${left + window.scrollX}px`, top: `${top + window.scrollY}px` });
}

/** Between a popover, its button, and the border of the screen, px. */
const GAP = 8;
/** Less room than this below the button, and a popover goes where there is more. */
const ROOMY = 320;
/** Less room than this on both sides, and it covers its button rather than be cut. */
const LEAST = 180;

/**
 * Puts a popover (`position: absolute`, in the top layer) under its button or above it, wholly on the screen; it scrolls
 * along with the page. `width`: px; the screen may leave it less.
 */
export function placeBeside(panel: HTMLElement, button: HTMLElement, width: number): void {
  const box = button.getBoundingClientRect();
  const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const fitting = Math.min(width, screen.width - 2 * GAP);
  const left = Math.max(GAP, Math.min((box.left + box.right - fitting) / 2, screen.width - fitting - GAP));
  const below = screen.height - box.bottom - 2 * GAP;
  const above = box.top - 2 * GAP;
  const side = Math.max(below, above) < LEAST ? 'over' : below >= ROOMY || below >= above ? 'under' : 'above';
  const top = { over: GAP, under: box.bottom + GAP, above: box.top - GAP }[side];
  Object.assign(panel.style, {
    width: `${fitting}px`,
    left: `${left + window.scrollX}px`,
    top: `${top + window.scrollY}px`,
    maxHeight: `${{ over: screen.height - 2 * GAP, under: below, above }[side]}px`,
    // How high it will be is not known yet.
    translate: side === 'above' ? '0 -100%' : 'none',
  });
}

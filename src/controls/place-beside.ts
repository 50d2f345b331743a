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
  if (side === 'above') place(panel, { width: fitting, left, bottom: box.top - GAP, maxHeight: above });
  else if (side === 'under') place(panel, { width: fitting, left, top: box.bottom + GAP, maxHeight: below });
  else place(panel, { width: fitting, left, top: GAP, maxHeight: screen.height - 2 * GAP });
}

/** So much of a panel has to have room below where it begins, px. */
const PANEL = 330;
/** At the end of a small screen a panel is as wide as the screen lets it, up to this, px. */
const WIDE = 420;

/**
 * The same, where a popover changes what `area` shows: beside the area if there is room to its right; else at the lower end
 * of the screen, or the upper one, whichever leaves the button and what is around it to be seen.
 */
export function placeAside(panel: HTMLElement, button: HTMLElement, area: Element | null, width: number): void {
  const box = button.getBoundingClientRect();
  const beside = area?.getBoundingClientRect();
  const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
  if (beside && screen.width - beside.right >= width + 2 * GAP) {
    const top = Math.max(GAP, Math.min(beside.top, screen.height - GAP - PANEL));
    place(panel, { width, left: screen.width - width - GAP, top, maxHeight: screen.height - top - GAP });
    return;
  }
  const fitting = Math.min(Math.max(width, WIDE), screen.width - 2 * GAP);
  const left = (screen.width - fitting) / 2;
  const below = screen.height - box.bottom - 2 * GAP;
  const above = box.top - 2 * GAP;
  if (Math.max(below, above) < LEAST) placeBeside(panel, button, width);
  else if (below >= ROOMY || below >= above) {
    place(panel, { width: fitting, left, bottom: screen.height - GAP, maxHeight: below });
  } else place(panel, { width: fitting, left, top: GAP, maxHeight: above });
}

interface Place {
  readonly width: number;
  readonly left: number;
  readonly top?: number;
  /** In place of `top`: how high it will be is not known yet. */
  readonly bottom?: number;
  readonly maxHeight: number;
}

/** px, on the screen. */
function place(panel: HTMLElement, { width, left, top, bottom, maxHeight }: Place): void {
  Object.assign(panel.style, {
    width: `${width}px`,
    left: `${left + window.scrollX}px`,
    top: `${(top ?? bottom ?? 0) + window.scrollY}px`,
    maxHeight: `${maxHeight}px`,
    translate: top === undefined ? '0 -100%' : 'none',
  });
}

/**
 * Where a popover (in the top layer) goes: beside what it belongs to, wholly on the screen. One that is `absolute` scrolls
 * along with the page, one that is `fixed` stays with a bar that does.
 */

/** Between a popover, what it stands beside, and the border of the screen, px. */
const GAP = 8;
/** The room that it needs, px, while its height is not known yet. */
const ROOMY = 320;
/** If both sides have less room, px, it covers what it belongs to: it is not cut off. */
const LEAST = 180;

export interface Beside {
  /** The side that it goes to if there is room enough; else it goes where there is more. */
  readonly side?: 'under' | 'above';
  /** Which edges are in line. */
  readonly align?: 'left' | 'middle' | 'right';
  /** px; the screen may leave it less. Not needed of one that is shown. */
  readonly width?: number;
  /** px, the same. */
  readonly height?: number;
}

export function placeBeside(popover: HTMLElement, anchor: Element, how: Beside = {}): void {
  const { side = 'under', align = 'middle' } = how;
  const box = anchor.getBoundingClientRect();
  const own = popover.getBoundingClientRect();
  const screen = screenSize();
  const width = Math.min(how.width ?? own.width, screen.width - 2 * GAP);
  const wanted = { left: box.left, middle: (box.left + box.right - width) / 2, right: box.right - width }[align];
  const left = Math.max(GAP, Math.min(wanted, screen.width - width - GAP));
  const where = sideOf(box, side, how.height ?? (own.height || ROOMY));
  const sized = how.width === undefined ? {} : { width };
  if (where.side === 'over') place(popover, { ...sized, left, top: GAP, room: where.room });
  else if (where.side === 'under') place(popover, { ...sized, left, top: box.bottom + GAP, room: where.room });
  else place(popover, { ...sized, left, bottom: box.top - GAP, room: where.room });
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
  const beside = area?.getBoundingClientRect();
  const screen = screenSize();
  if (beside && screen.width - beside.right >= width + 2 * GAP) {
    const top = Math.max(GAP, Math.min(beside.top, screen.height - GAP - PANEL));
    place(panel, { width, left: screen.width - width - GAP, top, room: screen.height - top - GAP });
    return;
  }
  const fitting = Math.min(Math.max(width, WIDE), screen.width - 2 * GAP);
  const left = (screen.width - fitting) / 2;
  const { side, room } = sideOf(button.getBoundingClientRect(), 'under', ROOMY);
  if (side === 'over') placeBeside(panel, button, { width });
  else if (side === 'under') place(panel, { width: fitting, left, bottom: screen.height - GAP, room });
  else place(panel, { width: fitting, left, top: GAP, room });
}

function screenSize(): { readonly width: number; readonly height: number } {
  return { width: document.documentElement.clientWidth, height: window.innerHeight };
}

/** The side with room for `height` px: the wanted one if it can be, else the one with more room. `over`: neither has any. */
function sideOf({ top, bottom }: DOMRect, wanted: 'under' | 'above', height: number) {
  const under = { side: 'under', room: window.innerHeight - bottom - 2 * GAP } as const;
  const above = { side: 'above', room: top - 2 * GAP } as const;
  const [first, second] = wanted === 'under' ? [under, above] : [above, under];
  const best = first.room >= height || first.room >= second.room ? first : second;
  return best.room < Math.min(LEAST, height) ? ({ side: 'over', room: window.innerHeight - 2 * GAP } as const) : best;
}

interface Place {
  /** Left out: as wide, and as high, as it is. */
  readonly width?: number;
  readonly left: number;
  readonly top?: number;
  /** In place of `top`: how high it will be is not known yet. */
  readonly bottom?: number;
  /** It is no higher than this, and scrolls. */
  readonly room: number;
}

/** px, on the screen. */
function place(popover: HTMLElement, { width, left, top, bottom, room }: Place): void {
  const scrolls = getComputedStyle(popover).position === 'absolute';
  Object.assign(popover.style, {
    inset: 'auto',
    margin: '0',
    left: `${left + (scrolls ? window.scrollX : 0)}px`,
    top: `${(top ?? bottom ?? 0) + (scrolls ? window.scrollY : 0)}px`,
    translate: top === undefined ? '0 -100%' : 'none',
    ...(width === undefined ? {} : { width: `${width}px`, maxHeight: `${room}px` }),
  });
}

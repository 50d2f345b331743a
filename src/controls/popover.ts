/**
 * Where a popover (in the top layer) goes: beside what it belongs to, wholly on the screen. One that is `absolute` scrolls
 * along with the page, one that is `fixed` stays with a bar that does.
 */

/** Between a popover, what it stands beside, and the border of the screen, px. */
const GAP = 8;
/** Where its height is not known yet: so much room, and it goes to the side that it should. px. */
const ROOMY = 320;
/** Less room than this on both sides, and it covers what it stands beside rather than be cut. */
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
  const height = how.height ?? (own.height || ROOMY);
  const wanted = { left: box.left, middle: (box.left + box.right - width) / 2, right: box.right - width }[align];
  const left = Math.max(GAP, Math.min(wanted, screen.width - width - GAP));
  const room = roomAround(box);
  const other = side === 'under' ? 'above' : 'under';
  const sized = how.width === undefined ? {} : { width };
  if (Math.max(room.under, room.above) < Math.min(LEAST, height)) {
    place(popover, { ...sized, left, top: GAP, room: screen.height - 2 * GAP });
  } else if ((room[side] >= height || room[side] >= room[other] ? side : other) === 'under') {
    place(popover, { ...sized, left, top: box.bottom + GAP, room: room.under });
  } else place(popover, { ...sized, left, bottom: box.top - GAP, room: room.above });
}

/** A sentence or keys at the field that they are about: shown, and then placed. */
export function showBeside(popover: HTMLElement | null, anchor: Element | null | undefined, how?: Beside): void {
  if (!popover || !anchor) return;
  if (!popover.matches(':popover-open')) popover.showPopover();
  placeBeside(popover, anchor, how);
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
  const { under, above } = roomAround(button.getBoundingClientRect());
  if (Math.max(under, above) < LEAST) placeBeside(panel, button, { width });
  else if (under >= ROOMY || under >= above) {
    place(panel, { width: fitting, left, bottom: screen.height - GAP, room: under });
  } else place(panel, { width: fitting, left, top: GAP, room: above });
}

function screenSize(): { readonly width: number; readonly height: number } {
  return { width: document.documentElement.clientWidth, height: window.innerHeight };
}

function roomAround({ top, bottom }: DOMRect): Record<'under' | 'above', number> {
  return { under: window.innerHeight - bottom - 2 * GAP, above: top - 2 * GAP };
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

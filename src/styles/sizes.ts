/**
 * The sizes of the page, for its styles and its script. The build writes them as custom properties (`--small`,
 * `--radius-box`, `--z-bar`, `--quick`) and as names of media and container queries: `@media (--phone)` is up to that
 * width, `@media (--above-phone)` from there on (scripts/build/styles.ts). Lengths are in px, times in ms.
 */

/** Sizes of type. The title grows with the screen. */
export const TYPE = {
  tiny: '12px',
  small: '13px',
  label: '14px',
  body: '15px',
  read: '17px',
  prose: '19px',
  head: '22px',
  title: 'clamp(28px, 3.15vw, 48px)',
} as const;

/** The same on paper, which is read close by. */
export const TYPE_ON_PAPER = {
  small: '12px',
  label: '13px',
  body: '14px',
  read: '15px',
  prose: '16px',
  head: '19px',
  title: '34px',
} as const satisfies Partial<Record<keyof typeof TYPE, string>>;

/** Spaces that follow the screen: inside of a card, between two rows, between two sections. On paper they are the least. */
export const ROOM = {
  inside: 'clamp(14px, 2.4vw, 24px)',
  rows: 'clamp(36px, 3.4vw, 48px)',
  sections: 'clamp(56px, 6.7vw, 96px)',
} as const;
export const ROOM_ON_PAPER: Record<keyof typeof ROOM, string> = { inside: '14px', rows: '14px', sections: '18px' };

/** Margins, paddings and gaps are some of these. */
export const SPACE = [0, 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 34, 36, 40, 44, 48, 56, 64, 72, 80, 96];

/** The page is no wider, its margins included. */
export const PAGE = 1272;

/** The first screen takes more of a large screen. */
export const WIDE_PAGE = 1720;

/** Of corners. Half a circle is a pill’s. */
export const RADIUS = { mark: 4, control: 8, box: 14, card: 18, pill: 999 } as const;

/** The least that a finger hits. `--target` is 0 where there is a mouse: `min-height: max(30px, var(--target))`. */
export const FINGER = 44;

/** Up to these widths, of the screen or of a figure’s frame, things are arranged otherwise. */
export const BREAKPOINTS = { tiny: 345, phone: 560, tablet: 760, desk: 960, wide: 1200 } as const;

/** The frame of a sheet: up to this width its title and its buttons stand above and below the picture. */
export const NARROW_SHEET = 410;

/** The picture of the network: up to this width its nodes are small, and values stand below them. */
export const NARROW_DIAGRAM = 520;

/** The HTML has it drawn for boxes of these widths, each for what is narrower than its limit. */
export const DRAWINGS = [
  { width: 338, to: 344 },
  { width: 368, to: NARROW_DIAGRAM },
  { width: 611, to: 680 },
  { width: 758, to: 100_000 },
] as const;

/** What is in front of what: within a part of the page, and of the page. */
export const Z = {
  over: 1,
  chip: 2,
  pointed: 4,
  focused: 6,
  note: 12,
  story: 30,
  bar: 40,
  toast: 50,
  skip: 60,
} as const;

/** A change under the pointer, one that shows where something has gone, and a chip’s way. */
export const MOTION = { quick: 150, slow: 400, move: 450 } as const;

/** As a media query: the screen is wider than that. */
export const above = (name: keyof typeof BREAKPOINTS) => `(width > ${BREAKPOINTS[name]}px)`;

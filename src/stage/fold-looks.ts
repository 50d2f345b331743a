/**
 * What fades, shrinks or shakes between two steps. Each look is written to the elements that have it: as a custom property
 * of the card it would be handed down to all that is in it, and the styles of six hundred elements be found out anew in
 * every frame.
 */
import { easeCubicInOut } from 'd3-ease';
import { JAM } from '../facts/fold-end.ts';

/** A share of the way, from 0 to 1. */
type Look = (element: HTMLElement, way: number) => void;

const eased = easeCubicInOut;
/** What a step leads to is there when all has come to it. */
const arrived = (way: number) => within((way - 0.75) / 0.2);
/** What it starts from has gone by then. */
const going = (way: number) => 1 - eased(way);
/** What was seen of the whole goes first. */
const left = (way: number) => within(1 - 4 * way);

function within(share: number): number {
  return Math.max(0, Math.min(1, share));
}

const fade =
  (opacity: (way: number) => number): Look =>
  ({ style }, way) =>
    void (style.opacity = String(opacity(way)));

/** By what has it, in the card. */
const LOOKS: readonly (readonly [elements: string, look: Look])[] = [
  ['.line[data-current] :is(.formula, .line-note)', fade(arrived)],
  ["[data-step='multiplyOut'] .chip :is(.chip-outer, .chip-result)", fade(arrived)],
  ["[data-step='combine'] :is(.edge.is-direct, .combined)", fade(arrived)],
  [
    "[data-step='multiplyOut'] .chip[data-multiplied]",
    ({ style }, way) =>
      void (style.background = `color-mix(in srgb, var(--node-soft) ${100 * eased(way)}%, transparent)`),
  ],
  // The nodes of this round shrink away.
  ["[data-step='combine'] .unit[data-front][data-gone] :is(.node, .node-label, .node-output)", fade(going)],
  [
    "[data-step='combine'] .unit[data-front][data-gone] .node",
    ({ style }, way) => void (style.scale = String(1 - 0.6 * eased(way))),
  ],
  [
    '.unit[data-front][data-held] .node',
    ({ style }, way) => void (style.rotate = `${4 * Math.sin((6 * Math.PI * way) / JAM)}deg`),
  ],
  [".heat-grid[data-fold='now']", fade(going)],
  // One after another, as they are counted.
  [
    '.heat-product li[style]',
    ({ style }, way) => {
      const [arrives = 0, count = 1] = ['--arrives', '--count'].map((name) => Number(style.getPropertyValue(name)));
      style.opacity = String(within((eased(way) - arrives) * count));
    },
  ],
];
/** Of the first step only. */
const FIRST: (typeof LOOKS)[number] = [':is(.line, .held)[data-hidden]', fade(left)];

const WRITTEN = ['opacity', 'scale', 'rotate', 'background'] as const;

export interface FoldLooks {
  /** `way`: how much of the way to the step has been gone, from 0 to 1. */
  readonly show: (step: number, way: number) => void;
  readonly end: () => void;
}

export function foldLooks(card: HTMLElement): FoldLooks {
  let written = new Set<HTMLElement>();
  const keep = (now: Set<HTMLElement>) => {
    for (const element of written) {
      if (!now.has(element)) for (const name of WRITTEN) element.style.removeProperty(name);
    }
    written = now;
  };
  return {
    show: (step, way) => {
      const now = new Set<HTMLElement>();
      for (const [elements, look] of step === 1 ? [...LOOKS, FIRST] : LOOKS) {
        for (const element of card.querySelectorAll<HTMLElement>(elements)) {
          look(element, way);
          now.add(element);
        }
      }
      keep(now);
    },
    end: () => keep(new Set()),
  };
}

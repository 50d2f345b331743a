/**
 * How tall each section is, about, px: at a width of 1440, of 760, and of 390. The browser lays out no section that is far
 * from the screen, and keeps so much room for it. Once it was laid out, its own height is remembered. A test compares.
 */
import type { SectionId } from '#words/chapter/article.ts';

type Heights = readonly [wide: number, desk: number, phone: number];

export const SECTION_HEIGHTS: Readonly<Record<SectionId, Heights>> = {
  'one-neuron': [1505, 2252, 3123],
  'same-model-twice': [2368, 3248, 4601],
  'switch-on-relu': [1720, 2510, 3338],
  'what-the-crease-buys': [1428, 2051, 2961],
  'does-it-always-bend': [3537, 4944, 6207],
  'activation-functions': [803, 1276, 1609],
  'what-comes-next': [1744, 2490, 3905],
};

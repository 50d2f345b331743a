/**
 * How tall each section is, about, px: at a width of 1440, of 760, and of 390. The browser lays out no section that is far
 * from the screen, and keeps so much room for it. Once it was laid out, its own height is remembered. A test compares.
 */
import type { SectionId } from '../words/chapter/article.ts';

type Heights = readonly [wide: number, desk: number, phone: number];

export const SECTION_HEIGHTS: Readonly<Record<SectionId, Heights>> = {
  'one-neuron': [1510, 2280, 3120],
  'same-model-twice': [2370, 3320, 4600],
  'switch-on-relu': [1720, 2300, 3340],
  'what-the-crease-buys': [1430, 2100, 2960],
  'does-it-always-bend': [3540, 4970, 6210],
  'activation-functions': [800, 1280, 1610],
  'what-comes-next': [1740, 2650, 3900],
};

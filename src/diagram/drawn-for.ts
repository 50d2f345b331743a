/**
 * The boxes that the page's HTML has the diagram for. Until React has measured the real one it shows the drawing that is
 * made for a box like it (`fitting-script.ts`), so that the first paint is right at every width.
 */
import { createContext, useContext, useState } from 'react';
import { isCoarse } from '../controls/use-media.ts';
import type { Pointer } from './diagram-box.ts';

export interface DrawnFor {
  /** Of the box, px. */
  readonly width: number;
  readonly pointer: Pointer;
}

/** A narrow phone, a phone, a tablet, a wide screen. */
export const DRAWN_FOR = [
  { width: 338, pointer: 'coarse' },
  { width: 368, pointer: 'coarse' },
  { width: 611, pointer: 'fine' },
  { width: 758, pointer: 'fine' },
] as const satisfies readonly DrawnFor[];

/** Which of them is drawn in the build. */
export const DrawnForContext = createContext<DrawnFor>(DRAWN_FOR[3]);

/** In the browser the one that stands in the HTML when the page comes alive. */
export function useDrawnFor(): DrawnFor {
  const inBuild = useContext(DrawnForContext);
  return useState(() => (typeof document === 'undefined' ? inBuild : drawnInPage()))[0];
}

function drawnInPage(): DrawnFor {
  const picture = document.querySelector<HTMLElement>('.diagram-picture');
  const found = DRAWN_FOR.find(({ width }) => String(width) === picture?.dataset.drawnFor);
  // One that comes later takes the place of the one before.
  return found ?? { width: picture?.clientWidth ?? 700, pointer: isCoarse() ? 'coarse' : 'fine' };
}

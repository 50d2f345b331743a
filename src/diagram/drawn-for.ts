/**
 * The boxes that the page's HTML has the diagram for. Until React has measured the real one it shows the drawing that is
 * made for a box like it (`fitting-script.ts`), so that the first paint is right at every width.
 */
import { createContext, useContext, useState } from 'react';
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

/** For a drawing that comes later, until it is measured. */
const LATER: DrawnFor = { width: 700, pointer: 'fine' };

/** In the browser the one that stands in the HTML when the page comes alive. */
export function useDrawnFor(): DrawnFor {
  const inBuild = useContext(DrawnForContext);
  return useState(() => (typeof document === 'undefined' ? inBuild : drawnInPage()))[0];
}

function drawnInPage(): DrawnFor {
  const width = document.querySelector<HTMLElement>('.diagram-picture')?.dataset.drawnFor;
  return DRAWN_FOR.find((drawn) => String(drawn.width) === width) ?? LATER;
}

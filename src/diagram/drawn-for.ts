/**
 * The boxes that the page's HTML has the diagram for. Before the script has measured the real one, the style sheet shows
 * the drawing that is made for a box like it, so that the first paint, and a page without JavaScript, are right at every
 * width.
 */
import { createContext, useContext, useState } from 'react';
import type { Pointer } from './diagram-box.ts';

export interface DrawnFor {
  /** Of the box, px; diagram.css says from which width to which it is shown. */
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

/** For a drawing that comes later, until it is measured: no style hides it, at whatever width. */
const LATER: DrawnFor = { width: 700, pointer: 'fine' };

/** In the browser the one that stands in the HTML: there is only one left when the page comes alive. */
export function useDrawnFor(): DrawnFor {
  const inBuild = useContext(DrawnForContext);
  return useState(() => (typeof document === 'undefined' ? inBuild : drawnInPage()))[0];
}

function drawnInPage(): DrawnFor {
  const width = document.querySelector<HTMLElement>('.diagram-picture')?.dataset.drawnFor;
  return DRAWN_FOR.find((drawn) => String(drawn.width) === width) ?? LATER;
}

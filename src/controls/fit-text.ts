/**
 * Numbers in boxes of a given width: they are written as large as the box lets them be, and where they would get too small
 * to read they say less (`≈0.33` for 1/3). The widths are those of the interface's font, semi-bold, with tabular figures.
 */
import type { CSSProperties } from 'react';

/** No number in a picture is smaller, px. */
const SMALLEST = 11;

/** How wide a character is, em; the others are as wide as a digit. */
const WIDTHS: Readonly<Record<string, number>> = { '.': 0.27, ',': 0.27, ' ': 0.27, '/': 0.38, '≈': 0.59, f: 0.36 };
const DIGIT = 0.65;

/** How wide a number is when it is written, em. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDTHS[character] ?? DIGIT;
  return Math.round(100 * width) / 100;
}

/** Can a text be read in so much room, px? */
export function fits(text: string, room: number): boolean {
  return widthOf(text) * SMALLEST <= room;
}

/**
 * The longest of `write(most)`, `write(most - 1)`, ... that is at most `room` px wide in the smallest size; the narrowest
 * of them where none is.
 */
export function fittingText(write: (maxLength: number) => string, room: number, most: number): string {
  let best = write(most);
  for (let maxLength = most; !fits(best, room) && maxLength > 1; maxLength--) {
    const text = write(maxLength - 1);
    if (widthOf(text) < widthOf(best)) best = text;
  }
  return best;
}

/**
 * `--fit`: the size at which a text fills its room, px; the style sheet takes it where it is smaller than its own size.
 * `--em`: how wide the text is.
 */
export function fitStyle(text: string, room: number): CSSProperties {
  return { '--fit': sizeFor(text, room), '--em': widthOf(text) } as CSSProperties;
}

/** The same, past React. `isHeld`: it gets wider, and never narrower. */
export function writeFit({ style }: HTMLElement, text: string, room: number, isHeld = false): void {
  const em = widthOf(text);
  const before = Number(style.getPropertyValue('--em'));
  if (em === before || (isHeld && em < before)) return;
  style.setProperty('--em', String(em));
  style.setProperty('--fit', sizeFor(text, room));
}

/** Larger than any size of the style sheet, and smaller than any that can be read, px. */
const SIZES = { most: 24, least: 6, step: 0.5 } as const;

function sizeFor(text: string, room: number): string {
  let size: number = SIZES.most;
  while (size > SIZES.least && drawnWidth(text, size) > room) size -= SIZES.step;
  return `${size}px`;
}

/** Where the screen has large pixels each character is drawn on whole ones. */
function drawnWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += Math.round(size * (WIDTHS[character] ?? DIGIT));
  return Math.max(width, size * widthOf(text));
}

/** What stands in a number field, and what is said of it. */
import type { SaidNumber } from './said-number.ts';
import { writeAttributes } from './write-attributes.ts';

/** Least distance from the edge of the screen, px. */
const EDGE = 8;

export interface FieldWords {
  /** While it is not being edited. */
  readonly resting: string;
  readonly text: string;
  /** The exact number, where the text is rounded. */
  readonly title: string | undefined;
  readonly said: SaidNumber;
}

/** The same attributes that the component draws. */
export function showWords(input: HTMLInputElement, { resting, text, title, said }: FieldWords): void {
  if (input.value !== text) input.value = text;
  if (input.size !== sizeFor(text)) input.size = sizeFor(text);
  // Longer than what the field is made for: the style sheet makes room for the whole of it.
  const isLong = text.length > resting.length;
  if (isLong || input.hasAttribute('data-long')) keepOnScreen(input, isLong);
  writeAttributes(input, { 'aria-valuenow': said.now, 'aria-valuetext': said.text, title });
}

/** A long number may reach beyond the edge of a narrow screen. */
function keepOnScreen(input: HTMLInputElement, isLong: boolean): void {
  const box = input.closest<HTMLElement>('.number-field.is-overlay') ?? input;
  box.style.translate = '';
  input.toggleAttribute('data-long', isLong);
  if (!isLong) return;
  const { left, right } = box.getBoundingClientRect();
  const shift = Math.max(EDGE - left, Math.min(0, document.documentElement.clientWidth - EDGE - right));
  box.style.translate = `${shift}px`;
}

export function sizeFor(text: string): number {
  return Math.max(2, text.length);
}

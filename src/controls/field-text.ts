/** What stands in a number field, and what is said of it. */

/** Least distance from the edge of the screen, px. */
const EDGE = 8;

export interface FieldWords {
  /** While it is not being edited. */
  readonly resting: string;
  readonly text: string;
  /** The exact number, where the text is rounded. */
  readonly title: string | undefined;
  readonly now: number;
  readonly spoken: string;
}

/** The same attributes that the component draws. */
export function showWords(input: HTMLInputElement, { resting, text, title, now, spoken }: FieldWords): void {
  if (input.value !== text) input.value = text;
  if (input.size !== sizeFor(text)) input.size = sizeFor(text);
  // Longer than what the field is made for: the style sheet makes room for the whole of it.
  const isLong = text.length > resting.length;
  if (isLong || input.hasAttribute('data-long')) keepOnScreen(input, isLong);
  if (title === undefined) input.removeAttribute('title');
  else if (input.title !== title) input.title = title;
  input.setAttribute('aria-valuenow', String(now));
  input.setAttribute('aria-valuetext', spoken);
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

/** Scrolls no further than it takes for the element to be seen, and without a movement for those who want none. */
export function bringIntoView(element: Element | null): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
}

/**
 * Far from the screen the browser lays no section out, and keeps the room that it once had (`chapter.css`). So each is laid
 * out once, a frame for each: together they take several times as long as a frame may.
 */
export async function measureSections(together: boolean): Promise<void> {
  const sections = [...document.querySelectorAll<HTMLElement>('.chapter > .section')];
  for (const some of together ? [sections] : sections.map((section) => [section])) {
    inPlace(sections, () => {
      for (const { dataset } of some) dataset['measuring'] = '';
    });
    await laidOut();
    for (const { dataset } of some) delete dataset['measuring'];
  }
}

/**
 * What the reader looks at stays where it is while something above it gets its height. Browsers that anchor what is scrolled
 * have done so already, or find nothing left to do; Safari has no such thing.
 */
function inPlace(sections: readonly HTMLElement[], change: () => void): void {
  const seen = window.scrollY > 0 && sections.find((section) => section.getBoundingClientRect().bottom > 0);
  const before = seen ? seen.getBoundingClientRect().top : 0;
  change();
  const moved = seen ? seen.getBoundingClientRect().top - before : 0;
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
}

function laidOut(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

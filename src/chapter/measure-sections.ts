/**
 * Far from the screen the browser lays no section out, and keeps the room that it once had (`chapter.css`). So each is laid
 * out once, a frame for each: together they take several times as long as a frame may.
 */
export async function measureSections(together: boolean): Promise<void> {
  const sections = [...document.querySelectorAll<HTMLElement>('.chapter > .section')];
  for (const some of together ? [sections] : sections.map((section) => [section])) {
    for (const { dataset } of some) dataset['measuring'] = '';
    await laidOut();
    for (const { dataset } of some) delete dataset['measuring'];
  }
}

function laidOut(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

import { expect, type Page } from '@playwright/test';
import { desk, live, takeInHand } from './stage.ts';

/**
 * Everything of the stage that depends on a number: texts, names, values, curves; ids and styles of the moment left out, and
 * the order of attributes.
 */
function readStage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kept =
      /^(?:aria-(?:label|valuenow|valuetext|current)|title|d|stroke-width|data-(?:length|text|off|zero|outcome|kind)|role)$/;
    const read = (element: Element): string[] => {
      const attributes = [...element.attributes].flatMap(({ name, value }) =>
        kept.test(name) ? [`${name}=${value}`] : [],
      );
      const text = [...element.childNodes]
        .flatMap((node) => (node.nodeType === 3 ? [node.nodeValue ?? ''] : []))
        .join('');
      const value = element instanceof HTMLInputElement ? [`value=${element.value}`] : [];
      return [
        `<${element.tagName} ${[...attributes.toSorted(), ...value].join(' ')}>${text}`,
        ...[...element.children].flatMap(read),
      ];
    };
    // Which node is in hand is not in the link: it is the first one.
    document.querySelector<HTMLElement>('.desk-pick input')?.click();
    // The sheet keeps its axes steady while one drags, and a fresh page chooses them anew.
    const parts = '.card-network, .card-derivation, .card-desk, .verdict';
    return [...document.querySelectorAll(parts)].flatMap(read);
  });
}

/** The first few lines in which they differ. */
function differences(p: readonly string[], q: readonly string[]): string[] {
  return Array.from({ length: Math.max(p.length, q.length) }, (_, i) => i)
    .filter((i) => p[i] !== q[i])
    .slice(0, 5)
    .map((i) => `${p[i]} | fresh: ${q[i]}`);
}

/** Waits until the stage is what `fresh` draws, opened by the address. The page writes that when it is about to be left. */
export async function expectAsFresh(page: Page, fresh: Page, message = ''): Promise<void> {
  const address = await page.evaluate(() => {
    dispatchEvent(new Event('pagehide'));
    return location.href;
  });
  await fresh.goto('about:blank');
  await fresh.goto(address);
  await live(fresh);
  // Which node is in hand is not in the link.
  const inHand = desk(page).getByRole('radio', { checked: true });
  await takeInHand(fresh, (await inHand.getAttribute('aria-label')) ?? '');
  await fresh.mouse.move(3, 3);
  const compare = async () => differences(await readStage(page), await readStage(fresh));
  await expect.poll(compare, { message, intervals: [50], timeout: 60_000 }).toEqual([]);
}

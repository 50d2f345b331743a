import type { Page } from '@playwright/test';

/** Everything of the stage that depends on a number: texts, names, values, curves; ids and styles of the moment left out. */
export function readStage(page: Page): Promise<string[]> {
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
        `<${element.tagName} ${[...attributes, ...value].join(' ')}>${text}`,
        ...[...element.children].flatMap(read),
      ];
    };
    // The sheet keeps its axes steady while one drags, and a fresh page chooses them anew.
    const parts = '.card-network, .card-derivation, .card-desk, .verdict';
    return [...document.querySelectorAll(parts)].flatMap(read);
  });
}

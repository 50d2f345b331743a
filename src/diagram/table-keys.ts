/** The keys of a table of fields: Enter goes on to the next cell, up and down to the ones above and below. */

const FIELDS = 'input[role="spinbutton"]';

/**
 * The field that a key leads to: Enter to the next one in reading order (Shift and Enter to the one before), through all
 * tables; up and down to the nearest row that has a field in the same column. Null: it leads nowhere.
 */
function fieldAfter(
  field: Element,
  root: ParentNode,
  key: 'Enter' | 'ArrowUp' | 'ArrowDown',
  isBack = false,
): HTMLInputElement | null {
  const fields = [...root.querySelectorAll<HTMLInputElement>(FIELDS)];
  const at = fields.indexOf(field as HTMLInputElement);
  if (key === 'Enter') return fields[at + (isBack ? -1 : 1)] ?? null;
  const column = columnOf(field);
  const before = fields.slice(0, at).reverse();
  const others = key === 'ArrowUp' ? before : fields.slice(at + 1);
  const row = field.closest('tr');
  return others.find((other) => other.closest('tr') !== row && columnOf(other) === column) ?? null;
}

function columnOf(field: Element): number {
  return field.closest('td')?.cellIndex ?? -1;
}

/** Follows the keys until what comes back is called. */
export function followKeys(root: HTMLElement): () => void {
  /** Before the field steps its number: here up and down lead to another cell. */
  const move = (event: KeyboardEvent) => {
    const { key, target } = event;
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || hasModifier(event) || !(target instanceof HTMLInputElement))
      return;
    event.preventDefault();
    event.stopPropagation();
    fieldAfter(target, root, key)?.focus();
  };
  /** Once the field has taken what was typed: one that refuses it keeps the focus. */
  const goOn = ({ key, target, shiftKey }: KeyboardEvent) => {
    if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    requestAnimationFrame(() => {
      if (!target.ariaInvalid) fieldAfter(target, root, key, shiftKey)?.focus();
    });
  };
  const stopMove = listen(root, 'keydown', move);
  const stopEnter = listen(root, 'keydown', goOn);
  return () => {
    stopMove();
    stopEnter();
  };
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

/** Hears an event before what it happens to does. */
export function listen<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: K,
  hear: (event: HTMLElementEventMap[K]) => void,
): () => void {
  element.addEventListener(type, hear, true);
  return () => element.removeEventListener(type, hear, true);
}

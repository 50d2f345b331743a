/**
 * What a reader does in a section that has not come alive yet. Nobody hears it, so it is kept, and done again once the section
 * is alive: what was typed, and its last press. What works without a script (a link, a popover) has been done.
 */

/** Sections that are alive. */
const alive = new WeakSet<Element>();
/** By field, what was typed. */
const typed = new Map<HTMLInputElement, string>();
/** By section, what was pressed last. */
const pressed = new Map<Element, HTMLElement>();

const isSwitch = ({ type }: HTMLInputElement) => type === 'radio' || type === 'checkbox';

/** Keeps what is done in sections from now on. Returns what ends that. */
export function keepEarlyInput(): () => void {
  const keep = (event: Event) => {
    const { target } = event;
    const section = target instanceof Element && target.closest('.section');
    if (!section || alive.has(section)) return;
    if (event.type === 'input') {
      if (target instanceof HTMLInputElement && !isSwitch(target)) typed.set(target, target.value);
      return;
    }
    const control = target.closest<HTMLElement>('button:not([popovertarget]), [type=radio], [type=checkbox]');
    if (!control) return;
    pressed.set(section, control);
    // A form would be sent.
    if (control instanceof HTMLButtonElement) event.preventDefault();
  };
  // Before React, which stops what it can't hear yet.
  document.addEventListener('click', keep, true);
  document.addEventListener('input', keep, true);
  return () => {
    document.removeEventListener('click', keep, true);
    document.removeEventListener('input', keep, true);
  };
}

/** The section has come alive. */
export function redoEarlyInput(section: Element): void {
  alive.add(section);
  for (const [field, value] of typed) {
    if (!section.contains(field)) continue;
    typed.delete(field);
    retype(field, value);
  }
  const control = pressed.get(section);
  pressed.delete(section);
  if (!control) return;
  // A switch shows what was chosen already.
  if (control instanceof HTMLInputElement) control.checked = !control.checked;
  // In a task of its own: what was typed is known by then.
  setTimeout(() => control.click());
}

/** React takes a value for changed only where it was not set by the field's own property, which it watches. */
function retype(field: HTMLInputElement, value: string): void {
  field.value = '';
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

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

/** A form that is sent is one whose button was pressed. */
const TYPES = ['click', 'input', 'submit'] as const;

/** Keeps what is done in sections from now on. Returns what ends that. */
export function keepEarlyInput(): () => void {
  const keep = (event: Event) => {
    const { target } = event;
    const section = target instanceof Element && target.closest('.section');
    if (!section || alive.has(section)) return;
    if (event.type === 'submit') {
      event.preventDefault();
      return;
    }
    // Where the code is there React makes the section alive for this event, and hears it: then it has been done.
    const unlessHeard = (call: () => void) => setTimeout(() => alive.has(section) || call());
    if (event.type === 'input') {
      if (target instanceof HTMLInputElement && !isSwitch(target)) unlessHeard(() => typed.set(target, target.value));
      return;
    }
    const control = target.closest<HTMLElement>('button:not([popovertarget]), [type=radio], [type=checkbox]');
    if (!control) return;
    unlessHeard(() => pressed.set(section, control));
  };
  // Before React, which stops what it can't hear yet.
  for (const type of TYPES) document.addEventListener(type, keep, true);
  return () => {
    for (const type of TYPES) document.removeEventListener(type, keep, true);
  };
}

/** The section comes alive. */
export function redoEarlyInput(section: Element): void {
  alive.add(section);
  setTimeout(() => {
    for (const [field, value] of typed) {
      if (!section.contains(field)) continue;
      typed.delete(field);
      retype(field, value);
    }
    // What was typed is known by then.
    setTimeout(() => press(section));
  });
}

function press(section: Element): void {
  const control = pressed.get(section);
  pressed.delete(section);
  // A switch shows what was chosen already.
  if (control instanceof HTMLInputElement) control.checked = !control.checked;
  control?.click();
}

/** React takes a value for changed only where it was not set by the field's own property, which it watches. */
function retype(field: HTMLInputElement, value: string): void {
  field.value = '';
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Code that comes when it is needed, with its styles. It may fail to come, and not every browser asks for it a second time:
 * Firefox remembers a failed `import()` for as long as the page lives, and after a new version of the page was put up the
 * old files may be gone. Where asking again brings nothing, the page is loaded anew. The address has its network, and what
 * was open is opened again.
 */
import { attempt, forgetText, keepText, keptText } from './kept-text.ts';

/**
 * With the styles that have failed to come: the build's loader asks for them only once. `load` stays the same function.
 * Rejects if the code or the late styles do not come: nothing is shown without them.
 */
export async function late<T>(load: () => Promise<T>): Promise<T> {
  const code = await load();
  for (const href of missing.page) askForStyles(href).catch(() => undefined);
  await Promise.all([...missing.late].map(askForStyles));
  return code;
}

/** The reader asks for it again. Rejects if neither the code nor the page can be loaded. */
export async function lateAgain<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await late(load);
  } catch (error) {
    if (!(await canBeReloaded())) throw error;
    keepText('sessionStorage', KEY, JSON.stringify([...open]));
    location.reload();
    return new Promise(() => undefined);
  }
}

/** Can the page itself be loaded? A reader who is offline keeps the one that is there. */
async function canBeReloaded(): Promise<boolean> {
  try {
    const { ok } = await fetch(location.pathname + location.search, { cache: 'no-store' });
    return ok;
  } catch {
    return false;
  }
}

/** Addresses of stylesheets that have failed to come: the page's own, without which it reads on, and the late ones. */
const missing = { page: new Set<string>(), late: new Set<string>() };

/** Notices from now on which stylesheets fail, and asks once more for those of the page that have. */
export function watchStyles(): void {
  const own = new Set<string>();
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    own.add(link.href);
    if (!hasRules(link)) missing.page.add(link.href);
  }
  const miss = (link: HTMLLinkElement) => {
    if (link.rel === 'stylesheet') missing[own.has(link.href) ? 'page' : 'late'].add(link.href);
  };
  addEventListener('error', ({ target }) => target instanceof HTMLLinkElement && miss(target), true);
  for (const href of missing.page) askForStyles(href).catch(() => undefined);
}

/** Some browsers give a link that failed a style sheet: an empty one, or one that can't be read. */
function hasRules({ sheet }: HTMLLinkElement): boolean {
  return (attempt(() => sheet?.cssRules.length) ?? 0) > 0;
}

function askForStyles(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => {
      missing.page.delete(href);
      missing.late.delete(href);
      resolve();
    };
    link.onerror = () => {
      link.remove();
      reject(new Error(`${href} has failed to come`));
    };
    document.head.append(link);
  });
}

const KEY = 'crease-open';
const open = new Set<string>();
let reopening: Set<unknown> | null = null;

/** What a reload would have to open again. */
export function setOpen(name: string, isOpen: boolean): void {
  if (isOpen) open.add(name);
  else open.delete(name);
}

/** Was it open when the page was last loaded anew? True once. */
export function isToReopen(name: string): boolean {
  return (reopening ??= readReopening()).delete(name);
}

function readReopening(): Set<unknown> {
  const text = keptText('sessionStorage', KEY);
  forgetText('sessionStorage', KEY);
  try {
    const names: unknown = JSON.parse(text ?? '[]');
    return new Set(Array.isArray(names) ? names : []);
  } catch {
    return new Set();
  }
}

/** The address bar of a window, for `state/address.ts`. */
import type { AddressHost } from '../state/address.ts';
import { attempt } from './kept-text.ts';

const MEMORY = 'crease-link';

/**
 * The page's own window. A browser may refuse storage, and to have the address replaced too often. No section is gone to
 * before `laidOut`.
 */
export function browserHost(view: Window, laidOut: Promise<unknown>): AddressHost {
  // What has failed to come shows nothing that one could go to.
  const whenLaidOut = (run: () => void) => laidOut.then(run, () => undefined);
  const listen = (type: 'hashchange' | 'pagehide', listener: () => void) => {
    view.addEventListener(type, listener);
    return () => view.removeEventListener(type, listener);
  };
  const goTo = (section: string) => {
    const { hash } = view.location;
    attempt(() => {
      const { state } = view.history as { readonly state: unknown };
      view.location.replace(`#${section}`);
      view.history.replaceState(state, '', hash);
    });
  };
  return {
    hash: () => view.location.hash,
    visit: () => {
      const { visit } = { ...(view.history.state as { readonly visit?: unknown } | null) };
      return typeof visit === 'number' ? visit : null;
    },
    replace: (visit, hash) =>
      attempt(() => {
        view.history.replaceState({ ...(view.history.state as object | null), visit }, '', hash);
        return true;
      }) ?? false,
    goTo: (section) => void whenLaidOut(() => goTo(section)),
    arriveAt: (section) => void whenLaidOut(() => view.scrollY === 0 && goTo(section)),
    onHashChange: (listener) => listen('hashchange', listener),
    onPageHide: (listener) => listen('pagehide', listener),
    isReturn: () => {
      const [entry] = view.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return entry?.type === 'reload' || entry?.type === 'back_forward';
    },
    remember: (text) => void attempt(() => view.sessionStorage.setItem(MEMORY, text)),
    recall: () => attempt(() => view.sessionStorage.getItem(MEMORY)),
    after: (milliseconds, run) => {
      const timer = view.setTimeout(run, milliseconds);
      return () => view.clearTimeout(timer);
    },
  };
}

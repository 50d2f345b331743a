/** The address bar of a window, for `state/address.ts`. */
import type { AddressHost } from '../state/address.ts';
import { attempt } from './kept-text.ts';

const MEMORY = 'crease-link';

/** What has come with the article's styles. */
interface Shown {
  readonly settleAt: (section: string) => void;
}

/**
 * The page's own window. A browser may refuse storage, and to have the address replaced too often. No section is gone to
 * before the article is `shown`.
 */
export function browserHost(view: Window, shown: Promise<Shown>): AddressHost {
  // What has failed to come shows nothing that one could go to.
  const whenShown = (run: (story: Shown) => void) => shown.then(run, () => undefined);
  const listen = (type: 'hashchange' | 'pagehide', listener: () => void) => {
    view.addEventListener(type, listener);
    return () => view.removeEventListener(type, listener);
  };
  const goTo = ({ settleAt }: Shown, section: string) => {
    const { hash } = view.location;
    attempt(() => {
      const { state } = view.history as { readonly state: unknown };
      view.location.replace(`#${section}`);
      view.history.replaceState(state, '', hash);
    });
    settleAt(section);
  };
  const visit = () => {
    const { visit: number } = { ...(view.history.state as { readonly visit?: unknown } | null) };
    return typeof number === 'number' ? number : null;
  };
  return {
    hash: () => view.location.hash,
    visit,
    replace: (number, hash) =>
      attempt(() => {
        view.history.replaceState({ ...(view.history.state as object | null), visit: number }, '', hash);
        return true;
      }) ?? false,
    goTo: (section) => void whenShown((story) => goTo(story, section)),
    arriveAt: (section) => void whenShown((story) => view.scrollY === 0 && goTo(story, section)),
    onHashChange: (listener) =>
      listen('hashchange', () => {
        // A link to a section has been followed. Back and forward lead to where the reader was.
        const section = view.location.hash.slice(1);
        if (visit() === null) void whenShown(({ settleAt }) => settleAt(section));
        listener();
      }),
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

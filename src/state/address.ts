/**
 * The address bar and the store, kept in step (rules A1 to A10 of `SPEC.md`). The address is read on start and when its
 * hash changes; it is written when an edit is finished, in place, so that the browser's history stays the reader's own.
 *
 * A hash may also be the name of a section. The link of what is shown is also kept in the tab's session storage: a
 * reload brings it back, and the next edit writes it over the hash. Beside it is the link of what Reset goes back to.
 */
import { boundsForLink } from './chosen-domain.ts';
import { decode, encode, type Shared } from './codec.ts';
import { equalDocument } from './document.ts';
import { startHistory } from './history.ts';
import { selectDocument, selectStep } from './select.ts';
import { resetTarget } from './reset.ts';
import { boundsOf, type CreaseState, type CreaseStore } from './store.ts';

/** What is needed of a browser. Each `on...` and `after` gives back the function that takes it back. */
export interface AddressHost {
  /** With its `#`, or empty. */
  hash(): string;
  /** Changes the hash without an entry in the history and without an event. */
  replaceHash(hash: string): void;
  onHashChange(listener: () => void): () => void;
  /** The page is about to be left, or hidden for good. */
  onPageHide(listener: () => void): () => void;
  /** Has the reader been on this page a moment ago (reload, back, forward)? */
  isReturn(): boolean;
  /** One text for as long as the tab lives. */
  remember(text: string): void;
  recall(): string | null;
  after(milliseconds: number, run: () => void): () => void;
}

/** From the last change to the writing of it, ms. */
export const WRITE_DELAY = 250;

/** A link to what is shown, without its `#`: the network, the input values, the chosen domain, and the step (or another). */
export function linkFor(state: CreaseState, step: number = selectStep(state)): string {
  return encode({ document: selectDocument(state), step, ...boundsForLink(state) });
}

/**
 * Reads the address now, then keeps it and the store in step until the returned function is called. A link that can't be
 * read is reported in the store; the document then stays as it is.
 */
export function connectAddress(store: CreaseStore, host: AddressHost): () => void {
  const { reportBroken } = store.getState().actions;
  const linked = decode(host.hash());
  const [link = '', origin = ''] = host.isReturn() ? (host.recall() ?? '').split(' ') : [];
  const shared = linked?.ok ? linked : decode(link);
  if (shared?.ok) open(store, shared.value);
  const loaded = link === linkFor(store.getState()) ? decode(origin) : null;
  if (loaded?.ok) store.setState({ origin: loaded.value.document });

  /** What the address, or the memory beside a section's name, holds. */
  let kept = '';
  let cancelWrite = () => {};
  const keep = () => {
    const state = store.getState();
    kept = linkFor(state);
    host.remember(`${kept} ${encode({ document: resetTarget(state), step: 0 })}`);
  };
  const write = () => {
    cancelWrite();
    if (linkFor(store.getState()) === kept) return;
    keep();
    host.replaceHash(`#${kept}`);
  };
  keep();
  if (linked && !linked.ok) reportBroken(linked.error);

  const stopStore = store.subscribe((state, before) => {
    if (state.history === before.history && state.step === before.step && state.bounds === before.bounds) return;
    cancelWrite();
    if (!state.history.gesture) cancelWrite = host.after(WRITE_DELAY, write);
  });
  const stopHash = host.onHashChange(() => {
    const arrived = decode(host.hash());
    if (arrived?.ok) load(store, arrived.value);
    keep();
    if (arrived && !arrived.ok) reportBroken(arrived.error);
  });
  const stopHide = host.onPageHide(() => {
    store.getState().actions.commit();
    write();
  });
  return () => {
    cancelWrite();
    stopStore();
    stopHash();
    stopHide();
  };
}

/** The state that a page starts with: there is nothing before it to undo. */
function open(store: CreaseStore, shared: Shared): void {
  const { document, step } = shared;
  const { history } = store.getState();
  const same = equalDocument(history.present, document);
  store.setState({
    history: same ? history : startHistory(document),
    origin: document,
    step,
    bounds: boundsOf(shared),
  });
}

/** A link that arrives later is an edit: undo returns to what was there. */
function load(store: CreaseStore, shared: Shared): void {
  const { document, step } = shared;
  const { actions } = store.getState();
  actions.commit();
  actions.edit({ kind: 'load', document, from: { kind: 'link' } });
  if (step !== selectStep(store.getState())) actions.setStep(step);
  const state = store.getState();
  if (linkFor(state) !== encode({ ...shared, step: selectStep(state) })) store.setState({ bounds: boundsOf(shared) });
}

const MEMORY = 'crease-link';

/** The page's own window. A browser may refuse storage, and Safari refuses more than 100 replaced addresses in 30 s. */
export function browserHost(view: Window): AddressHost {
  const attempt = <T>(run: () => T): T | null => {
    try {
      return run();
    } catch {
      return null;
    }
  };
  const listen = (type: 'hashchange' | 'pagehide', listener: () => void) => {
    view.addEventListener(type, listener);
    return () => view.removeEventListener(type, listener);
  };
  return {
    hash: () => view.location.hash,
    replaceHash: (hash) => void attempt(() => view.history.replaceState(view.history.state, '', hash)),
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

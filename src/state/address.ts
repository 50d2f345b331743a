/**
 * The address bar and the store, kept in step (rules A1 to A11 of `SPEC.md`). The address is read on start and when its
 * hash changes; it is written when an edit is finished, in place, so that the browser's history stays the reader's own.
 *
 * A hash may also be the name of a section, alone or beside a link. The way from one section to another leaves the
 * network alone: each entry of the browser's history knows the visit that it belongs to, and a visit begins where
 * another link is opened. The link of what is shown is also kept in the tab's session storage, beside the link of what
 * Reset goes back to: a reload brings both back.
 */
import { MAX_LINK, decode, encode, sectionOf, type Shared } from './codec.ts';
import { equalDocument } from './document.ts';
import { startHistory } from './history.ts';
import { withParts } from './link-part.ts';
import { shownStep } from './step.ts';
import { resetTarget } from './reset.ts';
import type { CreaseState, CreaseStore } from './store.ts';

/** What is needed of a browser. Each `on...` and `after` gives back the function that takes it back. */
export interface AddressHost {
  /** With its `#`, or empty. */
  hash(): string;
  /** The visit that this entry of the browser's history belongs to; null: it is new. */
  visit(): number | null;
  /** Changes the visit, and the hash, without an entry in the history and without an event. False: refused. */
  replace(visit: number, hash?: string): boolean;
  /** Goes to a section as a link to it does. The hash stays as it is. */
  goTo(section: string): void;
  /** The same when the page has been opened, unless the reader has begun to read elsewhere. */
  arriveAt(section: string): void;
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

/** From the last change to the writing of it, ms. Safari refuses more than 100 writes in 30 s. */
export const WRITE_DELAY = 350;
/** From a write that was refused to the next try, ms. */
export const AGAIN_DELAY = 5000;

/**
 * A link to what is shown, without its `#`: the network, the input values, the chosen domain, the step (or another), and
 * what figures add.
 */
export function linkFor(state: CreaseState, step: number = shownStep(state)): string {
  return encode({ document: state.history.present, step, figures: state.figures });
}

/** The hash that opens what is shown at a section. The name alone is enough where a page without a link shows the same. */
export function hashFor(store: CreaseStore, section: string | null): string {
  const link = linkFor(store.getState());
  if (section === null) return `#${link}`;
  return link === linkFor(store.getInitialState()) ? `#${section}` : `#${link}&section=${section}`;
}

/**
 * Reads the address now, then keeps it and the store in step until the returned function is called. A link that can't be
 * read is reported in the store; the document then stays as it is.
 */
export function connectAddress(store: CreaseStore, host: AddressHost): () => void {
  const { reportBroken } = store.getState().actions;
  let visit = host.visit() ?? newVisit();
  let section: string | null = null;
  /** The hash of what the address opens, as we would write it; empty: the address has to be written. */
  let kept = '';
  /** The hash that is dealt with. */
  let seen = host.hash();
  let cancelWrite = () => {};

  const shown = () => hashFor(store, section);
  const remember = () => {
    const state = store.getState();
    host.remember(`${linkFor(state)} ${encode({ document: resetTarget(state), step: 0 })}`);
  };
  const write = () => {
    cancelWrite();
    // The reader has gone on to another link, and it is not heard of yet: it must not be written over.
    if (host.hash() !== seen || shown() === kept) return;
    remember();
    if (host.replace(visit, shown())) {
      kept = shown();
      seen = host.hash();
    } else cancelWrite = host.after(AGAIN_DELAY, write);
  };
  /** The address has come with this entry of the history: it is left as it came, or it is written. */
  const settle = (isLeft: boolean) => {
    seen = host.hash();
    // To write a megabyte once more takes a browser seconds, and no way leads back to what is no link.
    if (seen.length <= MAX_LINK + 1) host.replace(visit);
    remember();
    kept = isLeft ? shown() : '';
    if (!store.getState().history.gesture) write();
  };

  const linked = decode(host.hash());
  const [link = '', origin = ''] = host.isReturn() ? (host.recall() ?? '').split(' ') : [];
  const shared = linked?.ok ? linked : decode(link);
  if (shared?.ok) open(store, shared.value);
  const loaded = link === linkFor(store.getState()) ? decode(origin) : null;
  if (loaded?.ok) store.setState({ origin: loaded.value.document });
  section = placeOf(linked, host.hash());
  settle(linked !== null || opens(store, linked));
  if (linked && !linked.ok) reportBroken(linked.error);
  if (section !== null) host.arriveAt(section);

  const stopStore = store.subscribe((state, before) => {
    if (state.history === before.history && state.progress === before.progress && state.figures === before.figures)
      return;
    cancelWrite();
    // On the way between two steps nothing is written.
    if (!state.history.gesture && Number.isInteger(state.progress)) cancelWrite = host.after(WRITE_DELAY, write);
  });
  const stopHash = host.onHashChange(() => {
    const found = decode(host.hash());
    const from = host.visit();
    section = placeOf(found, host.hash());
    const isLink = found !== null && from !== visit;
    if (isLink && found.ok) {
      const before = linkFor(store.getState());
      load(store, found.value);
      if (linkFor(store.getState()) !== before) visit = from ?? newVisit();
    }
    settle(isLink || opens(store, found));
    if (isLink && !found.ok) reportBroken(found.error);
    // To a name alone the browser itself has gone, and back to where an older entry had been scrolled to.
    if (isLink && from === null && section !== null) host.goTo(section);
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

/** Would a page that is opened with this hash show what is shown? */
function opens(store: CreaseStore, found: ReturnType<typeof decode>): boolean {
  const link = linkFor(store.getState());
  if (found === null) return link === linkFor(store.getInitialState());
  return found.ok && link === linkTo(found.value);
}

/** The link without the place that it leads to. */
function linkTo({ document, step, figures }: Shared): string {
  return encode({ document, step, figures });
}

function placeOf(found: ReturnType<typeof decode>, hash: string): string | null {
  if (found === null) return sectionOf(hash);
  return found.ok ? (found.value.section ?? null) : null;
}

function newVisit(): number {
  return Math.random();
}

/** The state that a page starts with: there is nothing before it to undo. */
function open(store: CreaseStore, shared: Shared): void {
  const { document, step, figures } = shared;
  const { history } = store.getState();
  const same = equalDocument(history.present, document);
  store.setState({
    history: same ? history : startHistory(document),
    origin: document,
    step,
    figures,
    progress: step,
    isPlaying: false,
  });
}

/** A link that arrives later is an edit: undo returns to what was there. */
function load(store: CreaseStore, shared: Shared): void {
  const { document, step, figures } = shared;
  const { actions } = store.getState();
  actions.commit();
  actions.edit({ kind: 'load', document, from: { kind: 'link' } });
  if (step !== shownStep(store.getState())) actions.setStep(step);
  // A link that says nothing of a figure leaves what the reader has made there. Some of them are of the network.
  if (figures) store.setState({ figures: withParts(store.getState().figures, figures) });
}

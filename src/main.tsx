import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { loadKatex, seed } from './equation/katex-html.ts';
import { wakeNow } from './controls/first-use.ts';
import { whenQuiet } from './controls/when-quiet.ts';
import { loadArticleStyles } from './chapter/story.tsx';
import { Page } from './page.tsx';
import { browserHost } from './browser/address-host.ts';
import { connectAddress } from './state/address.ts';
import { fetchAhead } from './controls/lazy-part.tsx';
import { HeatView } from './diagram/lazy-panels.ts';
import { fetchDerivation } from './stage/derivation-panel.tsx';
import { createOpening, type Opening } from './stage/opening.tsx';
import { watchStyles } from './browser/late-code.ts';
import { defaultDocument } from './state/preset-document.ts';
import { createCreaseStore, type CreaseStore } from './state/store.ts';

declare global {
  interface Window {
    readonly whenShown?: (run: () => void) => void;
  }
}

const { dataset: state } = document.documentElement;

/** What draws the network of a link. Nothing moves a second time where it comes soon, ms. */
const SOON_MS = 1000;

// To evaluate all code is long enough a task: what follows has tasks of its own.
setTimeout(start);

function start(): void {
  const root = document.getElementById('root') as HTMLElement;
  watchStyles();
  const store = newStore();
  const opening = 'opening' in state ? createOpening(newStore()) : null;
  const linked =
    opening &&
    Promise.race([
      Promise.all([fetchDerivation(), fetchAhead(HeatView)]),
      new Promise((resolve) => setTimeout(resolve, SOON_MS)),
    ]);
  let hasBegun = false;
  /**
   * The address is read when the page has taken over its HTML: what the build rendered is the default network. It lasts for
   * as long as the window does.
   */
  const begin = () => {
    // In development React calls everything twice.
    if (hasBegun) return;
    hasBegun = true;
    void Promise.resolve(linked).then(() => setTimeout(() => open(store, opening)));
  };
  // The page is prerendered, by the development server too. A browser that is too old for it reads that (index.html).
  if (state['reading'] === 'old') return;
  seed(root);
  const page = <Page store={store} opening={opening} onReady={begin} />;
  // In slices: the browser answers in between.
  const comeAlive = () => startTransition(() => void hydrateRoot(root, page));
  // Before, nothing has a size, and the diagram is not fitted to its box (index.html).
  if (window.whenShown) window.whenShown(comeAlive);
  else comeAlive();
}

function newStore(): CreaseStore {
  return createCreaseStore({ document: defaultDocument(), step: 0 });
}

/** Reads the address. */
function open(store: CreaseStore, opening: Opening | null): void {
  state['arriving'] = '';
  // It begins in a task of its own: the network is read by then.
  const drawn = Promise.resolve(opening?.draw());
  const shown = drawn.then(() => new Promise<void>((resolve) => setTimeout(resolve))).then(loadArticleStyles);
  connectAddress(store, browserHost(window, shown));
  void drawn.then(() => goOn(store, shown));
}

/** With what is not needed before. */
function goOn(store: CreaseStore, shown: Promise<unknown>): void {
  delete state['opening'];
  delete state['reading'];
  state['live'] = '';
  // Until then a link to a section is only that: the address gets the network when it is followed.
  whenQuiet(() => {
    void fetchDerivation();
    import('./share/section-links.ts').then((links) => links.carryNetwork(store, document)).catch(() => undefined);
  });
  setTimeout(() => void loadKatex().catch(() => undefined));
  // A link has opened something else than what is in the HTML.
  const { history, figures } = store.getState();
  if (history.present !== defaultDocument() || figures) void shown.then(wakeNow, wakeNow);
}

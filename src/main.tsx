import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { loadKatex, seed } from './equation/katex-html.ts';
import { wakeNow } from './controls/first-use.ts';
import { whenQuiet } from './controls/when-quiet.ts';
import { loadArticleStyles } from './chapter/story.tsx';
import { Page } from './page.tsx';
import { browserHost } from './browser/address-host.ts';
import { connectAddress } from './state/address.ts';
import { HeatView } from './diagram/lazy-panels.ts';
import { fetchDerivation } from './stage/derivation-panel.tsx';
import { watchStyles } from './browser/late-code.ts';
import { defaultDocument } from './state/preset-document.ts';
import { createCreaseStore } from './state/store.ts';

declare global {
  interface Window {
    readonly whenShown?: (run: () => void) => void;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');

const store = createCreaseStore({ document: defaultDocument(), step: 0 });

const { dataset: state } = document.documentElement;

/** What draws the network of a link. Nothing moves a second time where it comes soon, ms. */
const SOON_MS = 1000;
const linked =
  'opening' in state
    ? Promise.race([
        Promise.allSettled([fetchDerivation(), HeatView.ahead()]),
        new Promise((resolve) => setTimeout(resolve, SOON_MS)),
      ])
    : Promise.resolve();

/**
 * The address is read when the page has taken over its HTML: what the build rendered is the default network. To take over
 * is long enough a task: what follows has tasks of its own.
 */
function begin(): () => void {
  const ends: (() => void)[] = [];
  let isOver = false;
  const later = (run: () => void) => {
    if (isOver) return;
    const timer = setTimeout(run);
    ends.push(() => clearTimeout(timer));
  };
  const open = () => {
    watchStyles();
    const shown = new Promise<void>((resolve) => later(resolve)).then(loadArticleStyles);
    ends.push(connectAddress(store, browserHost(window, shown)));
    // Until then a link to a section is only that: the address gets the network when it is followed.
    const stopWaiting = whenQuiet(() => {
      import('./share/section-links.ts').then((links) => links.carryNetwork(store, document)).catch(() => undefined);
    });
    ends.push(stopWaiting);
    delete state['opening'];
    delete state['reading'];
    state['live'] = '';
    later(() => void loadKatex().catch(() => undefined));
    // A link has opened something else than what is in the HTML.
    const { history, figures } = store.getState();
    if (history.present !== defaultDocument() || figures) wakeNow();
  };
  void linked.then(() => later(open));
  return () => {
    isOver = true;
    ends.forEach((end) => end());
  };
}

const page = <Page store={store} onReady={begin} />;

// The page is prerendered, by the development server too. A browser that is too old for it reads that (index.html).
if (state['reading'] !== 'old') {
  seed(root);
  // In slices: the browser answers in between.
  const comeAlive = () => startTransition(() => void hydrateRoot(root, page));
  // Before, nothing has a size, and the diagram is not fitted to its box (index.html).
  if (window.whenShown) window.whenShown(comeAlive);
  else comeAlive();
}

/** The whole page, the same in the build and in the browser. */
import './styles/reset.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/page.css';
import 'katex/dist/katex.min.css';
import { StrictMode, createElement, useEffect } from 'react';
import type { CreaseStore } from './state/store.ts';
import { StoreContext } from './live/use-store.ts';
import { Story } from './chapter/story.tsx';
import { Boundary } from './controls/boundary.tsx';
import { SkipLink } from './controls/skip-link.tsx';
import { useQuiet } from './controls/use-quiet.ts';
import { ShareButton } from './share/share-button.tsx';
import { BrokenLink } from './share/broken-link.tsx';
import { Header } from './stage/header.tsx';
import { OpeningContext, type Opening } from './stage/opening.tsx';
import { Stage } from './stage/stage.tsx';
import { STAGE } from '#words/stage-words.ts';
import { OnlyRead } from './only-read.tsx';

export interface PageProps {
  readonly store: CreaseStore;
  /** Where a link opens something else than what the HTML shows. */
  readonly opening?: Opening | null;
  /** Called when the page is live. */
  readonly onReady?: () => void;
}

const loadPrinted = async () => (await import('./share/printed-link.tsx')).PrintedLink;

export function Page({ store, opening = null, onReady }: PageProps) {
  useEffect(() => onReady?.(), [onReady]);
  return (
    <StrictMode>
      <StoreContext.Provider value={store}>
        <SkipLink to="network">{STAGE.skipToNetwork}</SkipLink>
        <SkipLink to="story">{STAGE.skipToStory}</SkipLink>
        <Header share={<ShareButton />} />
        <OnlyRead />
        <main>
          <BrokenLink />
          <Boundary>
            <OpeningContext value={opening}>
              <Stage />
            </OpeningContext>
          </Boundary>
          <Printed />
          <Story />
        </main>
      </StoreContext.Provider>
    </StrictMode>
  );
}

/** A component of its own: what is drawn again with the article before the article is alive would cost all of its HTML. */
function Printed() {
  const part = useQuiet(loadPrinted);
  return part && createElement(part);
}

/** The moment of the crease: the switch, the sheet and the expression of the network at the top, all in one place. */
import { Suspense, useEffect, useMemo, useState } from 'react';
import { selectCommonActivation } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { ActivationSwitch } from '../diagram/activation-switch.tsx';
import { ARTICLE } from '#words/chapter/article.ts';
import { SWITCH_ON_RELU } from '#words/chapter/switch-on-relu-words.ts';
import type { Secret } from './asked-input.ts';
import { DerivationLines } from './derivation-lines.tsx';
import { lensStore } from './lens-store.ts';
import { Figure } from './section.tsx';
import { InStore } from './standing.tsx';
import { useIsLive } from './fit/use-is-live.ts';
import { whenNear } from './when-near.ts';
import { withReluNodes } from './with-activation.ts';
import { useIsWritable } from './writable-store.tsx';

const ID = 'sheets';

/** The largest part of the article: fetched when it is near. */
const Sheet = lazyPart(async () => {
  await whenNear(ID, 1);
  return (await import('../plot/sheet.tsx')).Sheet;
});

export interface CreaseFigureProps {
  /** What of the linear model is still to be guessed. */
  readonly secret: Secret;
  /** Is the number of pieces still to be guessed? Then a sheet that bends is covered. */
  readonly isAsked: boolean;
}

/** In the HTML of the build, where no switch can be pressed, the nodes are ReLU. */
export function CreaseFigure(props: CreaseFigureProps) {
  const stage = useCreaseStore();
  const bent = useMemo(() => lensStore(stage, withReluNodes), [stage]);
  const isLive = useIsLive();
  return (
    <Figure name={SWITCH_ON_RELU.creaseFigure} className="crease-figure" caption={ARTICLE.following}>
      <div className="crease-parts" id={ID}>
        <InStore store={isLive ? stage : bent} key={isLive ? 'live' : 'still'}>
          <Parts {...props} />
        </InStore>
      </div>
    </Figure>
  );
}

function Parts({ secret, isAsked }: CreaseFigureProps) {
  const isLinear = useCrease(selectCommonActivation) === 'linear';
  const isWritable = useIsWritable();
  return (
    <>
      <div className="crease-side lines-figure">
        <ActivationSwitch name="activation-in-section" />
        {isWritable ? <DerivationLines secret={secret} plain /> : <p>{SWITCH_ON_RELU.tooLong}</p>}
        {isWritable && secret !== 'all' && (
          <p className="says">{isLinear ? SWITCH_ON_RELU.collapsed : SWITCH_ON_RELU.jammed}</p>
        )}
      </div>
      <SheetPlace isCovered={isAsked && !isLinear} />
    </>
  );
}

/**
 * The built HTML has a sheet of some size; its script fits it to its place. In between it keeps out of sight, so that
 * nothing is seen to move. Without scripts it just stays as it is.
 */
function SheetPlace({ isCovered }: { readonly isCovered: boolean }) {
  const [fitted, setFitted] = useState(false);
  return (
    <div className="sheet-place" data-fitted={fitted || undefined} data-covered={isCovered || undefined}>
      <Suspense>
        <Sheet />
        <AfterPaint run={setFitted} />
      </Suspense>
      {isCovered && <p className="sheet-cover">{SWITCH_ON_RELU.cover}</p>}
    </div>
  );
}

/** Tells when what stands beside it has been measured and drawn again: two frames after it came to life. */
function AfterPaint({ run }: { readonly run: (done: true) => void }) {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => run(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [run]);
  return null;
}

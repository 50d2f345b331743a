/** The sheet of the same weights, once with linear nodes and once with ReLU. */
import { Suspense, useEffect, useMemo, useState } from 'react';
import type { CreaseStore } from '../state/store.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { SWITCH_ON_RELU } from '../words/chapter/switch-on-relu-words.ts';
import { lensStore } from './lens-store.ts';
import { Figure } from './section.tsx';
import { InStore } from './standing.tsx';
import { whenNear } from './when-near.ts';
import { withLinearNodes, withReluNodes } from './with-activation.ts';

const ID = 'sheets';

/** The largest part of the article: fetched when it is near. */
const Sheet = lazyPart(async () => {
  await whenNear(ID, 1);
  return (await import('../plot/sheet.tsx')).Sheet;
});

export function Sheets() {
  const stage = useCreaseStore();
  const before = useMemo(() => lensStore(stage, withLinearNodes), [stage]);
  const after = useMemo(() => lensStore(stage, withReluNodes), [stage]);
  return (
    <div className="sheets" id={ID}>
      {(
        [
          [SWITCH_ON_RELU.sheetBefore, before],
          [SWITCH_ON_RELU.sheetAfter, after],
        ] as const
      ).map(([title, store]) => (
        <Figure key={title} name={title} className="sheet-figure">
          <p className="figure-title">{title}</p>
          <SheetPlace store={store} />
        </Figure>
      ))}
    </div>
  );
}

/**
 * The built HTML has a sheet of some size; its script fits it to its place. In between it keeps out of sight, so that
 * nothing is seen to move. Without scripts it just stays as it is.
 */
function SheetPlace({ store }: { readonly store: CreaseStore }) {
  const [fitted, setFitted] = useState(false);
  return (
    <div className="sheet-place" data-fitted={fitted || undefined}>
      <InStore store={store}>
        <Suspense>
          <Sheet />
          <AfterPaint run={setFitted} />
        </Suspense>
      </InStore>
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

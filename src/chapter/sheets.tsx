/** The sheet of the same weights, once with linear nodes and once with ReLU. */
import { Suspense, lazy, useMemo } from 'react';
import { useCreaseStore } from '../state/use-store.ts';
import { SWITCH_ON_RELU } from '../words/chapter/switch-on-relu.ts';
import { lensStore } from './lens-store.ts';
import { Figure } from './section.tsx';
import { InStore } from './standing.tsx';
import { whenNear } from './when-near.ts';
import { withLinearNodes, withReluNodes } from './with-activation.ts';

const ID = 'sheets';

/** The largest part of the article: fetched when it is near. */
const Sheet = lazy(async () => {
  await whenNear(ID, 1);
  return { default: (await import('../plot/sheet.tsx')).Sheet };
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
          <div className="sheet-place">
            <InStore store={store}>
              <Suspense>
                <Sheet />
              </Suspense>
            </InStore>
          </div>
        </Figure>
      ))}
    </div>
  );
}

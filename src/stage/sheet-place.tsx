/**
 * Where the sheet stands. The HTML has its picture of the network that the page starts with; its code comes later. Until
 * then the picture is shown for that network, and without its words while an edit of it waits to be drawn; never beside
 * another network.
 */
import { Suspense, useEffect, useMemo, useState } from 'react';
import { firstUse } from '../controls/first-use.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { useAhead } from '../controls/use-quiet.ts';
import { equalDocument } from '../state/document.ts';
import { defaultDocument } from '../state/preset-document.ts';
import { selectResetTarget } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { STAGE } from '#words/stage-words.ts';
import type { Knowledge } from '../live/knowledge.ts';
import '../plot/sheet.css';

/** The first sign of a reader may be a finger on the switch: by then the code should be there. */
const loadSheet = () => import('../plot/sheet.tsx');

/** It comes alive at the first sign of a reader. */
const Sheet = lazyPart(async () => {
  await firstUse();
  return (await loadSheet()).Sheet;
});

export function SheetPlace() {
  const [isLive, setLive] = useState(false);
  const change = useCrease(selectChange);
  // The same element at every draw: an update would make React throw the HTML away before the code is there.
  const sheet = useMemo(
    () => (
      <Suspense>
        <Sheet isLinked />
        <WhenLive call={setLive} />
      </Suspense>
    ),
    [],
  );
  useAhead(loadSheet);
  const behind = isLive ? null : change;
  return (
    <div className="card-sheet" data-behind={behind ?? undefined}>
      {sheet}
      {behind && <p className="small sheet-behind">{STAGE.drawingSheet}</p>}
    </div>
  );
}

/** What the network is that the page shows, beside the one in the HTML: the same, an edited one, or another. */
function selectChange(known: Knowledge): 'edited' | 'other' | null {
  // Its words tell the model, and a link may ask for another view.
  if (known.document === defaultDocument()) return known.figures ? 'edited' : null;
  return equalDocument(selectResetTarget(known), defaultDocument()) ? 'edited' : 'other';
}

/** Beside a part that is waited for: calls when that part has become live. */
function WhenLive({ call }: { readonly call: (isLive: true) => void }) {
  useEffect(() => call(true), [call]);
  return null;
}

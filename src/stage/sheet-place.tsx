/**
 * Where the sheet stands. The HTML has its picture of the network that the page starts with; its code comes later. Until
 * then the picture is shown for that network alone, never beside another.
 */
import { Suspense, useEffect, useMemo, useState } from 'react';
import { firstUse } from '../controls/first-use.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { defaultDocument } from '../state/preset-document.ts';
import { useCrease } from '../state/use-store.ts';
import { STAGE } from '../words/stage.ts';
import '../plot/sheet.css';

/** It comes alive, with the engine that it needs, at the first sign of a reader. */
const Sheet = lazyPart(async () => {
  await firstUse();
  return (await import('../plot/sheet.tsx')).Sheet;
});

export function SheetPlace() {
  const [isLive, setLive] = useState(false);
  const isDefault = useCrease((state) => state.history.present === defaultDocument());
  // The same element at every draw: an update would make React throw the HTML away before the code is there.
  const sheet = useMemo(
    () => (
      <Suspense>
        <Sheet />
        <WhenLive call={setLive} />
      </Suspense>
    ),
    [],
  );
  const behind = !isLive && !isDefault;
  return (
    <div className="card-sheet" data-behind={behind || undefined}>
      {sheet}
      {behind && <p className="sheet-behind">{STAGE.drawingSheet}</p>}
    </div>
  );
}

/** Beside a part that is waited for: calls when that part has become live. */
function WhenLive({ call }: { readonly call: (isLive: true) => void }) {
  useEffect(() => call(true), [call]);
  return null;
}

/** A place for the notice about a link that could not be read; the notice itself is fetched when there is something to say. */
import { Suspense } from 'react';
import { useCrease } from '../live/live.ts';
import { lazyPart } from '../controls/lazy-part.tsx';

const Notice = lazyPart(async () => (await import('./broken-link-notice.tsx')).BrokenLinkNotice);

export function BrokenLink() {
  const error = useCrease((known) => known.brokenLink, []);
  return (
    error && (
      <Suspense>
        <Notice error={error} />
      </Suspense>
    )
  );
}

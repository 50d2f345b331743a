/** When the code of a part is there, it is drawn at once; else what stands in for it. */
import { Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fetchAhead, lazyPart } from './lazy-part.tsx';

const drawn = (Part: ReturnType<typeof lazyPart<object>>) =>
  renderToString(
    <Suspense fallback="waits">
      <Part />
    </Suspense>,
  );

describe('a part that comes later', () => {
  it('is drawn at once where it was fetched ahead, and waited for where it was not', async () => {
    const Part = lazyPart<object>(() => Promise.resolve(() => 'is there'));
    expect(drawn(Part)).toContain('waits');
    await fetchAhead(Part);
    expect(drawn(Part)).toContain('is there');
    expect(drawn(Part)).not.toContain('waits');
  });

  it('that fails ahead is asked for again when it is shown, and breaks nothing before', async () => {
    let isThere = false;
    const Part = lazyPart<object>(() =>
      isThere ? Promise.resolve(() => 'is there') : Promise.reject(new Error('offline')),
    );
    await expect(fetchAhead(Part)).resolves.toBeDefined();
    expect(drawn(Part)).toContain('waits');
    isThere = true;
    await fetchAhead(Part);
    expect(drawn(Part)).toContain('is there');
  });
});

/** The keys beside a field, where fingers type: the others never fetch them. */
import { Suspense } from 'react';
import type { FieldKeysProps } from './field-keys.tsx';
import { lazyPart } from './lazy-part.tsx';
import { useCoarsePointer } from './use-media.ts';

const Keys = lazyPart(async () => (await import('./field-keys.tsx')).FieldKeys);

export function FieldKeys(props: FieldKeysProps) {
  return useCoarsePointer() ? (
    <Suspense>
      <Keys {...props} />
    </Suspense>
  ) : null;
}

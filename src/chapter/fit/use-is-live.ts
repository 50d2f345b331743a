/** False in the build's HTML and while the page takes it over. */
import { useSyncExternalStore } from 'react';

export function useIsLive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

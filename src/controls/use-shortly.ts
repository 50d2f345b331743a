/** Something that is said for a moment. */
import { useCallback, useEffect, useState } from 'react';

/** True from each call of the second until `ms` after the last one. */
export function useShortly(ms: number): readonly [boolean, () => void] {
  const [calls, setCalls] = useState(0);
  useEffect(() => {
    if (calls === 0) return;
    const timer = setTimeout(() => setCalls(0), ms);
    return () => clearTimeout(timer);
  }, [calls, ms]);
  const call = useCallback(() => setCalls((before) => before + 1), []);
  return [calls > 0, call];
}

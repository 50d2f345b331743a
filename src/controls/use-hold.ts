/** Having the focus, or the pointer: a control that goes meanwhile has lost it, and no event says so. */
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** `hold`, which is told once more when the control goes. */
export function useHold(hold: ((held: boolean) => void) | undefined): (held: boolean) => void {
  const latest = useRef(hold);
  useLayoutEffect(() => {
    latest.current = hold;
  });
  const isHeld = useRef(false);
  const tell = useCallback((held: boolean) => {
    isHeld.current = held;
    latest.current?.(held);
  }, []);
  useEffect(
    () => () => {
      if (isHeld.current) tell(false);
    },
    [tell],
  );
  return tell;
}

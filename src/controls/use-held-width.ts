/**
 * A box that is as wide as the numbers in it. While one of them is in hand it gets wider, and never narrower: what stands
 * beside it would jump with every digit.
 */
import { useEffect, type RefObject } from 'react';
import { useCrease } from '../live/live.ts';

export function useHeldWidth(box: RefObject<HTMLElement | null>): void {
  const isHeld = useCrease((known) => known.gesture !== null);
  useEffect(() => {
    const element = box.current;
    if (!isHeld || !element) return;
    let widest = 0;
    const observer = new ResizeObserver(() => {
      if (element.offsetWidth <= widest) return;
      widest = element.offsetWidth;
      element.style.minWidth = `${widest}px`;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      element.style.minWidth = '';
    };
  }, [box, isHeld]);
}

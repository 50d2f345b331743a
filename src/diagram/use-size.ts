/** The size of an element's box, px; null until it has been measured, as in a prerendered page. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './layout.ts';

export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.contentBoxSize[0];
      if (!box) return;
      const next = { width: Math.round(box.inlineSize), height: Math.round(box.blockSize) };
      if (next.width === 0) return;
      setSize((last) => (last?.width === next.width && last.height === next.height ? last : next));
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

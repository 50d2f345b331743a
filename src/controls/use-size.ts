/** The size of an element's box, px; null until it has been measured, as in a prerendered page. */
import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Rounded to whole pixels. An element that is not shown has no size: the last one stays. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.contentBoxSize[0];
      if (!box) return;
      const next = { width: Math.round(box.inlineSize), height: Math.round(box.blockSize) };
      if (next.width === 0 || next.height === 0) return;
      setSize((last) => (last?.width === next.width && last.height === next.height ? last : next));
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

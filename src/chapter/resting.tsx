/**
 * A section that rests while it is far from the screen: it does not follow the store (`resting-store.ts`), and the browser
 * neither lays it out nor paints it (`chapter.css`). What is printed is up to date.
 */
import { useEffect, useState, type ReactNode } from 'react';
import { StoreContext, useCreaseStore } from '../live/use-store.ts';
import type { SectionId } from '#words/chapter/article.ts';
import { restingStore } from '../state/resting-store.ts';

/** So far around the screen a section follows the stage: half a screen each way. */
const NEAR = '50%';

export interface RestingProps {
  /** The id of the element that is near or far. */
  readonly id: SectionId;
  readonly children: ReactNode;
}

export function Resting({ id, children }: RestingProps) {
  const source = useCreaseStore();
  const [{ store, setAwake }] = useState(() => restingStore(source));
  useEffect(() => {
    const section = document.getElementById(id);
    if (!section) return;
    const observer = new IntersectionObserver((entries) => setAwake(entries.at(-1)?.isIntersecting ?? true), {
      rootMargin: NEAR,
    });
    observer.observe(section);
    const wake = () => setAwake(true);
    window.addEventListener('beforeprint', wake);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', wake);
      setAwake(true);
    };
  }, [id, setAwake]);
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>;
}

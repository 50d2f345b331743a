/** The frame of a section: its heading with a link to itself, and rows of prose with a figure beside. */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { CreaseStore } from '../state/store.ts';
import { StoreContext, useCreaseStore } from '../state/use-store.ts';
import { ARTICLE, SECTIONS, type SectionId } from '../words/chapter/article.ts';
import { restingStore } from './resting-store.ts';

export function Section({ id, children }: { readonly id: SectionId; readonly children: ReactNode }) {
  const index = SECTIONS.findIndex((section) => section.id === id);
  const title = SECTIONS[index]?.title ?? '';
  const { store, frame } = useRestingStore();
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`} ref={frame}>
      <h2 id={`${id}-title`}>
        <span className="section-number" aria-hidden="true">
          {index + 1}
        </span>
        {title}
        <a className="section-link" href={`#${id}`} aria-label={ARTICLE.linkTo(title)}>
          #
        </a>
      </h2>
      <StoreContext.Provider value={store}>{children}</StoreContext.Provider>
    </section>
  );
}

/** So far around the screen a section follows the stage: half a screen each way. */
const NEAR = '50%';

/** The stage's store, at rest while the section is far from the screen. What is printed is up to date. */
function useRestingStore(): { readonly store: CreaseStore; readonly frame: RefObject<HTMLElement | null> } {
  const source = useCreaseStore();
  const [{ store, setAwake }] = useState(() => restingStore(source));
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver((entries) => setAwake(entries.at(-1)?.isIntersecting ?? true), {
      rootMargin: NEAR,
    });
    observer.observe(frame.current);
    const wake = () => setAwake(true);
    window.addEventListener('beforeprint', wake);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', wake);
      setAwake(true);
    };
  }, [setAwake]);
  return { store, frame };
}

/** Prose, and its figure beside it where there is room, below it where there is not. */
export function Row({ children, figure }: { readonly children: ReactNode; readonly figure?: ReactNode }) {
  return (
    <div className="row" data-figure={figure !== undefined || undefined}>
      <div className="prose">{children}</div>
      {figure}
    </div>
  );
}

export interface FigureProps {
  /** What it shows: its name for assistive technology. */
  readonly name: string;
  readonly caption?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Figure({ name, caption, className = '', children }: FigureProps) {
  return (
    <figure className={`figure ${className}`} aria-label={name}>
      {children}
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

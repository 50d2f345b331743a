/** The frame of a section: its heading with a link to itself, and rows of prose with a figure beside. */
import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { LateMathml } from '../equation/mathml.tsx';
import { ARTICLE, SECTIONS, type SectionId } from '#words/chapter/article.ts';
import { redoEarlyInput } from './early-input.ts';
import { SECTION_HEIGHTS } from './section-heights.ts';

export function Section({ id, children }: { readonly id: SectionId; readonly children: ReactNode }) {
  const index = SECTIONS.findIndex((section) => section.id === id);
  const title = SECTIONS[index]?.title ?? '';
  const [wide, desk, phone] = SECTION_HEIGHTS[id];
  const heights = { '--wide': `${wide}px`, '--desk': `${desk}px`, '--phone': `${phone}px` } as CSSProperties;
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => redoEarlyInput(section.current as HTMLElement), []);
  return (
    <section ref={section} className="section" id={id} aria-labelledby={`${id}-title`} style={heights}>
      <div className="section-head">
        <h2 id={`${id}-title`}>
          <span className="section-number" aria-hidden="true">
            {index + 1}
          </span>
          {title}
        </h2>
        <a className="screen-only section-link" href={`#${id}`} aria-label={ARTICLE.linkTo(title)}>
          #
        </a>
      </div>
      <LateMathml>{children}</LateMathml>
    </section>
  );
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
    <figure className={`surface is-large is-high figure ${className}`} aria-label={name}>
      {children}
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

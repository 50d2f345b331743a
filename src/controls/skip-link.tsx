/** A link that is seen only while it has the focus: it leads the keyboard past what lies between. */
import type { ReactNode } from 'react';

export interface SkipLinkProps {
  /** The id of where it leads. */
  readonly to: string;
  /** It stands where it is in the page, not at the top. */
  readonly here?: boolean;
  readonly children: ReactNode;
}

/** The address goes on naming the network. */
export function SkipLink({ to, here = false, children }: SkipLinkProps) {
  return (
    <a
      className={here ? 'said skip is-here' : 'said skip'}
      href={`#${to}`}
      onClick={(event) => {
        const target = document.getElementById(to);
        if (!target) return;
        event.preventDefault();
        // Only for now: a press on it would give it the focus otherwise.
        target.tabIndex = -1;
        target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
        target.focus({ preventScroll: true });
        target.scrollIntoView();
      }}
    >
      {children}
    </a>
  );
}

/**
 * A panel that a button opens: a native popover, so it lies above everything, closes on Escape and on a press elsewhere,
 * and gives the focus back. Its content exists only while it is open.
 */
import { Suspense, use, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { Apart } from '../controls/rover.tsx';
import { placingToCome, withPlacing } from '../controls/lazy-popover.ts';
import { useKeptOpen } from '../controls/use-kept-open.ts';

export interface PanelProps {
  /** The button names it in `popoverTarget`. */
  readonly id: string;
  readonly name: string;
  readonly anchor: RefObject<HTMLElement | null>;
  /** px; the screen may leave it less. */
  readonly width: number;
  /** May be lazy. */
  readonly children: () => ReactNode;
}

export function Panel({ id, name, anchor, width, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useKeptOpen(name, open, () => panel.current?.showPopover());
  return (
    <div
      ref={panel}
      id={id}
      className="panel"
      popover="auto"
      role="dialog"
      aria-label={name}
      tabIndex={-1}
      onBeforeToggle={(event) => {
        if (event.target !== panel.current || event.newState !== 'open') return;
        // Before it is shown: it opens full, and the focus finds something to stand on.
        flushSync(() => setOpen(true));
        const button = anchor.current;
        const popover = event.currentTarget;
        if (button) {
          withPlacing(({ placeAside }) => placeAside(popover, button, button.closest('.diagram'), width));
        }
      }}
      onToggle={(event) => {
        if (event.target !== panel.current) return;
        const isOpen = event.newState === 'open';
        anchor.current?.setAttribute('aria-expanded', String(isOpen));
        if (isOpen) focusFirst(panel.current);
        else setOpen(false);
      }}
    >
      {open && (
        <Apart>
          <Suspense>
            <Placed />
            {children()}
            <Arrival panel={panel} />
          </Suspense>
        </Apart>
      )}
    </div>
  );
}

/** What is in a panel is not to be seen before the panel is where it belongs. */
function Placed() {
  const coming = placingToCome();
  if (coming) use(coming);
  return null;
}

/** The content may be fetched when the panel is open already: the focus, which waits on the panel, then goes on. */
function Arrival({ panel }: { readonly panel: RefObject<HTMLElement | null> }) {
  useLayoutEffect(() => {
    if (panel.current && panel.current === document.activeElement) focusFirst(panel.current);
  }, [panel]);
  return null;
}

function focusFirst(panel: HTMLElement): void {
  (firstControl(panel) ?? panel).focus({ preventScroll: true });
}

function firstControl(panel: HTMLElement): HTMLElement | null {
  return (
    panel.querySelector<HTMLElement>('input:checked') ??
    panel.querySelector<HTMLElement>('input, button:not(:disabled, [aria-disabled="true"])')
  );
}

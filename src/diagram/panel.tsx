/**
 * A panel that a button opens: a native popover, so it lies above everything, closes on Escape and on a press elsewhere,
 * and gives the focus back. Its content exists only while it is open.
 */
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';

export interface PanelProps {
  /** The button names it in `popoverTarget`. */
  readonly id: string;
  readonly name: string;
  readonly anchor: RefObject<HTMLElement | null>;
  /** px; the screen may leave it less. */
  readonly width: number;
  readonly children: () => ReactNode;
}

/** Between the panel, its button, and the border of the screen, px. */
const GAP = 8;
/** Less room than this below the button, and the panel goes where there is more. */
const LOW = 320;

export function Panel({ id, name, anchor, width, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
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
        if (panel.current && anchor.current) placePanel(panel.current, anchor.current, width);
      }}
      onToggle={(event) => {
        if (event.target !== panel.current) return;
        const isOpen = event.newState === 'open';
        anchor.current?.setAttribute('aria-expanded', String(isOpen));
        if (isOpen) firstControl(panel.current)?.focus({ preventScroll: true });
        else setOpen(false);
      }}
    >
      {open && children()}
    </div>
  );
}

/** Under its button, or above it, within the screen; it scrolls along with the page. */
function placePanel(panel: HTMLElement, anchor: HTMLElement, wanted: number): void {
  const box = anchor.getBoundingClientRect();
  const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const width = Math.min(wanted, screen.width - 2 * GAP);
  const left = Math.max(GAP, Math.min((box.left + box.right - width) / 2, screen.width - width - GAP));
  const below = screen.height - box.bottom - 2 * GAP;
  const above = box.top - 2 * GAP;
  const under = below >= LOW || below >= above;
  const { style } = panel;
  style.width = `${width}px`;
  style.left = `${left + window.scrollX}px`;
  style.maxHeight = `${Math.max(Math.min(LOW, screen.height - 2 * GAP), under ? below : above)}px`;
  if (under) {
    style.top = `${box.bottom + GAP + window.scrollY}px`;
    style.translate = 'none';
  } else {
    style.top = `${box.top - GAP + window.scrollY}px`;
    style.translate = '0 -100%';
  }
}

function firstControl(panel: HTMLElement): HTMLElement | null {
  return (
    panel.querySelector<HTMLElement>('input:checked') ??
    panel.querySelector<HTMLElement>('input, button:not(:disabled)')
  );
}

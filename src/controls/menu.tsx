/**
 * A menu button and its menu: a native popover (top layer, closes on Escape and on a click elsewhere) with the keyboard of
 * the ARIA menu pattern: arrow keys, Home, End, first letters. Its items are made when it is first opened.
 */
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { withPlacing } from './lazy-popover.ts';
import { rove } from './rover.tsx';
import './menu.css';

export interface MenuItem {
  readonly id: string;
  readonly title: string;
  readonly text?: ReactNode;
  /** An SVG, beside both. */
  readonly picture?: ReactNode;
}

export interface MenuProps {
  /** The name of the button and of the menu. */
  readonly name: string;
  readonly items: readonly MenuItem[];
  readonly onChoose: (id: string) => void;
  readonly current?: string | null;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** px. */
const WIDTH = 380;

export function Menu(props: MenuProps) {
  const { name, items, onChoose, current = null, className = '', disabled = false, children } = props;
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isMade, setMade] = useState(false);

  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const focusAt = (index: number) => entries().at(index)?.focus();
  const place = () =>
    withPlacing(
      ({ placeBeside }) =>
        menu.current && button.current && placeBeside(menu.current, button.current, { width: WIDTH, align: 'right' }),
    );
  const say = (isOpen: boolean) => {
    button.current?.setAttribute('aria-expanded', String(isOpen));
    if (isOpen && !menu.current?.contains(document.activeElement)) focusAt(0);
  };
  // The browser may have opened it before it came alive.
  useLayoutEffect(() => {
    if (!menu.current?.matches(':popover-open')) return;
    setMade(true);
    place();
    say(true);
  }, [isMade]);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = rove(event, at, all.length, 'column', true);
    if (next !== null) {
      event.preventDefault();
      focusAt(next);
    } else if (event.key === 'Tab') {
      menu.current?.hidePopover();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = event.key.toLowerCase();
      const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      order.find((entry) => entry.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    }
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        disabled={disabled}
        aria-haspopup="menu"
        aria-controls={id}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          menu.current?.showPopover();
          focusAt(event.key === 'ArrowDown' ? 0 : -1);
        }}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={name}
        tabIndex={-1}
        className="menu"
        onBeforeToggle={(event) => {
          if (event.newState !== 'open') return;
          // Before it is placed and takes the focus.
          flushSync(() => setMade(true));
          place();
        }}
        onToggle={({ newState }) => say(newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {(isMade ? items : []).map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitemradio"
            aria-checked={item.id === current}
            tabIndex={-1}
            onClick={() => {
              menu.current?.hidePopover();
              button.current?.focus();
              onChoose(item.id);
            }}
          >
            {item.picture}
            <strong>{item.title}</strong>
            {item.text !== undefined && <span>{item.text}</span>}
          </button>
        ))}
      </div>
    </>
  );
}

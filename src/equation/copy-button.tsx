/** A small button beside a line: copies it, in one of several formats. */
import { useId, useRef } from 'react';
import { LineIcon } from '../controls/icon.tsx';
import { placeBeside } from '../controls/popover.ts';
import { useShortly } from '../controls/use-shortly.ts';
import { COPY } from '#words/copy-words.ts';
import { COPY_FORMATS, type CopyFormat } from './copy-formats.ts';
import './copy-button.css';

export interface CopyButtonProps {
  readonly name?: string;
  /** Asked when it is copied. */
  readonly write: (format: CopyFormat) => string;
}

/** px. */
const PANEL_WIDTH = 130;
const PANEL_HEIGHT = 12 + 45 * COPY_FORMATS.length;
const SHOWN_MS = 1600;

export function CopyButton({ name = COPY.line, write }: CopyButtonProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [copied, showCopied] = useShortly(SHOWN_MS);
  const copy = async (content: string) => {
    panel.current?.hidePopover();
    button.current?.focus();
    try {
      await navigator.clipboard.writeText(content);
      showCopied();
    } catch {
      // No permission: put it where it can be copied by hand.
      window.prompt(name, content);
    }
  };
  return (
    <span className="copy-button">
      <button ref={button} type="button" className="quiet" aria-label={name} title={name} popoverTarget={id}>
        <LineIcon d="M7.5 7.5h8v8h-8z M4.5 12.5v-8h8" size={16} />
      </button>
      <span
        ref={panel}
        id={id}
        popover="auto"
        className="menu copy-panel"
        onBeforeToggle={(event) => {
          if (event.newState === 'open' && panel.current && button.current)
            placeBeside(panel.current, button.current, { width: PANEL_WIDTH, height: PANEL_HEIGHT });
        }}
      >
        {COPY_FORMATS.map((format) => (
          <button key={format.name} type="button" onClick={() => void copy(write(format))}>
            {COPY.formats[format.name]}
          </button>
        ))}
      </span>
      <span role="status" className="said copy-done">
        {copied ? COPY.copied : ''}
      </span>
    </span>
  );
}

/** x with a name as its subscript, and y with its hat, in the fonts of the formulas. */
import type { CSSProperties } from 'react';
import { nameLength } from './name-length.ts';

/** The style sheet makes a long name smaller where it has little room, and ends it with … where it has too little. */
export function InputSymbol({ name }: { readonly name: string }) {
  // As in the formulas: one letter is a variable, a longer name is a word.
  const kind = /^[A-Za-z]$/.test(name) ? '' : 'is-word';
  return (
    <span className="symbol" style={{ '--length': nameLength(name) } as CSSProperties}>
      <i>x</i>{' '}
      <sub className={kind} title={name.length > 8 ? name : undefined}>
        {name}
      </sub>
    </span>
  );
}

export function OutputSymbol() {
  return (
    <span className="symbol">
      <span className="symbol-hat">
        <i>y</i>
        <svg viewBox="0 0 10 5" aria-hidden="true">
          <path d="M1.2 4.2 5 1l3.8 3.2" />
        </svg>
      </span>
    </span>
  );
}

/** A sentence with names such as `x_E` in it: drawn as they look in formulas. */
import { Fragment } from 'react';
import { NAME_CHARACTERS } from '../model/network.ts';
import { SPOKEN } from '#words/spoken-formula.ts';
import './plain-math.css';

/** A factor, and a name: one of several words stands in braces. */
const SYMBOL = new RegExp(`\\b(?:(\\d[\\d.]*)\\s)?x_(?:\\{([^{}]+)\\}|([${NAME_CHARACTERS}]+))`, 'u');

export function PlainMath({ text }: { readonly text: string }) {
  const parts = text.split(SYMBOL);
  return parts.map((part, i) => {
    if (i % 4 === 0) return <Fragment key={i}>{part}</Fragment>;
    if (i % 4 > 1) return null;
    const [factor = '', words, word = ''] = parts.slice(i);
    const name = words ?? word;
    return (
      <span className="plain-math" key={i} role="math" aria-label={`${factor} ${SPOKEN.input(name)}`.trim()}>
        {factor}
        <i>x</i>
        <sub>{name}</sub>
      </span>
    );
  });
}

/** A sentence with names such as `x_E` in it: drawn as they look in formulas. */
import { Fragment } from 'react';
import { SPOKEN } from '../words/spoken-formula.ts';
import './plain-math.css';

export function PlainMath({ text }: { readonly text: string }) {
  return text.split(/(\b(?:\d[\d.]*\s)?x_[A-Za-z0-9]+)/).map((part, i) => {
    const [, factor = '', name] = /^(?:([\d.]+)\s)?x_([A-Za-z0-9]+)$/.exec(part) ?? [];
    if (name === undefined) return <Fragment key={i}>{part}</Fragment>;
    return (
      <span className="plain-math" key={i} role="math" aria-label={`${factor} ${SPOKEN.input(name)}`.trim()}>
        {factor}
        <i>x</i>
        <sub>{name}</sub>
      </span>
    );
  });
}

/** x with a name as its subscript, as SVG text or as HTML. */
import type { FormulaPart } from '../words/sheet-words.ts';

export function SvgInput({ name }: { readonly name: string }) {
  return (
    <>
      <tspan className="sheet-symbol">x</tspan>
      <tspan className={`sheet-subscript ${letter(name)}`} dy="0.28em">
        {name}
      </tspan>
    </>
  );
}

export function HtmlInput({ name }: { readonly name: string }) {
  return (
    <span className="sheet-input">
      <i className="sheet-symbol">x</i>
      <sub className={letter(name)}>{name}</sub>
    </span>
  );
}

/** `20x_E + 5x_H + 10`: a line may break before a sign, nowhere else. */
export function FormulaText({ parts }: { readonly parts: readonly FormulaPart[] }) {
  return (
    <span className="sheet-formula">
      {parts.map((part, k) =>
        'text' in part ? part.text.replace(SIGN, '$1\u00a0') : <HtmlInput key={k} name={part.input} />,
      )}
    </span>
  );
}

/** Between two terms. */
const SIGN = /^( [+−]) /;

/** A single letter is a symbol, a longer name is a word. */
function letter(name: string): string {
  return /^[A-Za-z]$/.test(name) ? 'sheet-letter' : '';
}

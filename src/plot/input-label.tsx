/** x with a name as its subscript, as SVG text or as HTML. */
import type { FormulaPart } from '../words/sheet-words.ts';
import { shortName } from '../words/short-name.ts';

/** Characters of a name beside the sheet. */
const ROOM = 16;

export function SvgInput({ name }: { readonly name: string }) {
  return (
    <>
      <tspan className="sheet-symbol">x</tspan>
      <tspan className={`sheet-subscript ${letter(name)}`} dy="0.28em">
        <title>{name}</title>
        {shortName(name, ROOM)}
      </tspan>
    </>
  );
}

export function HtmlInput({ name }: { readonly name: string }) {
  return (
    <span className="sheet-input">
      <i className="sheet-symbol">x</i>
      <sub className={letter(name)} title={shortName(name, ROOM) === name ? undefined : name}>
        {shortName(name, ROOM)}
      </sub>
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

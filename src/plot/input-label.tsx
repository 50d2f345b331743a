/** x with a name as its subscript, as SVG text or as HTML. */
import type { Ref } from 'react';
import type { FormulaPart } from '#words/sheet-words.ts';
import { shortName } from '#words/short-name.ts';

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

interface FormulaTextProps {
  readonly parts: readonly FormulaPart[];
  readonly ref?: Ref<HTMLSpanElement>;
}

/** `20x_E + 5x_H + 10`: a line may break before a sign, nowhere else. */
export function FormulaText({ parts, ref }: FormulaTextProps) {
  return (
    <span className={parts.some((part) => 'input' in part) ? 'sheet-formula' : undefined} ref={ref}>
      {parts.map((part, k) => ('text' in part ? textOf(part.text) : <HtmlInput key={k} name={part.input} />))}
    </span>
  );
}

/** Writes other numbers into a formula of the same parts; one of other parts is about to be drawn, and stays as it is. */
export function writeFormula(formula: HTMLElement, parts: readonly FormulaPart[]): void {
  const nodes = formula.childNodes;
  if (nodes.length !== parts.length) return;
  parts.forEach((part, k) => {
    const node = nodes[k];
    if (!('text' in part) || node?.nodeType !== Node.TEXT_NODE) return;
    const text = textOf(part.text);
    if (node.nodeValue !== text) node.nodeValue = text;
  });
}

function textOf(text: string): string {
  return text.replace(SIGN, '$1\u00a0');
}

/** Between two terms. */
const SIGN = /^( [+−]) /;

/** A single letter is a symbol, a longer name is a word. */
function letter(name: string): string {
  return /^[A-Za-z]$/.test(name) ? 'sheet-letter' : '';
}

/**
 * A formula that stands on one line, as text in KaTeX's faces: letters, digits, signs with TeX's spaces, brackets, names
 * of functions, a subscript or a power. Text is the lightest thing that a browser lays out and paints; KaTeX's own
 * drawing of `x_E` is fifteen boxes. What stands in two dimensions, and what is not known here, is left to KaTeX.
 */

export interface OneLine {
  readonly html: string;
  /** The space at its ends, em. */
  readonly before: number;
  readonly after: number;
}

/** A name that is text is one of them, whatever letters it has. */
const TOKEN = /\\text\{(?:[^{}\\]|\\_)*\}|\\[A-Za-z]+|\\.|\S/gu;

/** Null: it is not one line, or not known here. */
export function oneLine(tex: string): OneLine | null {
  const cursor: Cursor = { tokens: tex.match(TOKEN) ?? [], at: 0 };
  const atoms = listAt(cursor);
  return atoms === null || cursor.at < cursor.tokens.length ? null : setLine(atoms);
}

/** TeX's kinds of atoms: they decide the space between neighbours. `end` is none: only what a line ends with. */
type Kind = 'ord' | 'op' | 'bin' | 'rel' | 'open' | 'close' | 'punct' | 'inner' | 'end';

interface Atom {
  readonly kind: Kind;
  readonly html: string;
  /** The space that is asked for before it, em. */
  readonly space: number;
}

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

/** What a script is put to. */
interface Nucleus {
  readonly kind: Kind;
  readonly html: string;
  readonly italic?: string;
  readonly isDeep?: boolean;
}

const SPACES: Readonly<Record<string, number>> = { '\\,': 3 / 18, '\\:': 4 / 18, '\\;': 5 / 18 };

/** Signs and letters by their TeX, as they are written. */
const SIGNS: Readonly<Record<string, readonly [Kind, string]>> = {
  '+': ['bin', '+'],
  '-': ['bin', '−'],
  '\\pm': ['bin', '±'],
  '\\cdot': ['bin', '⋅'],
  '=': ['rel', '='],
  '<': ['rel', '&lt;'],
  '>': ['rel', '&gt;'],
  '\\le': ['rel', '≤'],
  '\\ge': ['rel', '≥'],
  '\\approx': ['rel', '≈'],
  '(': ['open', '('],
  '\\lvert': ['open', '∣'],
  ')': ['close', ')'],
  '\\rvert': ['close', '∣'],
  '?': ['close', '?'],
  ',': ['punct', ','],
  '\\ldots': ['inner', '…'],
  '\\Phi': ['ord', 'Φ'],
};
const GREEK: Readonly<Record<string, string>> = { '\\alpha': 'α', '\\sigma': 'σ' };
const NAME = /^\\(max|min|tanh|ln)$/;
const WORD = /^\\(operatorname|mathrm)$/;

/** How far letters lean over what follows, thousandths of an em, by KaTeX's metrics. Those not named stand straight. */
const ITALIC = leans(
  'B50C72D28E58F139H81I78J96K72M109N109O28P139R8S58T139U109V222W139X78Y222Z72f108g36j57k31l20q36r28v36w27y36z44α4σ36',
);
const UPRIGHT = leans('V14W14Y25f78g14v14w14y14');

function leans(list: string): ReadonlyMap<string, number> {
  return new Map(list.match(/\D\d+/g)?.map((lean) => [lean.charAt(0), Number(lean.slice(1)) / 1000]));
}

/** Up to the end, or to a closing brace. */
function listAt(cursor: Cursor): Atom[] | null {
  const atoms: Atom[] = [];
  let space = 0;
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (token === undefined || token === '}') break;
    const wide = SPACES[token];
    if (wide === undefined) {
      const atom = atomAt(cursor);
      if (atom === null) return null;
      atoms.push({ ...atom, space });
      space = 0;
    } else {
      space += wide;
      cursor.at++;
    }
  }
  if (space > 0) atoms.push({ kind: 'end', html: '', space });
  return atoms;
}

/** An atom with what is below or above its right corner. */
function atomAt(cursor: Cursor): Omit<Atom, 'space'> | null {
  const nucleus = nucleusAt(cursor);
  if (nucleus === null) return null;
  const { kind, html, italic, isDeep = false } = nucleus;
  const token = cursor.tokens[cursor.at];
  if (token === "'") {
    cursor.at++;
    return { kind, html: `${leaning(html, italic)}<sup>′</sup>` };
  }
  if (token !== '_' && token !== '^') return { kind, html: leaning(html, italic) };
  cursor.at++;
  const script = scriptAt(cursor);
  const next = cursor.tokens[cursor.at];
  if (script === null || next === '_' || next === '^') return null;
  if (token === '^') return { kind, html: `${leaning(html, italic)}<sup>${script.html}</sup>` };
  // A subscript stands under what leans.
  if (italic !== undefined && script.italic !== undefined) {
    const lean = ITALIC.get(script.italic);
    const style = lean === undefined ? '' : styled('margin-right', SCRIPT_SPACE + lean);
    return { kind, html: `<i>${html}<sub${style}>${script.italic}</sub></i>` };
  }
  const base = italic === undefined ? html : `<i>${html}</i>`;
  return { kind, html: `${base}<sub${isDeep ? DEEP : ''}>${script.html}</sub>` };
}

/** Behind a script, in its own em: TeX's 0.05 of the text's. The style sheet has it where nothing leans over. */
const SCRIPT_SPACE = 0.05 / 0.7;
/** The style sheet has a subscript at TeX's 0.15 em of the text; that of a name with a descender is lower. */
const DEEP = styled('vertical-align', -0.2441 / 0.7);

function styled(property: string, em: number): string {
  return ` style="${property}:${rounded(em)}em"`;
}

function leaning(html: string, italic: string | undefined): string {
  if (italic === undefined) return html;
  const lean = ITALIC.get(italic);
  return `<i${lean === undefined ? '' : styled('margin-right', lean)}>${html}</i>`;
}

function scriptAt(cursor: Cursor): { readonly html: string; readonly italic?: string | undefined } | null {
  const braced = cursor.tokens[cursor.at] === '{';
  const from = cursor.at;
  const nucleus = nucleusAt(cursor);
  if (nucleus === null) return null;
  const only = braced ? cursor.tokens.slice(from + 1, cursor.at - 1) : [];
  const italic = only.length === 1 && isItalic(only[0]) ? only[0] : nucleus.italic;
  return { html: leaning(nucleus.html, nucleus.italic), italic };
}

function isItalic(token = ''): boolean {
  return /^[A-Za-z]$/.test(token) || token in GREEK;
}

function nucleusAt(cursor: Cursor): Nucleus | null {
  const token = cursor.tokens[cursor.at++] ?? '';
  const sign = SIGNS[token];
  if (sign) return { kind: sign[0], html: sign[1] };
  if (/^[\d./]$/.test(token)) return { kind: 'ord', html: token };
  if (isItalic(token)) {
    const letter = GREEK[token] ?? token;
    return { kind: 'ord', html: letter, italic: letter };
  }
  const name = NAME.exec(token)?.[1];
  if (name !== undefined) return { kind: 'op', html: name };
  if (WORD.test(token)) return wordAt(cursor, token === '\\mathrm' ? 'ord' : 'op');
  if (token.startsWith('\\text{')) {
    const text = token.slice(6, -1).replaceAll('\\_', '_');
    return { kind: 'ord', html: text, isDeep: DESCENDS.test(text) };
  }
  if (token === '\\hat') return hatAt(cursor);
  return token === '{' ? groupAt(cursor) : null;
}

/** Over y, the only letter that has one here. */
function hatAt(cursor: Cursor): Nucleus | null {
  if (cursor.tokens.slice(cursor.at, cursor.at + 3).join('') !== '{y}') return null;
  cursor.at += 3;
  return { kind: 'ord', html: `${leaning('y', 'y')}<span class="hat">^</span>` };
}

const DESCENDS = /[gjpqy_]/;

/** The upright word between braces. */
function wordAt(cursor: Cursor, kind: Kind): Nucleus | null {
  const end = cursor.tokens.indexOf('}', cursor.at);
  const word = cursor.tokens.slice(cursor.at + 1, end).join('');
  if (cursor.tokens[cursor.at] !== '{' || !/^[A-Za-z0-9]+$/.test(word)) return null;
  cursor.at = end + 1;
  const lean = UPRIGHT.get(word.slice(-1));
  const html = lean === undefined ? word : `<span${styled('margin-right', lean)}>${word}</span>`;
  return { kind, html, isDeep: DESCENDS.test(word) };
}

/** Braces make an ordinary atom of whatever is between them. In a script nothing is spaced. */
function groupAt(cursor: Cursor): Nucleus | null {
  const isScript = /^[_^]$/.test(cursor.tokens[cursor.at - 2] ?? '');
  const atoms = listAt(cursor);
  if (atoms === null || cursor.tokens[cursor.at++] !== '}') return null;
  if (isScript) return { kind: 'ord', html: atoms.map(({ html }) => html).join('') };
  const { html, before, after } = setLine(atoms);
  return before + after > 0 ? null : { kind: 'ord', html };
}

/** The atoms with TeX's spaces between them. */
function setLine(given: readonly Atom[]): OneLine {
  const atoms = [...given];
  atoms.forEach((atom, i) => {
    if (isLoneSign(atoms, i)) atoms[i] = { ...atom, kind: 'ord' };
  });
  const gaps = atoms.map(({ space, kind }, i) => space + (i === 0 ? 0 : between((atoms[i - 1] as Atom).kind, kind)));
  const isSeen = ({ html }: Atom) => html !== '';
  const [first, last] = [atoms.findIndex(isSeen), atoms.findLastIndex(isSeen)];
  const sum = (from: number, to: number) => rounded(gaps.slice(from, to).reduce((total, gap) => total + gap, 0));
  if (first < 0) return { html: '', before: sum(0, gaps.length), after: 0 };
  let html = '';
  for (let i = first; i <= last; i++) {
    const [left, right] = [i === first ? 0 : (gaps[i] as number), i === last ? 0 : (gaps[i + 1] as number)];
    // A sign has its spaces on it; any other space is an element.
    const own = atoms[i] as Atom;
    if (left > 0 && left === right) {
      html += spaced({ html: own.html, before: rounded(left), after: rounded(right) });
      gaps[i + 1] = 0;
    } else html += (left > 0 ? `<span${styled('margin-left', left)}></span>` : '') + own.html;
  }
  html = html.replaceAll('</i><i>', '');
  return { html, before: sum(0, first + 1), after: sum(last + 1, gaps.length) };
}

/** As part of a larger text. A sign between terms, by far the most common, has its space as text. */
export function spaced({ html, before, after }: OneLine): string {
  if (before + after === 0) return html;
  if (before === SIGN_SPACE && after === SIGN_SPACE) return SIGN_SPACE_TEXT + html + SIGN_SPACE_TEXT;
  const margin = before === after ? `${before}em` : `${after}em 0 ${before}em`;
  return `<span style="margin:0 ${margin}">${html}</span>`;
}

/** TeX's medium space. */
const SIGN_SPACE = rounded(4 / 18);
/** As wide as that, by the style sheet. Another space could be left out where a line begins. */
export const SIGN_SPACE_TEXT = '\u00a0';

/** A sign between what it can't join is none: `-1`, `(-`. */
function isLoneSign(atoms: readonly Atom[], i: number): boolean {
  const { kind } = atoms[i] as Atom;
  const [before, after] = [atoms[i - 1], atoms[i + 1]];
  return (
    kind === 'bin' &&
    (!before || !after || /bin|open|rel|op|punct/.test(before.kind) || /rel|close|punct|end/.test(after.kind))
  );
}

/** TeX's table of the spaces between a kind and the next one, in eighteenths of an em. */
const TABLE: Readonly<Record<Kind, string>> = {
  ord: '03450003',
  op: '33050003',
  bin: '44004004',
  rel: '55005005',
  open: '00000000',
  close: '03450003',
  punct: '33053333',
  inner: '33453033',
  end: '',
};
const KINDS = Object.keys(TABLE);

function between(left: Kind, right: Kind): number {
  return right === 'end' ? 0 : Number(TABLE[left][KINDS.indexOf(right)]) / 18;
}

function rounded(em: number): number {
  return Math.round(em * 1e4) / 1e4;
}

/**
 * Writes the sums of a derivation: it decides signs, ones and brackets as a person would, and cuts the line into segments.
 * Which terms are left out because they are 0, the derivation has decided. A segment is what is rendered, coloured,
 * dragged and broken at; `tex`, `plain` and `speech` read segments too, with numbers that are never rounded.
 */
import type { Sum, Term } from '../algebra/sum.ts';
import { ONE, ZERO, absolute, isOne, sign, type Rational } from '../number/rational.ts';
import type { Irrational } from '../number/rounding.ts';
import { termId } from '../algebra/term-parameters.ts';
import type { Activation } from '../activation/activation.ts';
import { isOutputLayer, parameterKey, sameNode, type Network, type NodeAt, type Parameter } from '../model/network.ts';
import type { FunctionNotation } from '../activation/function.ts';
import { functionNotation, inputNotation, nodeNotation } from './notation.ts';
import { constantForm, exactForm, roundedForm, screenForm } from './number-tex.ts';

/** What a segment says, for writers other than TeX. A bracket is the function `linear`, also where it is not written. */
export type Mark =
  | { readonly kind: 'sign'; readonly negative: boolean; readonly binary: boolean }
  /** Never negative: the sign is a mark of its own. */
  | { readonly kind: 'number'; readonly value: Rational }
  /** What follows, with all its numbers, is rounded. */
  | { readonly kind: 'about' }
  /** Behind a sum, a number that is not rational: rounded, and never negative. */
  | { readonly kind: 'constant' }
  /** `±`: what stands in front may be off by as much as what follows. */
  | { readonly kind: 'plusMinus' }
  | { readonly kind: 'input'; readonly input: number }
  | { readonly kind: 'node'; readonly at: NodeAt }
  | { readonly kind: 'open' | 'close'; readonly at: NodeAt; readonly activation: Activation<Rational> };

export interface Segment {
  readonly mark: Mark;
  /** Rendered alone it has the spacing that it has within the line. */
  readonly tex: string;
  /** The same as plain characters, with a true minus sign. */
  readonly text: string;
  /** `text` is for what stands in front of a sum: `≈`, or what a view puts there (`ŷ =`). */
  readonly role: 'sign' | 'number' | 'symbol' | 'open' | 'close' | 'text';
  /** Hidden node whose colour it has; null is ink. */
  readonly via: NodeAt | null;
  /** The weight or bias that is dragged here: on its number, or where a factor 1 is not written, on what follows. */
  readonly parameter: Parameter | null;
  /** Path of `termId`s; with the role it is unique in the line, and stays the same while numbers change. */
  readonly term: string;
  /** Number of the group: the terms of one hidden node, or a run of terms of none. */
  readonly group: number;
  /** A long line may break here. It breaks between groups first, and between the terms of a group only if it has to. */
  readonly breakBefore: 'none' | 'term' | 'group';
  /** The number is rounded; its exact value is in the mark. */
  readonly approximate: boolean;
}

export interface WriteOptions {
  /** Never round, however long a number is. */
  readonly exact?: boolean;
  /** No ≈ in front of a sum with rounded numbers: the line has one in place of its equals sign, where it `isRounded`. */
  readonly unmarked?: boolean;
  /** Beside the sum stands a number that is rounded: those of the sum are rounded to as many digits. */
  readonly rounded?: boolean;
  /** Key of the parameter that is being edited: it stays written when it is 1, so that the control on it stays. */
  readonly keep?: string | null;
  /** Where a 1 is not written stands a number without digits: others can come and go there while nothing else is drawn again. */
  readonly slots?: boolean;
}

/**
 * The segments of a sum; `0` for the empty one. Where one of its numbers has to be rounded, all have as many digits, and
 * one ≈ in front of them says so.
 */
export function write(sum: Sum, network: Network<unknown>, options: WriteOptions = {}): Segment[] {
  const withForm = (form: Writer['form'], start: readonly Segment[]) => {
    const writer: Writer = {
      network,
      form,
      keep: options.keep ?? null,
      slots: options.slots ?? false,
      segments: [...start],
      group: 0,
    };
    writeTerms(writer, sum, { path: '', via: null, grouped: true });
    return breakLongPieces(writer.segments);
  };
  if (options.exact) return withForm(exactForm, []);
  const segments = withForm(screenForm, []);
  if (!options.rounded && !isRounded(segments)) return segments;
  return withForm(roundedForm, options.unmarked ? [] : [ABOUT]);
}

/** A sum and a constant that is not rational. Of one that is not told from 0 only how close it is to 0 can be written. */
export function writeWithConstant(sum: Sum, constant: Irrational, network: Network<unknown>): Segment[] {
  const isRounded = constant.kind === 'rounded';
  const negative = isRounded && constant.value.negative;
  const alone = isRounded && sum.length === 0;
  const sign: Segment = {
    ...PLAIN,
    mark: isRounded ? { kind: 'sign', negative, binary: !alone } : { kind: 'plusMinus' },
    role: 'sign',
    tex: alone ? '-' : `{}${isRounded ? (negative ? '-' : '+') : '\\pm'}{}`,
    text: isRounded ? (negative ? '−' : '+') : ' ± ',
    breakBefore: alone ? 'none' : 'term',
  };
  const number: Segment = { ...PLAIN, mark: { kind: 'constant' }, role: 'number', ...constantForm(constant) };
  const before = alone ? [ABOUT] : write(sum, network, { rounded: isRounded });
  return [...before, ...(alone && !negative ? [] : [sign]), number];
}

const PLAIN: Omit<Segment, 'mark' | 'role' | 'tex' | 'text'> = {
  via: null,
  parameter: null,
  term: 'constant',
  group: 0,
  breakBefore: 'none',
  approximate: false,
};

const ABOUT: Segment = {
  ...PLAIN,
  mark: { kind: 'about' },
  role: 'text',
  tex: '{\\approx}{}',
  text: '≈',
  term: 'about',
};

/** Is it only about equal to its sum? */
export function isRounded(segments: readonly Segment[]): boolean {
  return segments.some(({ approximate }) => approximate);
}

/** What fits into a line of the smallest phone, in digits, with the signs. */
const LONGEST_PIECE = 19;

/** Where the pieces between two breaks are too long for a phone, a line may also end behind a bracket that opens. */
function breakLongPieces(segments: readonly Segment[]): Segment[] {
  const pieces: Segment[][] = [];
  for (const segment of segments) {
    if (segment.breakBefore !== 'none' || pieces.length === 0) pieces.push([]);
    pieces.at(-1)?.push(segment);
  }
  return pieces.flatMap((piece) => {
    if (piece.reduce((sum, segment) => sum + lengthOf(segment), 0) <= LONGEST_PIECE) return piece;
    return piece.map((segment, i) => (piece[i - 1]?.role === 'open' ? { ...segment, breakBefore: 'term' } : segment));
  });
}

/** In digits. Signs and short numbers count the same: a number that is dragged keeps its place in the page. */
function lengthOf({ role, text }: Segment): number {
  if (role === 'sign' || text === '') return 0;
  if (role === 'number') return Math.max(text.length, 4);
  // Most of it is a small subscript.
  return role === 'symbol' ? (text.length * 2) / 3 : text.length;
}

interface Writer {
  readonly network: Network<unknown>;
  readonly form: typeof exactForm;
  readonly keep: string | null;
  readonly slots: boolean;
  readonly segments: Segment[];
  group: number;
}

/** What is around a sum: the path to it, the colour of its coefficients, and whether its terms make groups. */
interface Around {
  readonly path: string;
  readonly via: NodeAt | null;
  readonly grouped: boolean;
}

function writeTerms(writer: Writer, terms: Sum, around: Around): void {
  if (terms.length === 0) writeNumber(writer, ZERO, { via: around.via, term: `${around.path}0` });
  terms.forEach((term, i) => {
    const before = terms[i - 1];
    const newGroup = around.grouped && before !== undefined && !sameGroup(before, term);
    if (newGroup) writer.group++;
    writeTerm(writer, term, around, before ? (newGroup ? 'group' : 'term') : 'none');
  });
}

/** Neighbours that came through the same node, and are not written out as groups of their own. */
function sameGroup(p: Term, q: Term): boolean {
  if ('inside' in p.factor || 'inside' in q.factor) return false;
  return sameNode(p.via, q.via);
}

function writeTerm(writer: Writer, term: Term, around: Around, breakBefore: Segment['breakBefore']): void {
  const { coefficient, factor, parameter } = term;
  const id = `${around.path}${termId(term, around.via)}`;
  // A coefficient in front of a group belongs to what is around the group; any other to the node of its term.
  const via = 'inside' in factor ? around.via : term.via;

  const negative = sign(coefficient) < 0;
  const binary = breakBefore !== 'none';
  if (binary || negative) {
    const signVia = breakBefore === 'group' ? around.via : via;
    push(writer, {
      mark: { kind: 'sign', negative, binary },
      role: 'sign',
      // Between empty atoms, TeX gives a lone sign the space of one between terms.
      tex: binary ? `{}${negative ? '-' : '+'}{}` : '-',
      text: negative ? '−' : '+',
      via: signVia,
      term: id,
      breakBefore,
    });
  }

  const magnitude = absolute(coefficient);
  const kept = parameter !== null && parameterKey(parameter) === writer.keep;
  const numberWritten = factor.kind === 'one' || kept || !isOne(magnitude);
  if (numberWritten) writeNumber(writer, magnitude, { via, term: id, parameter });
  // The control on a weight of 1 is on what follows.
  else if (writer.slots && parameter === null) push(writer, { ...UNWRITTEN, via, term: id });
  writeFactor(writer, term, around, { term: id, numberWritten, parameter: numberWritten ? null : parameter });
}

const UNWRITTEN = { mark: { kind: 'number', value: ONE }, role: 'number', tex: '', text: '' } as const;

/** It stays a segment: a control inside is in the same place, whether there is a bracket around it or not. */
const NO_BRACKET: FunctionNotation = { open: { tex: '', text: '', named: false }, close: { tex: '', text: '' } };

/** Written as a letter and no more: behind a number it needs no bracket. */
function isOneSymbol({ keep }: Writer, [only, ...others]: Sum): boolean {
  if (!only || others.length > 0 || 'inside' in only.factor || only.factor.kind === 'one') return false;
  const kept = only.parameter !== null && parameterKey(only.parameter) === keep;
  return isOne(only.coefficient) && !kept;
}

function writeNumber(
  writer: Writer,
  value: Rational,
  where: Pick<Segment, 'via' | 'term'> & Partial<Pick<Segment, 'parameter'>>,
): void {
  push(writer, { mark: { kind: 'number', value }, role: 'number', ...writer.form(value), ...where });
}

function writeFactor(
  writer: Writer,
  { factor, via }: Term,
  around: Around,
  where: Pick<Segment, 'term' | 'parameter'> & { readonly numberWritten: boolean },
): void {
  const { term, parameter, numberWritten } = where;
  switch (factor.kind) {
    case 'one':
      return;
    case 'input': {
      const notation = inputNotation(writer.network, factor.input);
      push(writer, { mark: { kind: 'input', input: factor.input }, role: 'symbol', ...notation, via, term, parameter });
      return;
    }
    case 'node': {
      const { at } = factor;
      const notation = nodeNotation(writer.network, at);
      push(writer, { mark: { kind: 'node', at }, role: 'symbol', ...notation, via: via ?? at, term, parameter });
      return;
    }
    case 'bracket':
    case 'activation': {
      const { at, inside } = factor;
      const activation: Activation<Rational> = factor.kind === 'bracket' ? { kind: 'linear' } : factor.activation;
      const needless = factor.kind === 'bracket' && numberWritten && isOneSymbol(writer, inside);
      const { open, close } = needless ? NO_BRACKET : functionNotation(activation);
      push(writer, {
        mark: { kind: 'open', at, activation },
        role: 'open',
        // Behind a number, an empty atom gives the name of a function the space that TeX leaves before it.
        tex: numberWritten && open.named ? `{}${open.tex}` : open.tex,
        text: open.text,
        via,
        term,
        parameter,
      });
      // An output that is not linear holds the whole line: the groups are those inside.
      const grouped = around.grouped && isOutputLayer(writer.network, at.layer);
      writeTerms(writer, inside, { path: `${term}/`, via, grouped });
      push(writer, { mark: { kind: 'close', at, activation }, role: 'close', ...close, via, term });
    }
  }
}

type Given = Pick<Segment, 'mark' | 'role' | 'tex' | 'text' | 'via' | 'term'> & Partial<Segment>;

function push(writer: Writer, given: Given): void {
  writer.segments.push({ parameter: null, breakBefore: 'none', approximate: false, group: writer.group, ...given });
}

/**
 * The derivation with matrices, for networks whose lines would have too many terms: y = c f(W a + b) + c0. Layers are
 * folded from the last hidden one down as long as all their nodes are linear; a layer with a bent node holds everything
 * below it inside, and there it ends. Data for a view, and LaTeX for copying and MathML.
 */
import { isLinear, type StepKind } from '../algebra/derivation.ts';
import { ZERO, add, dot, isZero, multiply, negate, type Rational } from '../number/rational.ts';
import {
  hiddenLayerCount,
  layerAt,
  nodeAt,
  type Layer,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import { equalActivation } from '../state/document.ts';
import { memoize } from '../facts/memoize.ts';
import { MATRIX } from '#words/matrix-words.ts';
import { nodeNumber } from '#words/names.ts';
import { spokenNumber } from '#words/number.ts';
import { ACTIVATION_WORDS } from '#words/activation-words.ts';
import { SPOKEN } from '#words/spoken-formula.ts';
import { functionNotation, inputNotation, nodeNotation, OUTPUT_NOTATION } from './notation.ts';
import { exactForm, roundedForm, screenForm } from './number-tex.ts';

export interface Entry {
  /** As it is shown. */
  readonly tex: string;
  /** Exact; plain text too. */
  readonly exactTex: string;
  readonly text: string;
  readonly spoken: string;
  /** Null for a symbol. */
  readonly value: Rational | null;
  /** The weight or bias that this number is, unchanged. */
  readonly parameter: Parameter | null;
  /** Node whose colour it has; null is ink. */
  readonly via: NodeAt | null;
}

export type MatrixToken =
  /** Rows of entries, in brackets. */
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Entry[])[] }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'sign' | 'open' | 'close'; readonly tex: string; readonly text: string; readonly spoken: string };

export interface MatrixRow {
  /** The step that wrote it, from 1. */
  readonly number: number;
  readonly kind: StepKind;
  readonly tokens: readonly MatrixToken[];
  /** A number is rounded, and then all are to as many digits: the row has ≈ in place of its equals sign. */
  readonly isRounded: boolean;
}

/** The numbers and symbols of a row, in the order in which they are drawn. */
export const entriesOf = memoize(({ tokens }: Pick<MatrixRow, 'tokens'>): readonly Entry[] =>
  tokens.flatMap((token) =>
    token.kind === 'matrix' ? token.rows.flat() : token.kind === 'entry' ? [token.entry] : [],
  ),
);

/** `c f(W a + b) + c0` as it stands: a row over the outputs of one layer, and a constant. */
interface Folded {
  readonly row: readonly Entry[];
  readonly values: readonly Rational[];
  readonly constant: Rational;
  readonly constantEntry: Entry;
}

/** One row for each step that can be taken. */
export const matrixRows = memoize((network: Network<Rational>): readonly MatrixRow[] => {
  const last = hiddenLayerCount(network);
  const output = nodeAt(network, { layer: last, node: 0 });
  const wrap = (tokens: readonly MatrixToken[]): readonly MatrixToken[] =>
    isLinear(output.activation) ? tokens : inFunction([output], tokens);

  const rows: MatrixRow[] = [];
  let folded: Folded = {
    values: output.weights,
    row: output.weights.map((w, i) => entry(w, { layer: last, node: 0, input: i })),
    constant: output.bias,
    constantEntry: entry(output.bias, { layer: last, node: 0, input: null }),
  };
  for (let layer = last - 1; layer >= 0; layer--) {
    const number = 3 * (last - 1 - layer) + 1;
    const nodes = layerAt(network, layer);
    const written = [matrix([folded.row]), ...layerTokens(network, layer), ...plusConstant(folded)];
    rows.push(row(number, 'writeOut', wrap(written)));
    if (!nodes.every((node) => isLinear(node.activation))) break;

    const multiplied = [
      matrix([folded.row]),
      matrix(weightEntries(nodes, layer)),
      matrix(unitsBelow(network, layer)),
      PLUS,
      matrix([folded.row]),
      matrix(biasEntries(nodes, layer)),
      ...plusConstant(folded),
    ];
    rows.push(row(number + 1, 'multiplyOut', wrap(multiplied)));

    folded = fold(folded, nodes);
    const combined = [matrix([folded.row]), matrix(unitsBelow(network, layer)), ...plusConstant(folded)];
    rows.push(row(number + 2, 'combine', wrap(combined)));
  }
  return rows;
});

function row(number: number, kind: StepKind, tokens: readonly MatrixToken[]): MatrixRow {
  const isRounded = entriesOf({ tokens }).some(({ value }) => value !== null && screenForm(value).approximate);
  return { number, kind, tokens: isRounded ? tokens.map(roundedToken) : tokens, isRounded };
}

function roundedToken(token: MatrixToken): MatrixToken {
  if (token.kind === 'matrix') return { ...token, rows: token.rows.map((entries) => entries.map(roundedEntry)) };
  return token.kind === 'entry' ? { ...token, entry: roundedEntry(token.entry) } : token;
}

function roundedEntry(given: Entry): Entry {
  return given.value ? { ...given, tex: roundedForm(given.value).tex } : given;
}

/** c (W a + b) + c0 = (c W) a + (c b + c0). */
function fold({ values, constant }: Folded, nodes: Layer<Rational>): Folded {
  const width = nodes[0]?.weights.length ?? 0;
  const next = Array.from({ length: width }, (_, i) =>
    nodes.reduce((total, node, j) => add(total, multiply(values[j] as Rational, node.weights[i] as Rational)), ZERO),
  );
  const nextConstant = add(
    constant,
    dot(
      values,
      nodes.map((node) => node.bias),
    ),
  );
  return {
    values: next,
    row: next.map((value) => entry(value, null)),
    constant: nextConstant,
    constantEntry: entry(nextConstant, null),
  };
}

/** f(W a + b), and what is inside a where that is bent too. */
function layerTokens(network: Network<Rational>, layer: number): MatrixToken[] {
  const nodes = layerAt(network, layer);
  return inFunction(nodes, [
    matrix(weightEntries(nodes, layer)),
    ...below(network, layer),
    PLUS,
    matrix(biasEntries(nodes, layer)),
  ]);
}

/** What the layer takes in: the units below by name while they can still be folded, written out once they can't. */
function below(network: Network<Rational>, layer: number): MatrixToken[] {
  const held = !layerAt(network, layer).every((node) => isLinear(node.activation));
  return held && layer > 0 ? layerTokens(network, layer - 1) : [matrix(unitsBelow(network, layer))];
}

/** One function for all nodes of a layer, entry by entry; `f` where they differ. */
function inFunction(nodes: Layer<Rational>, tokens: readonly MatrixToken[]): MatrixToken[] {
  const [first, ...rest] = nodes.map((node) => node.activation);
  const same = first && rest.every((activation) => equalActivation(activation, first));
  const { open, close } = same ? functionNotation(first) : MIXED;
  const spoken = same ? ACTIVATION_WORDS[first.kind].spoken : MATRIX.mixed;
  return [
    { kind: 'open', tex: open.tex, text: open.text, spoken },
    ...tokens,
    { kind: 'close', ...close, spoken: ',' },
  ];
}

const MIXED = { open: { tex: 'f(', text: 'f(' }, close: { tex: ')', text: ')' } };

function weightEntries(nodes: Layer<Rational>, layer: number): Entry[][] {
  return nodes.map(({ weights }, node) => weights.map((w, input) => entry(w, { layer, node, input }, { layer, node })));
}

function biasEntries(nodes: Layer<Rational>, layer: number): Entry[][] {
  return nodes.map(({ bias }, node) => [entry(bias, { layer, node, input: null }, { layer, node })]);
}

function unitsBelow(network: Network<Rational>, layer: number): Entry[][] {
  if (layer === 0) {
    return network.inputs.map((name, i) => [symbol(inputNotation(network, i), SPOKEN.input(name), null)]);
  }
  return layerAt(network, layer - 1).map((_, node) => {
    const at = { layer: layer - 1, node };
    return [symbol(nodeNotation(network, at), SPOKEN.node(nodeNumber(network, at)), at)];
  });
}

const PLUS: MatrixToken = { kind: 'sign', tex: '{}+{}', text: '+', spoken: SPOKEN.plus };

function plusConstant({ constant, constantEntry }: Folded): MatrixToken[] {
  if (isZero(constant)) return [];
  if (constant.n > 0n) return [PLUS, { kind: 'entry', entry: constantEntry }];
  const magnitude = entry(negate(constant), constantEntry.parameter);
  return [
    { kind: 'sign', tex: '{}-{}', text: '−', spoken: SPOKEN.minus },
    { kind: 'entry', entry: magnitude },
  ];
}

function matrix(rows: readonly (readonly Entry[])[]): MatrixToken {
  return { kind: 'matrix', rows };
}

function entry(value: Rational, parameter: Parameter | null, via: NodeAt | null = null): Entry {
  const { tex: exactTex, text } = exactForm(value);
  return { tex: screenForm(value).tex, exactTex, text, spoken: spokenNumber(value), value, parameter, via };
}

function symbol(
  { tex, text }: { readonly tex: string; readonly text: string },
  spoken: string,
  via: NodeAt | null,
): Entry {
  return { tex, exactTex: tex, text, spoken, value: null, parameter: null, via };
}

/** `\hat{y} = \begin{bmatrix} ... \end{bmatrix} ...`, exact. */
export function matrixTex(tokens: readonly MatrixToken[]): string {
  const parts = tokens.map((token) => {
    switch (token.kind) {
      case 'matrix':
        return `\\begin{bmatrix} ${token.rows.map((row) => row.map((e) => e.exactTex).join(' & ')).join(' \\\\ ')} \\end{bmatrix}`;
      case 'entry':
        return token.entry.exactTex;
      case 'sign':
      case 'open':
      case 'close':
        return token.tex.replaceAll('{}', '');
    }
  });
  return `${OUTPUT_NOTATION.tex} = ${parts.join(' ')}`;
}

/** `ŷ = [2, 5] ( [0.5, 3, 4; 4, 1, 2] [x_E; x_H; x_G] + [0.5; 1] ) + 5`, exact. */
export function matrixText(tokens: readonly MatrixToken[]): string {
  const parts = tokens.map((token) => {
    switch (token.kind) {
      case 'matrix':
        return `[${token.rows.map((row) => row.map((e) => e.text).join(', ')).join('; ')}]`;
      case 'entry':
        return token.entry.text;
      case 'sign':
      case 'open':
      case 'close':
        return token.text.trim();
    }
  });
  return `${OUTPUT_NOTATION.text} = ${parts.join(' ')}`;
}

/** `y hat equals the row 2, 5, times the quantity the matrix 0.5, 3; 4, 1, times the column x E, x H, plus ...` */
export function speakMatrices(tokens: readonly MatrixToken[]): string {
  const words = tokens.flatMap((token, i) => {
    const isBehindMatrix = tokens[i - 1]?.kind === 'matrix';
    const times = isBehindMatrix ? [',', SPOKEN.times] : [];
    switch (token.kind) {
      case 'matrix':
        return [...times, MATRIX.entries(token.rows.map((row) => row.map((e) => e.spoken)))];
      case 'entry':
        return [token.entry.spoken];
      case 'open':
        return [...times, token.spoken];
      case 'sign':
      case 'close':
        return isBehindMatrix ? [',', token.spoken] : [token.spoken];
    }
  });
  const line = [SPOKEN.output, SPOKEN.equals, ...words].join(' ');
  return line.replaceAll(' ,', ',').replace(/,+/g, ',').replace(/,$/, '');
}

/**
 * A pasted block in the table of a layer: nodes are rows; columns are the weights, the bias and the activation. The block
 * goes down and to the right from one cell, whole or not at all.
 */
import { ACTIVATION_KINDS, type Activation } from '../activation/activation.ts';
import { fanIn, layerAt, type Layer, type Network, type Node, type NodeAt } from '../model/network.ts';
import { fail, ok, type Result } from '../number/result.ts';
import type { Rational } from '../number/rational.ts';
import { parseTypedNumber, type TypedNumberError } from '../number/typed-number.ts';
import { DEFAULT_SLOPE } from './default-activation.ts';
import type { Edit } from './edit.ts';
import type { PastedBlock } from './pasted-block.ts';

/** The cell that a block is pasted into: `column` counts the weights, then the bias, then the activation. */
export interface CellAt extends NodeAt {
  readonly column: number;
}

export type CellError =
  | { readonly kind: 'number'; readonly error: TypedNumberError }
  | { readonly kind: 'activation'; readonly text: string };

export interface CellProblem {
  /** Of the block as it was pasted, from 1. */
  readonly row: number;
  readonly column: number;
  readonly error: CellError;
}

export type BlockProblem =
  /** More rows or columns than there are from the cell on. `turned`: with rows and columns exchanged it would fit. */
  | { readonly kind: 'size'; readonly found: Size; readonly room: Size; readonly turned: boolean }
  /** Rows of different lengths: this one is not as long as the first. */
  | { readonly kind: 'ragged'; readonly row: number; readonly found: number; readonly expected: number }
  | { readonly kind: 'cells'; readonly problems: readonly CellProblem[] };

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The edit that puts the block there, and which cells it fills; or everything that is wrong with it. */
export function placeBlock(
  network: Network<Rational>,
  at: CellAt,
  pasted: PastedBlock,
): Result<{ readonly edit: Edit; readonly size: Size }, BlockProblem> {
  const { cells: block, top, left } = withoutNames(pasted);
  const size = { rows: block.length, columns: block[0]?.length ?? 0 };
  const ragged = block.findIndex((row) => row.length !== size.columns);
  if (ragged >= 0) {
    const found = block[ragged]?.length ?? 0;
    return fail({ kind: 'ragged', row: ragged + top + 1, found: found + left, expected: size.columns + left });
  }
  const nodes = layerAt(network, at.layer);
  const weights = fanIn(network, at.layer);
  const room = { rows: nodes.length - at.node, columns: weights + 2 - at.column };
  if (!fits(size, room)) {
    const turned = fits({ rows: size.columns, columns: size.rows }, room);
    return fail({ kind: 'size', found: size, room, turned });
  }
  const problems: CellProblem[] = [];
  const layer = nodes.map((node, j) => {
    const row = block[j - at.node];
    return row
      ? filled(node, row, at.column, (column, error) =>
          problems.push({ row: j - at.node + top + 1, column: column + left + 1, error }),
        )
      : node;
  });
  if (problems.length > 0) return fail({ kind: 'cells', problems });
  return ok({ edit: { kind: 'setLayer', layer: at.layer, nodes: layer }, size });
}

function fits(size: Size, room: Size): boolean {
  return size.rows <= room.rows && size.columns <= room.columns;
}

/** The node with a row of cells from a column on. */
function filled(
  node: Node<Rational>,
  row: readonly string[],
  from: number,
  complain: (column: number, error: CellError) => void,
): Layer<Rational>[number] {
  const weights = [...node.weights];
  let { bias, activation } = node;
  row.forEach((text, i) => {
    const column = from + i;
    if (column > weights.length) {
      const found = activationOf(text, activation);
      if (found) activation = found;
      else complain(i, { kind: 'activation', text });
      return;
    }
    const number = parseTypedNumber(text);
    if (!number.ok) complain(i, { kind: 'number', error: number.error });
    else if (column === weights.length) bias = number.value;
    else weights[column] = number.value;
  });
  return { weights, bias, activation };
}

/** By its name in links, in any case: `ReLU`. A leaky one keeps its slope. */
function activationOf(text: string, now: Activation<Rational>): Activation<Rational> | null {
  const wanted = text.replace(/[^A-Za-z]/g, '').toLowerCase();
  const kind = ACTIVATION_KINDS.find((each) => each.toLowerCase() === wanted);
  if (kind === undefined) return null;
  if (kind !== 'leakyRelu') return { kind };
  return now.kind === kind ? now : { kind, slope: DEFAULT_SLOPE };
}

/** Names above the columns and before the rows, as spreadsheets have them, are left out. */
function withoutNames(pasted: PastedBlock): {
  readonly cells: PastedBlock;
  readonly top: number;
  readonly left: number;
} {
  const isNumber = (cell = '') => parseTypedNumber(cell).ok;
  const [first = [], ...others] = pasted;
  const top = others.length > 0 && !first.some(isNumber) && others.some((row) => row.some(isNumber)) ? 1 : 0;
  const rows = pasted.slice(top);
  const left = rows.every((row) => row.length > 1 && !isNumber(row[0]) && isNumber(row[1])) ? 1 : 0;
  return { cells: rows.map((row) => row.slice(left)), top, left };
}

/** The words beside the derivation with matrices. */
export const MATRIX = {
  notes: {
    writeOut: 'each row is one hidden node',
    multiplyOut: 'multiply the brackets out',
    combine: 'multiply the matrices: one row is left',
  },
  /** What is said of matrices with many numbers. */
  spoken: {
    writeOut: 'y hat equals a row of weights times the layer’s weight matrix times its inputs, plus biases',
    multiplyOut: 'y hat equals row times matrix times inputs, plus row times biases',
    combine: 'y hat equals one row times the inputs, plus a constant',
  },
  /** Activations that differ within a layer. */
  mixed: 'f of',
  /** `the row 2, 5`, `the column x E, x H`, `the matrix 0.5, 3; 4, 1`. */
  entries: (rows: readonly (readonly string[])[]) => {
    const kind = rows.length === 1 ? 'row' : rows[0]?.length === 1 ? 'column' : 'matrix';
    return `the ${kind} ${rows.map((row) => row.join(', ')).join(kind === 'column' ? ', ' : '; ')}`;
  },
} as const;

/** The words beside the derivation with matrices. */
export const MATRIX = {
  notes: {
    writeOut: 'each row is one hidden node',
    multiplyOut: 'multiply the brackets out',
    combine: 'multiply the matrices: one row is left',
  },
  spoken: {
    writeOut: 'y hat equals a row of weights times the layer’s weight matrix times its inputs, plus biases',
    multiplyOut: 'y hat equals row times matrix times inputs, plus row times biases',
    combine: 'y hat equals one row times the inputs, plus a constant',
  },
} as const;

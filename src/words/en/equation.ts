/** The words beside the equations. */
export const EQUATION = {
  noHidden: 'no hidden layer: a linear model already',
  notes: {
    writeOut: (hiddenLayers: number, layer: number) =>
      hiddenLayers === 1 ? 'hidden nodes inside the output' : `write out hidden layer ${layer + 1}`,
    multiplyOut: (_hiddenLayers: number, _layer: number) => 'multiply each bracket out',
  },
  partly: {
    multiplyOut: 'multiply out what is not held',
    combine: 'add what can be added; the rest stays held',
  },
  /** The step leaves the line as it is. */
  repeats: {
    writeOut: 'nothing to write out',
    multiplyOut: 'nothing to multiply out',
    combine: 'no like terms left to add',
  },
  addLike: (example: string) => `add the like terms: ${example}\u00a0…`,
  matrixForm: 'Matrix form',
  matrix: 'Matrix',
} as const;

/** The words of the matrices that take the place of the drawing where a network is large. */
export const HEAT = {
  name: 'Matrices of weights',
  bias: 'bias',
  inHand: 'In hand',
  off: 'off',
  legend: 'Colour and sign of a weight',
  keys: 'Arrow keys: from weight to weight. Enter: change it.',
  productName: 'What is left: one row',
  /** Of layers that have been folded up, the last one first. */
  product: (layers: readonly string[]) =>
    `${layers.map((name, i) => (i === 0 ? name : name.toLowerCase())).join(' × ')}: one row is left.`,
  /** The sums and the outputs of a layer's nodes. */
  z: 'sum z',
  a: 'output a',
  exact: 'z and a are exact.',
  rounded: 'z and a are rounded (≈).',
} as const;

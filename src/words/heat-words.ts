/** The words of the matrices that take the place of the drawing where a network is large. */
export const HEAT = {
  name: 'Matrices of weights',
  bias: 'bias',
  inHand: 'In hand',
  off: 'off',
  legend: 'Colour and sign of a weight',
  keys: 'Arrow keys: from weight to weight. Enter: change it.',
  /** The sums and the outputs of a layer's nodes. */
  z: 'sum z',
  a: 'output a',
  exact: 'z and a are exact.',
  rounded: 'z and a are rounded (≈).',
} as const;

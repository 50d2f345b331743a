/** The symbols that stand in the prose: as TeX, and as they are said. A text names one between dollar signs: `$z$`. */

export interface SymbolWords {
  readonly tex: string;
  readonly spoken: string;
}

export const SYMBOLS = {
  x: { tex: 'x', spoken: 'x' },
  xE: { tex: 'x_E', spoken: 'x E' },
  xH: { tex: 'x_H', spoken: 'x H' },
  xA: { tex: 'x_A', spoken: 'x A' },
  xB: { tex: 'x_B', spoken: 'x B' },
  xG: { tex: 'x_G', spoken: 'x G' },
  z: { tex: 'z', spoken: 'z' },
  a: { tex: 'a', spoken: 'a' },
  b: { tex: 'b', spoken: 'b' },
  f: { tex: 'f', spoken: 'f' },
  h: { tex: 'h', spoken: 'h' },
  k: { tex: 'k', spoken: 'k' },
  kIs: { tex: 'k = {}', spoken: 'k equals' },
  w: { tex: 'w', spoken: 'w' },
  yHat: { tex: '\\hat{y}', spoken: 'y hat' },
  yHatIs: { tex: '\\hat{y} = {}', spoken: 'y hat equals' },
  fz: { tex: 'f(z)', spoken: 'f of z' },
  aIsFz: { tex: 'a = f(z)', spoken: 'a equals f of z' },
  linear: { tex: 'f(z) = z', spoken: 'f of z equals z' },
  relu: { tex: 'f(z) = \\max(0,\\; z)', spoken: 'f of z equals the larger of 0 and z' },
  aPlusB: { tex: 'a + b', spoken: 'a plus b' },
  reluA: { tex: '\\operatorname{ReLU}(a)', spoken: 'ReLU of a' },
  reluB: { tex: '\\operatorname{ReLU}(b)', spoken: 'ReLU of b' },
  reluSum: { tex: '\\operatorname{ReLU}(a + b)', spoken: 'ReLU of a plus b' },
  sumRelu: { tex: '\\operatorname{ReLU}(a) + \\operatorname{ReLU}(b)', spoken: 'ReLU of a, plus ReLU of b' },
  max: { tex: '\\max(0,\\; \\ldots)', spoken: 'the larger of 0 and what is inside' },
  twoMax: { tex: '2\\max(0,\\; z)', spoken: '2 times the larger of 0 and z' },
  maxTwo: { tex: '\\max(0,\\; 2z)', spoken: 'the larger of 0 and 2 z' },
  absX: { tex: '\\lvert x_E \\rvert', spoken: 'the absolute value of x E' },
} as const satisfies Readonly<Record<string, SymbolWords>>;

export type SymbolName = keyof typeof SYMBOLS;

/** Section 1. */

export const ONE_NEURON = {
  what: 'A [neuron|neuron] does three small things, one after the other. It weighs, it adds up, and it decides what to pass on.',
  weigh:
    'Here three numbers come in, the [inputs|input] $xE$, $xH$ and $xG$: the small letter says which one it is. Each of them is multiplied by the [weight|weight] of its edge. The first: {e} times {w} makes {product}.',
  add: 'Then all products are added up, and the [bias|bias] {bias} with them. The bias comes with no input: it is what the neuron starts from. The sum is its [intermediate value|z], written $z$. Here it is {z}.',
  decide:
    'Last comes the [activation function|activation], written $f$. It takes $z$ and gives $a$, the [number that leaves|a] the neuron. With {name}, {z} leaves as {a}.',
  try: 'With [ReLU|relu] a negative sum leaves as 0, and a positive one leaves as it is. Make $xE$ 11.5, and the sum is {highSum} and leaves as {highOut}. Make it −12 again, and the sum is {lowSum} and leaves as {lowOut}.',
  tryHigh: 'Make x_E 11.5',
  tryLow: 'Make x_E −12',
  linear: 'With the [linear activation|linearActivation] nothing happens to the sum at all: what leaves is $z$.',
  figure: 'One neuron',
  choose: 'Neuron to look at',
  example: 'The example',
  /** The drawing's parts. */
  biasLabel: 'bias',
  noInput: 'no input',
  sum: 'intermediate value',
  output: 'output',
  activationOf: 'Activation of this neuron',
  /** Names of its number fields. */
  inputName: (name: string) => `input ${name} of this neuron`,
  weightName: (name: string) => `weight of ${name} in this neuron`,
  biasName: 'bias in this neuron',
  play: 'Play one pass',
  pause: 'Pause',
  previous: 'Previous',
  goOn: 'Go on',
  steps: ['Products', 'Sum', 'Activation', 'Output'],
  stepsName: 'Steps of one pass',
  says: {
    products: (products: readonly string[]) => `Each number times its weight: ${products.join(',  ')}.`,
    sum: (equation: string) => `Add the products and the bias: ${equation}.`,
    activation: (name: string, z: string, a: string) => `${name} takes ${z} and gives ${a}.`,
    output: (a: string) => `${a} leaves the neuron: that is all the next layer hears of it.`,
  },
  graph: (name: string, z: string, a: string) => `Graph of ${name}: at z = ${z} it gives ${a}`,
} as const;

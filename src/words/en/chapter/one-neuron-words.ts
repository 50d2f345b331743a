/** Section 1. */

export const ONE_NEURON = {
  what: 'A [neuron|neuron] does three small things, one after the other: it weighs, it adds up, and it decides what to pass on.',
  meaning:
    'Say the network predicts your score in a test, $yHat$. Its [inputs|input] are $xE$, the **exercises** you solved, $xH$, the **hours** you studied, and $xG$, your last **grade**. Each is measured from the class average: 0 is average, and a negative number is below it.',
  weigh:
    'The neuron multiplies each input by the [weight|weight] on its edge. The first one: {e} times {w} is {product}.',
  add: 'Then it adds up the products, plus the [bias|bias] {bias}. The bias has no input: it is where the neuron starts counting. The sum is the [intermediate value|z] $z$. Here it is {z}.',
  decide:
    'Last comes the [activation function|activation] $f$. It takes $z$ and gives $a$, [the number that leaves|a] the neuron. With {name}, {z} leaves as {a}.',
  try: '[ReLU|relu] turns a negative sum into 0 and lets a positive one through. Make $xE$ 11.5: the sum is {highSum}, and {highOut} leaves. Make it −12 again: the sum is {lowSum}, and {lowOut} leaves.',
  tryHigh: 'Make x_E 11.5',
  tryLow: 'Make x_E −12',
  linear: 'The [linear activation|linearActivation] does nothing in this last step: $z$ leaves unchanged.',
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
    output: (a: string) => `${a} leaves the neuron. That is all the next layer gets to see.`,
  },
  biasFigure: {
    title: 'What the bias is for',
    text: 'Take a ReLU neuron with one input: $z$ is {w} times $x$, plus a bias of {b}. On one side it is [off|on] and sends 0; on the other it is on. Between them is a corner, where $z$ is 0. That is the [crease|crease] that gives this page its name.',
    drag: 'Drag the corner, or the bias. The weight says how steep the neuron is; the bias says **where it turns on**.',
    ask: 'Make the weight {w} and the bias {b}. At which $x$ is the corner then?',
    why: 'that is where $x$ − {b} is 0',
    figure: 'A ReLU neuron over one input',
    crease: 'where the crease is',
    weight: 'weight of this neuron with one input',
    bias: 'bias of this neuron with one input',
    on: 'on',
    off: 'off',
    right: 'The corner is at $x$ = {x}. To the right of it the neuron is on.',
    left: 'The corner is at $x$ = {x}. To the left of it the neuron is on.',
    flat: 'With weight 0 the input has no say: the neuron sends the same number everywhere, and there is no corner.',
  },
  graph: (name: string, z: string, a: string) => `Graph of ${name}: at z = ${z} it gives ${a}`,
} as const;

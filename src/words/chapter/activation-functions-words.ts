/** Section 2. */

export const ACTIVATION_FUNCTIONS = {
  what: 'An [activation function|activation] takes one number and gives one number. So it can be drawn as a curve: the sum $z$ to the right, and what the node passes on, $aIsFz$, upwards.',
  linear:
    '**Linear** is one of them: $linear$. It passes every sum on as it is. When people say “without an activation function”, this is what they have.',
  relu: '**ReLU** gives 0 where $z$ is negative, and $z$ itself where it is positive: $relu$. Two straight halves, and a corner between them. That corner is what this page is about.',
  move: 'Move the point. At $z$ = {z} the linear function gives {linear}, ReLU gives {relu}, and {name} gives {value}.',
  pick: 'All of these but one bend somewhere. Choose a function, and every hidden node of the network at the top gets it. Undo takes it back.',
  figure: 'Activation functions on the same axes',
  point: (name: string) => `z of the point on ${name}`,
  zName: 'sum z on the axes',
  axes: { z: 'z', a: 'a = f(z)' },
  at: (z: string) => `at z = ${z}`,
  choose: (name: string) => `Use ${name}`,
  used: 'in use at the top',
  look: (name: string) => `Look at ${name}`,
  bendsLabel: 'Bends:',
  note: {
    title: 'Why does ReLU work so well in deep networks?',
    known: 'What is known',
    cheap: 'It is cheap: one comparison, where others need a power of e.',
    slope:
      'Where a ReLU node is on, its slope is exactly 1. What learning sends back through it (section 7) arrives whole, however large the sum is. Tanh and sigmoid level off on both sides, and there the signal fades from layer to layer.',
    trained:
      'It helps in practice: with ReLU, deep networks that used to need careful preparation could be trained directly {glorot}, after rectified units had done well in other networks {nair}. One network for pictures reached the same training error six times as fast as with tanh {krizhevsky}.',
    start:
      'The random weights that training starts from have to be of the right size. For ReLU there is a rule that keeps signals from growing or fading through many layers {he}.',
    cost: 'It has a price. A node that is off for every example passes nothing on and learns nothing: a dead ReLU. With the usual random weights, and layers of a given width, a network is almost sure to be dead from the start once it has enough layers; that is proved {lu}.',
    open: 'What is not',
    best: 'That it is the best. GELU {gelu} and SiLU {silu} came out ahead in the comparisons of their authors and are common today; how much it matters depends on the task.',
    folklore:
      'Why, in full. “Many zeros are good”, or “neurons in a brain do the same”, are ideas that were given for it, and not proofs.',
  },
} as const;

/** Section 6. */

export const ACTIVATION_FUNCTIONS = {
  what: 'ReLU is only one way to bend. An [activation function|activation] takes one number and gives one number, so you can draw it as a curve: the sum $z$ to the right, and what the node passes on, $aIsFz$, upwards.',
  linear:
    '**Linear** is one of them, too: $linear$. When people say “without an activation function”, this is what they mean.',
  relu: '**ReLU** is two straight halves with a corner between them: $relu$. That corner is what this page is about.',
  move: 'Drag the point. At $z$ = {z}, linear gives {linear}, ReLU gives {relu}, and {name} gives {value}.',
  pick: 'All but one of them bend somewhere. Choose one: its curve stands out, and you can give it to every hidden node at the top.',
  figure: 'Activation functions on the same axes',
  point: (name: string) => `z of the point on ${name}`,
  zName: 'sum z on the axes',
  axes: { z: 'z', a: 'a = f(z)' },
  at: (z: string) => `at z = ${z}`,
  choose: (name: string) => `Use ${name}`,
  used: 'In use at the top',
  look: (name: string) => `Look at ${name}`,
  bendsLabel: 'Bends:',
  note: {
    title: 'Why does ReLU work so well in deep networks?',
    known: 'What is known',
    cheap: 'It is cheap: one comparison, where others need a power of e.',
    slope:
      'Where a ReLU node is on, its slope is exactly 1. What learning sends back through it (section 7) arrives whole, however large the sum is. Tanh and sigmoid level off on both sides; there, the signal fades from layer to layer.',
    trained:
      'It helps in practice. Rectified units had already done well in other networks {nair}; with ReLU, deep networks that used to need careful preparation could be trained directly {glorot}. One image network reached the same training error six times as fast as with tanh {krizhevsky}.',
    start:
      'Training starts from random weights, and these have to be the right size. For ReLU there is a rule that keeps signals from growing or fading through many layers {he}.',
    cost: 'It has a price. A node that is off for every example passes nothing on and learns nothing: a dead ReLU. Stack enough layers of a given width, with the usual random weights, and the network is almost sure to be dead from the start: this has been proved {lu}.',
    open: 'What is not known',
    best: 'That it is the best. GELU {gelu} and SiLU {silu} came out ahead in their authors’ comparisons and are common today. How much it matters depends on the task.',
    folklore: 'The whole reason. “Many zeros are good” and “neurons in a brain do the same” are ideas, not proofs.',
  },
} as const;

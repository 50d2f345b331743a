/** Section 6. */

export const WHAT_COMES_NEXT = {
  learn:
    'Nobody types in the weights of a real network. It starts from random ones and looks at examples. Each time, every weight is moved a little, in the direction in which the error gets smaller.',
  slope:
    'For that, one has to know of each weight: if it moves a little, how much does $yHat$ move? Such a number is a [slope|slope].',
  chain:
    'The slope of one weight is a product of what lies along its way: the value that comes in, times the slope $slope$ of the activation function where its node stands, times the weights on the way out. If there are several ways to the output, their products are added.',
  back: 'Computed from the output back to the inputs, layer by layer, each product is the last one times a little more. That is [backpropagation|backpropagation] {rumelhart}; the next chapter is about it.',
  relu: 'With linear nodes all $slope$ are 1. With ReLU, $slope$ is 1 where the node is [on|on], and 0 where it is off. A node that is off stops the slope: its weights learn nothing from this example.',
  try: 'Try it: switch the network at the top to ReLU, and lower an input until a node is off.',
  figure: 'The slope of one weight',
  pick: 'Weight or bias',
  figureSays: 'The slope of ŷ with respect to the {name} is {slope}.',
  about: 'about',
  check: 'Raise it by {step}: ŷ moves from {before} to {after}, that is by {moved}.',
  checkWithin: 'The slope times {step} is {predicted}.',
  stopped: 'It is stopped: {nodes} off, and an off node passes no slope along.',
  corner: 'One sum is exactly 0 here, on the corner of its function. There is no single slope there; as is usual, the one on the left of the corner is taken.',
  approximate: 'Smooth functions have slopes that are not fractions: these numbers are rounded.',
  value: 'value that comes in',
  one: 'a bias comes in with 1',
  activationSlope: (node: string) => `slope of ${node}`,
  wayOut: 'slope from there to ŷ',
  all: 'All slopes at the current input',
  from: 'from',
  into: (node: string) => `into ${node}`,
  readTitle: 'Further reading',
  read: {
    nielsen: {
      title: 'How the backpropagation algorithm works',
      about: 'Chapter 2 of Michael Nielsen’s free book: the same letters as here, with all the steps.',
      href: 'http://neuralnetworksanddeeplearning.com/chap2.html',
    },
    olah: {
      title: 'Calculus on computational graphs',
      about: 'Christopher Olah on why slopes are computed backwards.',
      href: 'https://colah.github.io/posts/2015-08-Backprop/',
    },
    goodfellow: {
      title: 'Deep feedforward networks',
      about: 'Chapter 6 of the book by Goodfellow, Bengio and Courville: hidden units, and what they can express.',
      href: 'https://www.deeplearningbook.org/contents/mlp.html',
    },
    playground: {
      title: 'A neural network playground',
      about: 'Watch a small network learn, with several activation functions.',
      href: 'https://playground.tensorflow.org/',
    },
  },
  sourcesTitle: 'Sources',
  more: 'Two results to look up: with any activation function that is not a polynomial, one hidden layer that is wide enough comes as close as you like to any continuous function on a bounded region {leshno}; and the number of pieces can grow very fast with the number of layers {montufar}.',
} as const;

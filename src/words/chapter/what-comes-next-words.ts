/** Section 7. */

export const WHAT_COMES_NEXT = {
  learn:
    'Nobody types in the weights of a real network: they start out random. Then it is shown examples, and each time every weight is moved a little, in the direction that makes the error smaller.',
  slope:
    'For that, one has to know of each weight: if it moves a little, how much does the [output|prediction] $yHat$ move? Such a number is a [slope|slope].',
  chain:
    'The slope of one weight is a product of what lies along its way: the value that comes in, times the slope $slope$ of the activation function at the sum of its node, times the weights on the way out. If there are several ways to the output, their products are added.',
  back: 'Computed from the output back to the inputs, layer by layer, each product is the one before, times one or two numbers more. That is [backpropagation|backpropagation] {rumelhart}; the next chapter is about it.',
  relu: 'With linear nodes all $slope$ are 1. With ReLU, $slope$ is 1 where the node is [on|on], and 0 where it is off. A node that is off stops the slope: its weights learn nothing from this example.',
  try: 'Try it: switch the network at the top to ReLU, and lower an input until a node is off.',
  figure: 'The slope of one weight',
  pick: 'Weight or bias whose slope is shown',
  input: 'Current input:',
  inputName: (name: string) => `input ${name} for the slopes`,
  comesIn: 'comes in',
  comesInBias: 'a bias counts once',
  ownSlope: (node: string) => `slope at ${node}`,
  wayOut: 'on to the output',
  total: (name: string) => `slope of the ${name}`,
  check:
    'Raise it by {step}, and $yHat$ moves from {before} to {after}: by {moved}. The slope times {step} is {predicted}.',
  crossed: 'The two differ because a sum crosses a corner on the way: the slope speaks of small steps.',
  stopped: (nodes: string) =>
    `Stopped at ${nodes}: where a function is flat its slope is 0, and nothing is passed along.`,
  corner:
    'One sum is exactly 0 here, on the corner of its function. There is no single slope there. As is usual, the one on its left is taken.',
  picture: (name: string, slope: string) => `The way of the ${name} to the output; its slope is ${slope}.`,
  all: 'All slopes at this input',
  tooMany: 'This network has too many weights to list all slopes here.',
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
  more: 'Two results to look up: with any of the bent functions above, one hidden layer that is wide enough comes as close as you like to any continuous function on a bounded region {leshno}; and the number of pieces can grow very fast with the number of layers {montufar}.',
} as const;

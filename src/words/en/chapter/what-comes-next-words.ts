/** Section 7. */

export const WHAT_COMES_NEXT = {
  learn:
    'Nobody types in the weights of a real network. They start out random. Then the network is shown examples, and after each one every weight is nudged in the direction that makes the error smaller.',
  slope:
    'Which direction is that? Ask of each weight: **if it moves a little, how much does the [output|prediction] $yHat$ move?** The answer is a number, the [slope|slope] of that weight.',
  chain:
    'To find it, follow the nudge to the output. The sum of the node moves by the nudge, times the number that comes in. The activation function passes on some of that: all of it, part of it, or nothing. Then come the weights on the way out. Multiply the lot, and you have the slope. If several ways lead to the output, add up what arrives along each.',
  back: 'Start at the output and work back, one layer at a time, and you get the slopes of all weights in a single sweep. That is [backpropagation|backpropagation] {rumelhart}.',
  relu: 'A linear node passes on everything. A ReLU node passes on everything while it is [on|on], and nothing while it is off. So a node that is off stops the nudge: its own weights learn nothing from this example.',
  try: 'Try it: switch to ReLU, and lower an input until a node is off.',
  figure: 'The slope of one weight',
  pick: 'Weight or bias whose slope is shown',
  input: 'Inputs now:',
  inputName: (name: string) => `input ${name} for the slopes`,
  comesIn: 'comes in',
  comesInBias: 'a bias always counts once',
  ownSlope: (node: string) => `passed on by ${node}`,
  wayOut: 'on to the output',
  total: (name: string) => `slope of the ${name}`,
  check:
    'Raise it by {step}, and $yHat$ moves from {before} to {after}: by {moved}. The slope times {step} is {predicted}.',
  crossed: 'The two differ because a sum crosses a corner on the way. A slope is only true of small steps.',
  stopped: (nodes: string) => `Stopped at ${nodes}: the function is flat there, so nothing is passed on.`,
  corner:
    'One sum is exactly 0, right on the corner of its function. A corner has no single slope, so the page takes the one on its left, as is usual.',
  picture: (name: string, slope: string) => `From the ${name} to the output; its slope is ${slope}.`,
  all: 'All slopes for these inputs',
  tooMany: 'This network has too many weights to list all their slopes here.',
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
  moreTitle: 'How far it goes',
  more: 'Two results worth looking up. With any of the functions that bend, one hidden layer that is wide enough comes as close as you like to any continuous function on a bounded region {leshno}. And the number of pieces can grow very fast with the number of layers {montufar}.',
} as const;

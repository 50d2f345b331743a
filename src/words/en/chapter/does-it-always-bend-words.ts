/** Section 5. */
import { plural } from '../count.ts';
import { countWord, counted } from '../verdict-words.ts';

export const DOES_IT_ALWAYS_BEND = {
  quiet:
    'ReLU only does something where a sum is negative. In the starting network every weight and every bias is positive. So for inputs of 0 or more, no sum is ever negative: both nodes are always [on|on], and there the network **is still** {model}.',
  find: 'To see it bend, go below 0. Start from $xE$ = {e}, $xH$ = {h} and $xG$ = {g}, and change them.',
  findHint: 'Make $xG$ −3, for example.',
  ask: 'Node {node} adds up {sum}. Leave the other inputs alone: at which {input} is its sum exactly 0?',
  why: 'the rest of the sum is {rest}, and {weight} times {truth} takes exactly that away. Go lower, and the node is off',
  inputName: (name: string) => `input ${name} of the starting network`,
  findSpoken: (sums: string, y: string) => `The sums of the hidden nodes are ${sums}; the output is ${y}.`,
  sums: {
    bothOn: 'Both sums are positive. The network gives {y}, and so does the linear model.',
    someOff: 'Off: {off}. The network gives {y}, where the linear model says {linear}.',
    offButSame:
      'Off: {off}. Its sum is exactly 0, so nothing is lost, and both give {y}. You are on the crease itself.',
  },
  findFigure: 'The starting network with ReLU',
  question1: '“ReLU is linear where it is positive. So why is it called nonlinear?”',
  answer1:
    'Because *linear* is a promise about all inputs together: halfway between two inputs, the output is halfway between their outputs. ReLU keeps the promise on each side of 0, and breaks it across 0. −2 gives 0 and 2 gives 2; halfway between those outputs is 1. But halfway between −2 and 2 is 0, and 0 gives 0.',
  midpoint: {
    figure: 'Halfway between two inputs',
    kind: 'Function to test',
    kinds: { relu: 'ReLU', linear: 'Linear' },
    first: 'first input',
    second: 'second input',
    says: 'Halfway between the two outputs is {promised}. Halfway between the two inputs is {middle}, and that gives {found}.',
    kept: 'The same: the promise is kept here.',
    broken: 'Not the same: the promise is broken.',
  },
  xor: {
    title: 'Why no plane does XOR',
    posts:
      'XOR is 1 where exactly one of two inputs is 1, and 0 where they are equal. Picture four posts on the corners of a square, two of height 1 and two of height 0. Can one flat sheet touch the top of all four?',
    middle:
      'No, by the same argument. The middle of the square is halfway along *both* diagonals. The two low posts need the sheet at 0 there; the two high ones need it at 1. It can’t be both.',
    least:
      'Drag the three numbers and try. The best a plane can do is lie flat at exactly 1/2 and miss every post by 1/2. With a [crease|crease] it is easy: build it yourself in the challenges below.',
    figure: 'Four posts, and a plane that tries to touch them',
    picture: 'Posts on the corners of a square: height 0 at 0, 0 and at 1, 1; height 1 at 0, 1 and at 1, 0.',
    numbers: { a: 'slope along A', b: 'slope along B', c: 'height at 0, 0' },
    corner: (at: string, height: string) => `${at} → ${height}`,
    says: 'Over either pair of opposite corners, the plane adds up to {sum}. XOR adds up to 0 over one pair and to 2 over the other. Mean squared miss: {loss}.',
    best: 'No plane does better.',
    flat: 'Lay it flat at 1/2',
  },
  waysTitle: 'Three ways to have ReLU and no bend, for inputs of 0 or more',
  ways: {
    dead: {
      title: 'A dead node',
      text: 'For inputs of 0 or more, the sum of one node is never positive. So there the node is always off, and adds nothing to the output.',
    },
    alwaysOn: {
      title: 'Nodes that are always on',
      text: 'The starting network. For inputs of 0 or more, both nodes pass everything along: ReLU is there, and has nothing to do.',
    },
    cancelling: {
      title: 'Two that cancel',
      text: 'One node is the other turned round, and the output subtracts it: max(0, z) − max(0, −z) is just z. Both nodes crease in the same place, and the two creases undo each other.',
    },
  },
  onNonnegative: 'For inputs of 0 or more:',
  everywhere: 'Everywhere:',
  beyond: (creases: string) => `Where inputs are negative it does bend: ${creases}.`,
  question2: '“If one neuron is always zero and all the others are always positive, is the network linear?”',
  answer2:
    '**Yes**, for the inputs where that is true. The one that is always zero adds nothing. The others pass their sums along unchanged. A sum of linear functions is linear. For other inputs it may still bend.',
  challengesTitle: 'Six challenges',
  challenges:
    'Your turn. Each challenge puts a network of its own on the workbench and at the top. Your answer is checked exactly: for all inputs, or for those the task names. Undo brings back what was there before.',
} as const;

export const CHALLENGES = {
  list: 'Challenges',
  start: 'Try it',
  restart: 'Start again',
  hint: 'Hint',
  solvedCount: (solved: number, all: number) => `${solved} of ${all} solved`,
  forget: 'Forget my progress',
  solved: 'Solved',
  solvedNow: {
    all: 'Solved. Checked for all inputs.',
    inputs: (count: number) => `Solved. Checked at the ${countWord(count)} inputs of the task.`,
    here: (nodes: readonly string[]) =>
      `Solved at this input: ${nodes.join(' and ')} ${plural(nodes.length, 'is', 'are')} off.`,
  },
  startNamed: (verb: string, title: string) => `${verb}: ${title}`,
  bench: 'Workbench',
  values: 'Input values',
  now: 'now',
  node: (number: string) => `Node ${number}`,
  output: 'Output',
  hiddenWeights: 'Weights and bias of each hidden node',
  outputWeights: 'Weights and bias of the output',
  bias: 'bias',
  items: {
    collapse: {
      title: 'Make it collapse',
      task: 'Every hidden node has ReLU. Make the network equal to one linear model all the same, for all inputs.',
      hint: 'What if the output ignores a node? Or if two nodes are mirror images?',
      insight: 'A crease reaches the output only if the weights let it through.',
    },
    'one-crease': {
      title: 'Exactly one crease',
      task: 'Two hidden nodes make two creases. Leave exactly one.',
      hint: 'A node whose weight on the way out is 0 makes no crease. Two creases in the same place count as one.',
      insight: 'Every crease belongs to a node. Silence the node, and its crease is gone.',
    },
    'absolute-value': {
      title: 'Build |x|',
      task: 'One input, two ReLU nodes. Make the output the absolute value of the input: −3 gives 3, and 3 gives 3.',
      hint: 'One node for each side: the first is on where x is positive, the second where it is negative.',
      insight: 'Two ReLUs back to back make a V: one works on each side of 0.',
    },
    xor: {
      title: 'Build XOR',
      task: 'The inputs are 0 or 1. Make the output 1 if exactly one of them is 1, and 0 if both are equal.',
      hint: 'Let both nodes add up A and B. Give one of them a bias that lets it turn on only when both are 1, and let the output subtract it twice.',
      insight: 'One bias makes a node wait until both inputs are 1. That single crease does what no plane can.',
    },
    pieces: {
      title: 'Four pieces, then three',
      task: 'Both nodes crease in the same place, so there are two pieces. Get to four pieces first, then to three.',
      hint: 'Two creases that cross make four pieces. Two parallel ones make three.',
      insight:
        'It matters where creases lie, not just how many there are: two that cross make four pieces, two side by side make three.',
    },
    'find-bend': {
      title: 'Find the bend',
      task: 'The starting network with ReLU. Find inputs that switch one of the nodes off.',
      hint: 'Every weight is positive. So lower an input until a sum falls to 0.',
      insight: 'The crease was there all along. You only had to go where a sum turns negative.',
    },
  },
  why: {
    noRelu: 'This needs at least two hidden nodes, all of them ReLU, and a linear output.',
    inputs: (wanted: string) => `The network needs ${wanted}.`,
    creases: (count: number) => `Now ${thereAre(count, 'crease')}.`,
    differs: (x: string, found: string, wanted: string) => `At ${x} it gives ${found}, and should give ${wanted}.`,
    pieces: (count: number) => `Now ${thereAre(count, 'piece')}.`,
    four: 'Four pieces: halfway there. Now three.',
    allOn: (sums: string) => `Both nodes are on. Their sums are ${sums}.`,
    otherNetwork: 'These are no longer the weights of the starting network. “Start again” brings them back.',
    deep: 'Keep one hidden layer.',
    undecided: 'This network is too large to check here.',
  },
} as const;

/** `there are two creases`, `there is one crease` */
function thereAre(count: number, one: string): string {
  return `there ${plural(count, 'is', 'are')} ${counted(count, one)}`;
}

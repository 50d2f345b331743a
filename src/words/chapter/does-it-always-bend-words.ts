/** Section 5. */
import { countWord, thereAre } from '../verdict-words.ts';

export const DOES_IT_ALWAYS_BEND = {
  quiet:
    'ReLU does something only where a sum is negative. In the chapter’s network every weight and every bias is positive. So for inputs of 0 and more no sum is ever negative: both nodes are [on|on], all the time, and the network **still is** {model}.',
  find: 'It bends where some input is negative enough. Start from $xE$ = {e}, $xH$ = {h} and $xG$ = {g}, and change them:',
  findHint: 'Make $xG$ −3, for example, or look for the input at which a sum is exactly 0.',
  inputName: (name: string) => `input ${name} of the chapter’s network`,
  findSpoken: (sums: string, y: string) => `The sums of the hidden nodes are ${sums}; the output is ${y}.`,
  sums: {
    bothOn: 'Both sums are positive: the network gives {y}, and the linear model gives the same.',
    someOff: 'Off: {off}. The network gives {y}, where the linear model says {linear}.',
    offButSame:
      'Off: {off}, with a sum of exactly 0, and so nothing is lost: both give {y}. This is the crease itself.',
  },
  findFigure: 'The chapter’s network with ReLU',
  question1: '“ReLU is linear where it is positive. So why is it called nonlinear?”',
  answer1:
    'Because *linear* is a promise about all inputs together: halfway between two inputs, the output is halfway between their outputs. ReLU keeps it on each side of 0, and breaks it across. −2 gives 0 and 2 gives 2, halfway between those is 1; but halfway between −2 and 2 is 0, and 0 gives 0.',
  waysTitle: 'Three ways to have ReLU and no bend on inputs ≥ 0',
  ways: {
    dead: {
      title: 'A dead node',
      text: 'For inputs of 0 and more, the sum of one node is never positive. There the node is always off, and adds nothing to the output.',
    },
    alwaysOn: {
      title: 'Nodes that are always on',
      text: 'The chapter’s network: on inputs of 0 and more both nodes pass everything along. ReLU is there, and has nothing to do.',
    },
    cancelling: {
      title: 'Two that cancel',
      text: 'One node is the other one turned round, and the output subtracts it: max(0, z) − max(0, −z) is z again. Each node has its crease, in the same place, and the two creases undo each other.',
    },
  },
  onNonnegative: 'On inputs ≥ 0:',
  everywhere: 'Everywhere:',
  beyond: (creases: string) => `On all inputs it bends: ${creases}.`,
  question2: '“If one neuron is always zero and all others are always positive, is the network linear then?”',
  answer2:
    '**Yes.** The one that is always zero adds nothing, and the others pass their sums along unchanged. What is left is a sum of linear things, and that is linear. It holds for the inputs for which you know that; for others it may bend.',
  challengesTitle: 'Six challenges',
  challenges:
    'Now you. Each challenge opens its own network at the top, and is checked there exactly: for all inputs, or for those that its task names. Undo brings back what was there before.',
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
      `Solved at this input: ${nodes.join(' and ')} ${nodes.length === 1 ? 'is' : 'are'} off.`,
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
      task: 'All nodes have ReLU. Make the network equal to one linear model all the same, for all inputs.',
      hint: 'What if the output takes no notice of a node? Or if two nodes are mirror images?',
    },
    'one-crease': {
      title: 'Exactly one crease',
      task: 'There are two hidden nodes, and two creases. Leave exactly one.',
      hint: 'A node that has weight 0 on its way out makes no crease. Two nodes with their creases in the same place count as one.',
    },
    'absolute-value': {
      title: 'Build |x|',
      task: 'One input, two ReLU nodes. Make the output the absolute value: −3 gives 3, and 3 gives 3.',
      hint: 'One node for each side: the first is on where x is positive, the second where it is negative.',
    },
    xor: {
      title: 'Build XOR',
      task: 'Inputs are 0 or 1. If exactly one of them is 1, the output is 1; if both are equal, it is 0.',
      hint: 'Let both nodes add up A and B. Use the bias of one of them so that it turns on only when both are 1, and let the output take it away twice.',
    },
    pieces: {
      title: 'Four pieces, then three',
      task: 'Both nodes have their crease in the same place: two pieces. First reach four pieces, and then three.',
      hint: 'Two creases that cross make four pieces. Two that are parallel make three.',
    },
    'find-bend': {
      title: 'Find the bend',
      task: 'The chapter’s network with ReLU. Find input values at which one of the nodes is off.',
      hint: 'Every weight is positive. So make an input negative, until a sum falls to 0.',
    },
  },
  why: {
    noRelu: 'Every hidden node has to have ReLU, at least two of them, and the output has to be linear.',
    inputs: (wanted: string) => `The network needs ${wanted}.`,
    creases: (count: number) => `Now ${thereAre(count, 'crease')}.`,
    differs: (x: string, found: string, wanted: string) => `At ${x} it gives ${found}, and should give ${wanted}.`,
    pieces: (count: number) => `Now ${thereAre(count, 'piece')}.`,
    four: 'Four pieces: halfway there. Now three.',
    allOn: (sums: string) => `All nodes are on: their sums are ${sums}.`,
    otherNetwork: 'These are not the chapter’s weights with ReLU any more. “Start again” brings them back.',
    deep: 'Keep one hidden layer.',
    undecided: 'This network is too large to be checked here.',
  },
} as const;

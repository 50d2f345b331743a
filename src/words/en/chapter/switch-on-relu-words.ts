/** Section 3. */

export const SWITCH_ON_RELU = {
  same: 'Now give the hidden nodes [ReLU|relu]. Not one weight or bias changes. There is only one difference: a node whose sum is negative now sends 0. Flip the switch below, and watch both the algebra and the sheet.',
  toRelu: 'Switch the network at the top to ReLU',
  toLinear: 'Switch it back to linear',
  names: { relu: 'ReLU', linear: 'linear' },
  stops:
    'You can still write the first line. You may even multiply a positive number into a ReLU: $twoMax$ is $maxTwo$. What you can’t do is take the terms *out* of it. For that, ReLU of a sum would have to be the sum of the ReLUs. Is it?',
  ruleTitle: 'The step that fails',
  rule: 'Take {a} and {b}. Their sum is {sum}, so $reluSum$ is {together}. One at a time they give {first} and {second}, so $sumRelu$ is {apart}.',
  equal: 'Here both sides agree, because the two numbers don’t pull against each other. Give them different signs.',
  different:
    'Not the same. Add first, and the two pull against each other. Send them through ReLU one at a time, and they no longer can.',
  a: 'number a',
  b: 'number b',
  splitFigure: 'ReLU of a sum, and the sum of ReLUs',
  together: 'first add, then ReLU',
  apart: 'first ReLU, then add',
  held: 'So each $max$ keeps its terms inside. An $x$ in one node can’t get to the $x$ in the other, so there is nothing to add up.',
  piecesTitle: 'Case by case',
  pieces:
    'But you can go case by case. A node that is [on|on] passes its sum along; a node that is off may as well not be there. Once you know which nodes are on, the network is a linear model again. Each of these cases is a [piece|piece]. The one that your inputs are in is marked.',
  piecesFigure: 'The network with ReLU, case by case',
  tooManyPieces:
    'This network has too many pieces to list here, or a smooth node, which bends everywhere. Look at the network at the top instead.',
  sheet:
    'The sheet is the output, drawn above two of the inputs while the others hold still. With one hidden layer, each ReLU node can put one [crease|crease] into it, where its sum is 0.',
  count:
    'With linear nodes the sheet is one flat piece. Before you flip the switch: **into how many flat pieces** will ReLU fold it, counting all inputs?',
  ask: 'Your guess: how many flat pieces?',
  whyOne: 'its one node is on or off',
  whyAll: (nodes: string, pieces: string) =>
    `each of the ${nodes} nodes is on or off, and all ${pieces} combinations happen somewhere`,
  whySome: (nodes: string) =>
    `each of the ${nodes} nodes is on or off, but some combinations never happen, or make no difference`,
  creaseFigure: 'The network at the top, its algebra and its sheet',
  collapsed: 'All of it collapses into one line, and the sheet is flat.',
  jammed: 'Here the algebra jams: the terms can’t get out, and the sheet has creases.',
  cover: 'Take your guess first: into how many pieces?',
  tooLong: 'The network at the top has no hidden layer, or is too long to write out here. This is its sheet.',
} as const;

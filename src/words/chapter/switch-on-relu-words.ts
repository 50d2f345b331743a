/** Section 3. */

export const SWITCH_ON_RELU = {
  same: 'Now give the hidden nodes [ReLU|relu]. Not one weight changes, and no bias. There is only one difference: a node whose sum is negative now sends 0.',
  toRelu: 'Switch the network at the top to ReLU',
  toLinear: 'Switch it back to linear',
  names: { relu: 'ReLU', linear: 'linear' },
  stops:
    'You can still write the first line. You may even multiply a positive number into a ReLU: $twoMax$ is $maxTwo$. What you can’t do is take the terms *out* of it. For that, ReLU of a sum would have to be the sum of the ReLUs. Is it?',
  ruleTitle: 'The step that fails',
  rule: 'Take {a} and {b}. Their sum is {sum}, so $reluSum$ is {together}. One at a time they give {first} and {second}, so $sumRelu$ is {apart}.',
  equal: 'Here both sides agree, because the two numbers don’t pull against each other. Give them different signs.',
  different:
    'Not the same. Added first, they pull against each other; sent through ReLU one at a time, they no longer can.',
  a: 'number a',
  b: 'number b',
  splitFigure: 'ReLU of a sum, and the sum of ReLUs',
  together: 'first add, then ReLU',
  apart: 'first ReLU, then add',
  held: 'So each $max$ keeps its terms inside. An $x$ in one node can’t get to the $x$ in the other, and there is nothing to add up.',
  piecesTitle: 'Case by case',
  pieces:
    'But you can go case by case. A node that is [on|on] passes its sum along; a node that is off may as well not be there. Once you know which nodes are on, the network is a linear model again. Each of these cases is a [piece|piece]. The one that your inputs are in is marked.',
  piecesFigure: 'The network with ReLU, case by case',
  tooManyPieces:
    'This network has too many pieces to list here, or a smooth node, which bends all along. Look at the network at the top instead.',
  sheetTitle: 'The sheet',
  sheet:
    'Hold all inputs but two still, and draw the output above those two: that is the sheet. With linear nodes it is flat. With one hidden layer, each ReLU node can put one [crease|crease] into it, where its sum is 0.',
  sheetBefore: 'With linear nodes',
  sheetAfter: 'With ReLU nodes',
} as const;

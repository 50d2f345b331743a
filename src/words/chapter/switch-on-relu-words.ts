/** Section 4. */

export const SWITCH_ON_RELU = {
  same: 'Now give the hidden nodes [ReLU|relu]. No weight changes, and no bias; only what the nodes do to their sums.',
  toRelu: 'Switch the network at the top to ReLU',
  toLinear: 'Switch it back to linear',
  names: { relu: 'ReLU', linear: 'linear' },
  stops:
    'The first line can still be written. The second can’t. A positive number in front may go inside: $twoMax$ is $maxTwo$. But to take the terms out, you would have to split the sum inside ReLU, and that is allowed only if ReLU of a sum were the sum of the ReLUs.',
  ruleTitle: 'The line that is not allowed',
  rule: 'Take {a} and {b}. Their sum is {sum}, so $reluSum$ is {together}. One by one they give {first} and {second}, so $sumRelu$ is {apart}.',
  equal: 'Here both sides agree: neither number takes anything away from the other. Give them different signs.',
  different: 'Not the same. What one number takes away from the other, ReLU no longer sees once they are apart.',
  a: 'number a',
  b: 'number b',
  splitFigure: 'ReLU of a sum, and the sum of ReLUs',
  together: 'first add, then ReLU',
  apart: 'first ReLU, then add',
  held: 'So each $max$ holds its terms inside. The $x$ of one node can’t reach the $x$ of the other; as they stand, there is nothing to add up.',
  piecesTitle: 'What it is then',
  pieces:
    'Still, something can be said. If we know which nodes are [on|on] and which are off, then the network is a linear model again: a node that is on passes its sum along, and a node that is off is as good as not there. Each of these cases is a [piece|piece]. The case of the current input is marked.',
  piecesFigure: 'The network with ReLU, case by case',
  tooManyPieces:
    'This network has too many pieces to list here, or a smooth node, which has none. The network at the top says more.',
  sheetTitle: 'Before and after',
  sheet:
    'Keep all inputs but two where they are, and draw the output above the two: that is a sheet. With linear nodes it is flat, as a sheet of paper on a table. With one hidden layer, each ReLU node can put one [crease|crease] into it.',
  sheetBefore: 'With linear nodes',
  sheetAfter: 'With ReLU nodes',
} as const;

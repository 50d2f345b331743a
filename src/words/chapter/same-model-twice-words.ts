/** Section 3. */

export const SAME_MODEL_TWICE = {
  what: 'Take the network at the top with the [linear activation|linearActivation]. Put what each [hidden node|hidden] computes in the place where the output uses it. That makes one long expression:',
  switchedOff:
    'The network at the top has another activation function just now. This section takes its weights with the linear one.',
  predict:
    'Now every bracket will be multiplied out, and terms with the same input will be added up. Before you look: **what will multiply** {input} in the end?',
  guess: 'Your guess: what multiplies {input}?',
  check: 'Check',
  skip: 'Just show me',
  again: 'Guess again',
  hiddenFactor: 'the number that you are asked for, times',
  right: 'You said {guess}, and {guess} it is: {sum}.',
  wrong: 'You said {guess}. It is {truth}: {sum}.',
  shown: 'It is {truth}: {sum}.',
  lines: 'The expression, line by line',
  notes: {
    writeOut: 'each bracket is a hidden node',
    multiplyOut: 'multiply the brackets out',
    combine: 'add up what has the same input',
  },
  subSteps: 'Term by term',
  equal:
    'The last line has one weight for each input, and one constant. That is a [linear model|linearModel], as in chapter 4. It is not just similar to the network: for every input both give the same number. The network has {many} weights and biases, and all that can be seen of them from outside is {few} numbers.',
  twin: 'The same model, drawn without hidden nodes',
  twinSpoken: (model: string) => `A network without hidden nodes: ${model}`,
  here: 'At the current input both give {y}.',
  changeTitle: 'Change one weight',
  change:
    'With one hidden layer, a weight on the way *into* a hidden node touches one [coefficient|coefficient] only. Moved by 1, it moves that one by the weight behind the node. A weight *behind* a hidden node can touch them all.',
  pick: 'Weight or bias to change',
  moves: (name: string) => `Raise the ${name} by 1, and these numbers move by:`,
  moveOf: (what: string) => `Change of ${what}`,
  nothing: 'stays',
  constant: 'constant',
  layersTitle: 'More layers, then?',
  layers:
    'More of the same makes more of the same. Add one layer after another: a linear function of linear functions is linear, so it [collapses|collapse] again, each time.',
  addLayer: 'Add a layer',
  removeLayer: 'Take one away',
  layersFigure: 'The same inputs, with more and more linear layers',
  layerCount: (layers: string, numbers: number) => `${layers}, ${numbers} weights and biases`,
  equals: 'and all of it equals',
  oneLayer: 'one hidden layer',
  manyLayers: (count: string) => `${count} hidden layers`,
  manyTitle: 'Many networks, one function',
  many: 'It works the other way round, too: there is no end of networks that are the same model. Multiply all that goes into a hidden node by a number $k$ (not 0), and divide what leaves it by $k$. Or let two nodes change places, with all their edges. The network is another one, the function is not.',
  manyFigure: 'The same function from other weights',
  node: 'Hidden node',
  factor: 'k, the factor',
  swap: 'Swap it with its neighbour',
  before: 'Before',
  after: 'After',
  open: 'Open the changed network at the top',
  verdict: {
    same: 'The same function, for every input.',
    differs: (x: string, before: string, after: string) =>
      `Not the same function: at ${x} the network gives ${before}, and the changed one ${after}.`,
    zero: 'k can’t be 0: what leaves the node would have to be divided by 0.',
    unknown: 'Whether this is the same function everywhere is not decided here.',
  },
} as const;

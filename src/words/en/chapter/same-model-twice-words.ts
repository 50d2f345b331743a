/** Section 2. */
import { countWord } from '../verdict-words.ts';

export const SAME_MODEL_TWICE = {
  what: 'Take the network at the top, with the [linear activation|linearActivation]. Its output is a sum over the [hidden nodes|hidden]: each sends a number, written $h$, and the output multiplies it by a weight. There is nothing new in $h$: it is the $a$ of section 1, with the number of its node. Now replace each $h$ with what it stands for, and you get one long expression.',
  switchedOff:
    'Right now the network at the top has another activation function. This section uses its weights with the linear one.',
  predict:
    'Next, multiply out every bracket and add up the terms with the same input. Before you look: **what will multiply** {input} in the end?',
  guess: 'Your guess: what multiplies {input}?',
  hiddenFactor: 'the number you are asked for, times',
  unknownModel: (names: readonly string[]) =>
    `a number times ${names.map((name) => `x ${name}`).join(', plus a number times ')}, plus a number`,
  lines: 'The expression, line by line',
  /** Of the line before the first. */
  sends: 'what the output adds up; each h is what a hidden node sends:',
  notes: {
    writeOut: 'each bracket is one hidden node',
    multiplyOut: 'multiply out the brackets',
    combine: 'add up the terms with the same input',
  },
  subSteps: 'Term by term',
  equal:
    'The last line has one weight for each input and one constant: it is a [linear model|linearModel]. And it isn’t just close to the network. For every input, both give exactly the same number. The network has {many} weights and biases; from outside, all you can see of them is {few} numbers.',
  picture: 'The network, with its hidden nodes',
  twin: 'The same model, drawn without hidden nodes',
  twinSpoken: (model: string) => `A network without hidden nodes: ${model}`,
  here: 'With the inputs as they are now, both give {y}.',
  changeTitle: 'Change one weight',
  change:
    'With one hidden layer, a weight on the way *into* a hidden node touches just one [coefficient|coefficient]. Raise it by 1, and the coefficient moves by the weight on the way *out* of that node. A weight on the way out can touch them all.',
  pick: 'Weight or bias to change',
  moves: (name: string) => `Raise the ${name} by 1, and these numbers move by:`,
  moveOf: (what: string) => `Change of ${what}`,
  nothing: 'stays',
  constant: 'constant',
  layersTitle: 'Would more layers help?',
  layers:
    'Add another layer, and another. A linear function of linear functions is linear, so the network [collapses|collapse] again, each time.',
  addLayer: 'Add a layer',
  removeLayer: 'Take one away',
  layersWorking:
    'Here it is for ten layers, with the working. Each row is a hidden node: what it adds up from the layer before, and what that comes to, in exercises, hours, grade and a constant. Read down: the numbers change, but it never takes more than four.',
  layersFigure: 'The same inputs, with more and more linear layers',
  working: 'What each hidden node is',
  row: 'node',
  adds: 'adds up',
  fromInputs: 'the inputs',
  atMost: (count: number) => `The network at the top takes up to ${countWord(count)} hidden layers.`,
  layerCount: (layers: string, numbers: number) => `${layers}, ${numbers} weights and biases, and in the end just`,
  oneLayer: 'one hidden layer',
  manyLayers: (count: string) => `${count} hidden layers`,
  manyTitle: 'Many networks, one function',
  many: 'It works the other way round, too: countless networks are the same model. Multiply everything that goes into a hidden node by a number $k$ other than 0, and divide what leaves it by $k$. Or let two nodes swap places, edges and all. You get another network, and the same function.',
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
    zero: 'k can’t be 0: you would have to divide by it.',
    unknown: 'This network is too large: the page can’t check whether it is the same function everywhere.',
  },
} as const;

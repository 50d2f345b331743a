/** The words that explain themselves. A text names one in square brackets: `[weights|weight]`. In the order of the list. */

export interface GlossaryEntry {
  readonly term: string;
  readonly text: string;
}

export const GLOSSARY = {
  input: {
    term: 'Input',
    text: 'A number that the network is given, written x with the input’s name below it. In the starting network x_E counts exercises, x_H hours and x_G the last grade, each measured from the class average.',
  },
  weight: {
    term: 'Weight',
    text: 'The number on an edge. It multiplies whatever comes along that edge.',
  },
  bias: {
    term: 'Bias',
    text: 'A number that a node adds to its sum, whatever its inputs are. It has no input of its own. It decides where a ReLU node turns on.',
  },
  neuron: {
    term: 'Neuron, or node',
    text: 'It multiplies each number that it gets by a weight, adds everything up together with its bias, and sends the sum through its activation function.',
  },
  hidden: {
    term: 'Hidden node, hidden layer',
    text: 'A node between the inputs and the output; its output is written h. Nodes that get their numbers from the same place form a layer.',
  },
  z: {
    term: 'Intermediate value z',
    text: 'The sum inside a node, before the activation function: each number times its weight, plus the bias. Textbooks call it the pre-activation.',
  },
  activation: {
    term: 'Activation function f',
    text: 'What a node does to its sum z before it passes it on: a = f(z).',
  },
  a: {
    term: 'Output a of a node',
    text: 'What leaves a node: its sum after the activation function. Textbooks call it the activation.',
  },
  linearActivation: {
    term: 'Linear activation',
    text: 'The activation function f(z) = z. The sum leaves the node as it is.',
  },
  relu: {
    term: 'ReLU',
    text: 'Short for rectified linear unit. It gives 0 where z is negative and z where it is positive: max(0, z), the larger of 0 and z.',
  },
  on: {
    term: 'On and off',
    text: 'A ReLU node is on where its sum is positive: it passes the sum along. It is off where the sum is 0 or less: it passes 0 along.',
  },
  prediction: {
    term: 'Output ŷ',
    text: 'The number that the network gives in the end; in the starting network, a test score. Say “y hat”. The hat means that it is predicted, not measured.',
  },
  coefficient: {
    term: 'Coefficient',
    text: 'The number that multiplies an input in a formula: 3 in 3 x_E.',
  },
  linearModel: {
    term: 'Linear model',
    text: 'One weight for each input, and one constant. Multiply, add, and nothing else. Drawn over two inputs it is a flat sheet. (Mathematicians call it affine, because of the constant.)',
  },
  collapse: {
    term: 'Collapse',
    text: 'A network collapses when it equals one linear model: for every input both give the same number.',
  },
  crease: {
    term: 'Crease',
    text: 'A line along which the sheet is folded: it slopes differently on either side. Over one input it is a corner of the curve. A ReLU node makes one where its sum is 0.',
  },
  piece: {
    term: 'Piece',
    text: 'A region of the inputs in which the network is one linear model. Creases lie between the pieces.',
  },
  slope: {
    term: 'Slope',
    text: 'How much one number moves when another one moves a little. A slope of 2 means: twice as much.',
  },
  backpropagation: {
    term: 'Backpropagation',
    text: 'A way to compute the slopes of all weights in one sweep, layer by layer, from the output back to the inputs.',
  },
} as const satisfies Readonly<Record<string, GlossaryEntry>>;

export type GlossaryId = keyof typeof GLOSSARY;

export const GLOSSARY_WORDS = {
  title: 'Glossary',
  intro: 'The words of this page, in a sentence or two each.',
  id: 'glossary',
} as const;

/** The frame of the article: its sections, its table of contents, and what its figures have in common. */

export const SECTIONS = [
  {
    id: 'one-neuron',
    title: 'One neuron, up close',
    about: 'What one node does with the numbers that it gets.',
  },
  {
    id: 'activation-functions',
    title: 'Activation functions',
    about: 'Ten of them on the same axes, and where each one bends.',
  },
  {
    id: 'same-model-twice',
    title: 'The same model twice',
    about: 'Without them, a network is one linear model in disguise.',
  },
  {
    id: 'switch-on-relu',
    title: 'Switch on ReLU',
    about: 'The same weights, and the algebra comes to a halt.',
  },
  {
    id: 'does-it-always-bend',
    title: 'Does it always bend?',
    about: 'When ReLU changes nothing; and six challenges.',
  },
  {
    id: 'what-the-crease-buys',
    title: 'What the crease buys',
    about: 'Train it linear, train it ReLU, and see where linear stops.',
  },
  {
    id: 'what-comes-next',
    title: 'What comes next',
    about: 'How a network finds its weights.',
  },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];

export const ARTICLE = {
  name: 'The story',
  contents: 'Contents',
  contentsTitle: 'The story, in seven parts',
  contentsIntro:
    'You have met weights, biases and a hidden layer; that is all you need. Every number that is underlined in blue can be dragged sideways, or typed. Every word with dots under it explains itself.',
  linkTo: (title: string) => `Link to “${title}”`,
  standing: 'A standing example: it stays as it is, whatever the network at the top becomes.',
  following: 'This is the network at the top: what you change here changes there.',
  notHere:
    'The network at the top has no hidden layer, or is too long to be written out here. So this is the chapter’s network, as a standing example.',
  loadChapter: 'Open the chapter’s network',
  loadThis: 'Open it at the top',
} as const;

/** What a button says that acts on the network at the top. */
export const AT_TOP = {
  see: 'See it',
  undo: 'Undo',
  back: 'Back to where you were',
  opened: (title: string) => `“${title}” is at the top now.`,
  openedSize: (size: string) => `The network with ${size} is at the top now.`,
  changed: 'The changed network is at the top now.',
  switched: (name: string) => `All hidden nodes at the top are ${name} now.`,
} as const;

/** The bar that stands at the top while the stage is out of view. */
export const BAR = {
  name: 'The network, in short',
  back: 'Up to the network',
  afterGuess: 'to what? Guess it in section 3',
  /** Where there is no room for more. */
  short: {
    collapses: 'Collapses',
    bends: 'Bends',
    undecided: 'Undecided',
    stopped: 'Undecided',
    failed: 'Undecided',
    unknown: '…',
  },
} as const;

/** The frame of the article: its sections, its table of contents, and what its figures have in common. */
import { ACTIVATION_KINDS } from '../../../activation/activation.ts';
import { capital } from '../names.ts';
import { countWord } from '../verdict-words.ts';

export const SECTIONS = [
  {
    id: 'one-neuron',
    title: 'One neuron, up close',
    about: 'What a single node does with its numbers.',
  },
  {
    id: 'same-model-twice',
    title: 'The same model twice',
    about: 'Why linear layers add up to nothing new.',
  },
  {
    id: 'switch-on-relu',
    title: 'Switch on ReLU',
    about: 'The same weights, and the algebra jams.',
  },
  {
    id: 'what-the-crease-buys',
    title: 'What the crease buys',
    about: 'Train it linear, train it ReLU, and see where linear stops.',
  },
  {
    id: 'does-it-always-bend',
    title: 'Does it always bend?',
    about: 'When ReLU changes nothing, and six challenges.',
  },
  {
    id: 'activation-functions',
    title: 'Activation functions',
    about: `${capital(countWord(ACTIVATION_KINDS.length))} of them, and where each one bends.`,
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
    'If you have met weights, biases and a hidden layer, you are ready. Drag any number underlined in blue, or type over it. Any word with dots under it explains itself. Now and then the page asks you to guess first; you can always skip.',
  linkTo: (title: string) => `Link to “${title}”`,
  standing: 'This example stays as it is, whatever you do to the network at the top.',
  following: 'This is the network at the top. Change it here, and it changes there.',
  notHere:
    'The network at the top has no hidden layer, or is too long to write out here. So this is the starting network instead.',
  loadChapter: 'Open the starting network',
  loadThis: 'Open it at the top',
} as const;

/** A question before its answer. */
export const PREDICT = {
  check: 'Check',
  skip: 'Just show me',
  again: 'Guess again',
  right: 'You said {guess}, and {guess} it is: {why}.',
  wrong: 'You said {guess}. It is {truth}: {why}.',
  shown: 'It is {truth}: {why}.',
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
  share: 'Share this section',
  linkCopied: (title: string) => `Link copied: it opens “${title}”.`,
  /** In place of what is still to be guessed. */
  guessModel: 'to what? Take your guess in section 2',
  hidden: 'Work it out: the answers are hidden',
  guessPieces: 'into how many pieces? Take your guess in section 3',
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

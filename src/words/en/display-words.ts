/** The words of the panel that says how the page looks, and of what is covered while the answers are hidden. */
export const DISPLAY = {
  hidden: 'Hide the answers',
  hiddenAbout: 'The class works them out; show them one at a time. Printed, the page is a worksheet.',
  projector: 'Projector',
  projectorAbout: 'Larger, for a room.',
  dark: 'Dark theme',
  inLink: 'A link you share keeps the first two. The theme is yours alone.',
} as const;

export const COVER = {
  show: 'Show',
  what: {
    verdict: 'the verdict',
    line: 'this line',
    pieces: 'the pieces',
    model: 'what the sheet says',
    stop: 'where it stops',
    linear: 'the linear model',
    training: 'what the training comes to',
    layers: 'what the layers come to',
  },
} as const;

/** What can be covered. */
export type Covered = keyof typeof COVER.what;

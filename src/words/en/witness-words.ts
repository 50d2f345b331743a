/** The words of a proof that it bends: they come with it. */
export const WITNESS = {
  shows:
    'Halfway between two inputs, a linear model gives the number halfway between their outputs. This network doesn’t:',
  goal: (value: string) => `A linear model would give ${value}.`,
  none: 'It is proved to bend, but by so little that no readable pair of inputs shows it.',
  notYet: 'It is proved to bend. Two inputs that show it have not been found yet.',
} as const;

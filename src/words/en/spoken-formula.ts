/** How formulas are read aloud. */
export const SPOKEN = {
  output: 'y hat',
  nonnegative: 'x at least 0',
  equals: 'equals',
  isAbout: 'is about',
  plus: 'plus',
  minus: 'minus',
  plusMinus: 'plus or minus',
  times: 'times',
  about: 'about',
  power: 'times 10 to the',
  /** An underscore joins words: nobody says it. */
  input: (name: string) => `x ${name.replaceAll('_', ' ').trim()}`,
  /** The output of a hidden node: `h 2`, or `h 1 2` with its layer. */
  node: (number: string) => `h ${number.replace('.', ' ')}`,
} as const;

/** A number as it is written, to be said: `≈−0.5` is `about minus 0.5`. */
export function spokenText(number: string): string {
  return number.replace('≈', `${SPOKEN.about} `).replace('−', `${SPOKEN.minus} `);
}

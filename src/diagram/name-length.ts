/** How long a name is where it is drawn, in characters of ordinary width: capitals, m and w are wider. */
export function nameLength(name: string): number {
  return [...name].reduce((length, character) => length + widthOf(character), 0);
}

/** In the fonts of the formulas; a narrow letter counts as an ordinary one. */
function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  // From Hangul on, most letters are as wide as they are high.
  if (/[MW\u1100-\u{3ffff}]/u.test(character)) return 1.95;
  if (/[A-Zm]/.test(character)) return 1.55;
  return character === 'w' ? 1.4 : 1.05;
}

/** The name of an input where it has little room: its beginning, and an ellipsis for the rest. */
export function shortName(name: string, room: number): string {
  const characters = [...name];
  if (characters.length <= room) return name;
  const end = Math.max(1, room - 1);
  // A letter is not parted from its marks.
  const marks = characters.slice(end).findIndex((character) => !/[\p{M}\u200c\u200d]/u.test(character));
  return marks < 0
    ? name
    : `${characters
        .slice(0, end + marks)
        .join('')
        .trimEnd()}…`;
}

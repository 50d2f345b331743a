/** The parts of a link that belong to one place of the page each (`Shared.figures`), one by one: `fit=data:v&view=hidden`. */

/** The text of one part, without its name; empty: there is none. */
export function partOf(figures: string | undefined, name: string): string {
  const part = figures?.split('&').find((text) => text.startsWith(`${name}=`));
  return part?.slice(name.length + 1) ?? '';
}

/** `arrived`, and those parts of `figures` that it says nothing of. In one order: equal parts are equal texts. */
export function withParts(figures: string | undefined, arrived: string): string {
  const others = figures?.split('&').filter((part) => !arrived.includes(part.slice(0, part.indexOf('=') + 1)));
  return [...(others ?? []), arrived].sort().join('&');
}

/** Writes one of the parts of a link that `link-part.ts` reads. */
import { withParts } from './link-part.ts';

/** With another text for one part; empty: without it. */
export function withPart(figures: string | undefined, name: string, text: string): string {
  if (text !== '') return withParts(figures, `${name}=${text}`);
  const others = figures?.split('&').filter((part) => !part.startsWith(`${name}=`));
  return others?.join('&') ?? '';
}

/**
 * How the page is looked at: the items of the part `view` of a link, `hidden;projector`. The store holds them as they are
 * written, among the parts of the link (`figures`); `codec.ts` lets no others in.
 */
import { partOf } from './link-part.ts';

/** The switches that there are. */
export const VIEW_SWITCHES = ['hidden', 'projector'] as const;

export type ViewSwitch = (typeof VIEW_SWITCHES)[number];

/** Are the answers hidden, is it a room that looks on? */
export function isSwitchedOn(figures: string | undefined, item: ViewSwitch): boolean {
  return partOf(figures, 'view').split(';').includes(item);
}

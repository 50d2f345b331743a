/**
 * How the page is looked at: the items of the part `view` of a link, `hidden;projector`. The store holds them as they are
 * written, among the parts of the link (`figures`); `codec.ts` lets no others in.
 */
/** Switches that are on. The others have a value: `turn:-34,25`. */
export type ViewSwitch = 'hidden' | 'projector' | 'above';

/** Are the answers hidden, is it a room that looks on, is the sheet seen from above? */
export function isSwitchedOn(figures: string | undefined, item: ViewSwitch): boolean {
  return new RegExp(`view=[^&]*\\b${item}`).test(figures ?? '');
}

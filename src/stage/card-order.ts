/**
 * The order in which the parts of the card are seen, and met by the keyboard. The HTML has that of a narrow screen; a script
 * right behind the card puts it into that of a wide one before it is painted. A card that React had to put into order had
 * all of its styles and places found out a second time.
 */
import { useSyncExternalStore } from 'react';
import { useMedia } from '../controls/use-media.ts';
import { above } from '../styles/sizes.ts';
import { CARD_PARTS, type CardPart } from './card-parts.tsx';

/** A browser that knows no `toSorted` reads this file all the same, to be told so. */
const inWideOrder = () => CARD_PARTS.toSorted((p, q) => p.wide - q.wide);

const IS_WIDE = above('desk');

/** For the HTML, in front of the card: on a wide screen none of it is seen before it is in order. */
export const CARD_COMING = `if(matchMedia('${IS_WIDE}').matches)document.documentElement.dataset.wide='coming';document.currentScript.remove()`;

/** For the HTML, behind the card. */
export function cardOrderScript(): string {
  const places = inWideOrder().map((part) => CARD_PARTS.indexOf(part));
  return `((places)=>{
const script=document.currentScript,card=script.previousElementSibling,parts=[...card.children];
if('wide' in document.documentElement.dataset){card.append(...places.map(place=>parts[place]));document.documentElement.dataset.wide=''}
script.remove()})(${JSON.stringify(places)})`;
}

export function useCardOrder(): readonly CardPart[] {
  const isWide = useMedia(IS_WIDE);
  // While it comes alive, what the script has made of it.
  const wasWide = useSyncExternalStore(
    never,
    () => false,
    () => typeof document !== 'undefined' && 'wide' in document.documentElement.dataset,
  );
  return isWide || wasWide ? inWideOrder() : CARD_PARTS;
}

function never(): () => void {
  return () => undefined;
}

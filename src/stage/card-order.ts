/**
 * The order in which the parts of the card are seen, and met by the keyboard. The HTML has that of a narrow screen; a script
 * right behind the card puts it into that of a wide one before it is painted. A card that React had to put into order had
 * all of its styles and places found out a second time.
 */
import { useSyncExternalStore } from 'react';
import { useMedia } from '../controls/use-media.ts';
import { above } from '../styles/sizes.ts';

const NARROW = ['network', 'derivation', 'verdict', 'sheet', 'desk'] as const;
const WIDE = ['network', 'sheet', 'derivation', 'desk', 'verdict'] as const;

export type CardPart = (typeof NARROW)[number];

const IS_WIDE = above('desk');

/** For the HTML. */
export function cardOrderScript(): string {
  const places = WIDE.map((part) => NARROW.indexOf(part));
  return `((places)=>{
const script=document.currentScript,card=script.previousElementSibling,parts=[...card.children];
if(matchMedia('${IS_WIDE}').matches){card.append(...places.map(place=>parts[place]));document.documentElement.dataset.wide=''}
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
  return isWide || wasWide ? WIDE : NARROW;
}

function never(): () => void {
  return () => undefined;
}

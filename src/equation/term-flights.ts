/**
 * What of a derivation's lines flies to the next one: a term to each of those that it has become part of. Places are
 * measured once, when the way to the line begins; a frame only moves copies. px, from the corner of the layer they fly in.
 */
import { easeCubicInOut } from 'd3-ease';
import { interpolateNumber } from 'd3-interpolate';
import type { NodeAt } from '../model/network.ts';
import { isHead } from './formula-part.tsx';
import { groupsOf, partsOf, runsOf } from './parts.ts';
import { keysBehind, type Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** Moves everything to where it is after this much of the way, from 0 to 1. */
export type Fly = (t: number) => void;

/** More copies than this are a swarm that says nothing. */
const MOST = 60;

/** A term that is seen. */
interface SeenTerm {
  readonly head: Segment;
  readonly keys: ReadonlySet<string>;
  readonly element: HTMLElement;
}

/** From the line before to the last one that is shown; `line` is its element, `before` the one above it. */
export function flyFromLine(layer: HTMLElement, from: SeenLine, to: SeenLine): Fly {
  const sources = termsOf(from);
  const copies = termsOf(to).flatMap((target) =>
    sources
      .filter((source) => becomes(source, target))
      .map((source) => copyOf(layer, source.element, rectOf(source.element), target.element)),
  );
  return flying(layer, copies);
}

/** From the hidden nodes into the brackets that say what they compute. `boxOf` gives a node as it is seen. */
export function flyFromNodes(layer: HTMLElement, to: SeenLine, boxOf: (at: NodeAt) => Element | null): Fly {
  const copies = termsOf(to).flatMap(({ head: { via, role }, element }) => {
    const box = via && role !== 'open' ? boxOf(via) : null;
    return box ? [copyOf(layer, element, middleOf(rectOf(box), rectOf(element)), element)] : [];
  });
  return flying(layer, copies);
}

export interface SeenLine {
  readonly row: Row;
  readonly element: Element;
}

/** The terms of a line, in its order, which is that of its elements. */
function termsOf({ row, element }: SeenLine): SeenTerm[] {
  const elements = element.querySelectorAll<HTMLElement>('.formula-part');
  return groupsOf(row.segments)
    .flatMap(({ terms }) => terms.flatMap(runsOf).flatMap(partsOf))
    .flatMap(({ segments }) => segments.find(isHead) ?? [])
    .flatMap((head, i) => {
      const own = elements[i];
      return own ? [{ head, keys: keysBehind(row, head), element: own }] : [];
    });
}

/** Is all that it is made of in the other, too? */
function becomes(source: SeenTerm, target: SeenTerm): boolean {
  // A factor flies on the picture; here it would lie over the terms that it is multiplied with.
  const isTerm = source.head.role !== 'open' && target.head.role !== 'open';
  return isTerm && source.keys.size > 0 && [...source.keys].every((key) => target.keys.has(key));
}

interface Copy {
  readonly element: HTMLElement;
  readonly at: (t: number) => string;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function copyOf(layer: HTMLElement, seen: HTMLElement, from: Place, target: Element): Copy {
  const element = document.createElement('span');
  element.className = 'fold-term formula katex';
  const { fontSize, color } = getComputedStyle(seen);
  Object.assign(element.style, { fontSize, color });
  for (const piece of seen.querySelectorAll('[aria-hidden]:not(.formula-note)')) element.append(piece.cloneNode(true));
  const corner = rectOf(layer);
  const to = rectOf(target);
  const [x, y] = [interpolateNumber(from.x, to.x), interpolateNumber(from.y, to.y)];
  return { element, at: (t) => `${x(t) - corner.x}px ${y(t) - corner.y}px` };
}

function flying(layer: HTMLElement, all: readonly Copy[]): Fly {
  const copies = all.slice(0, MOST);
  layer.replaceChildren(...copies.map(({ element }) => element));
  return (t) => {
    const eased = easeCubicInOut(t);
    for (const { element, at } of copies) element.style.translate = at(eased);
  };
}

function rectOf(element: Element): DOMRect {
  return element.getBoundingClientRect();
}

/** Where something stands that has its middle in the middle of a box. */
function middleOf(box: DOMRect, { width, height }: DOMRect): Place {
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2 };
}

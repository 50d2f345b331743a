/**
 * What the fold moves beyond the picture of the network: terms fly from line to line, in a layer over the card; and how far
 * it is, for the styles (`--eased`, `--arrived`, `--left`, `--shake` on the card). Comes once the page is quiet.
 */
import { easeCubicInOut } from 'd3-ease';
import { useEffect, useRef } from 'react';
import type { NodeAt } from '../model/network.ts';
import { JAM } from '../facts/fold-end.ts';
import type { Knowledge } from '../live/knowledge.ts';
import { liveOf } from '../live/live.ts';
import { selectStep, selectWay } from '../live/select.ts';
import { useCreaseStore, useKnowledge } from '../live/use-store.ts';
import { loadFoldView } from '../diagram/lazy-direct-edges.ts';
import { selectRows } from '../equation/rows.ts';
import { flyFromLine, flyFromNodes, type Fly, type SeenLine } from '../equation/term-flights.ts';
import { firstFold } from './first-fold.ts';
import './fold-motion.css';

export function FoldMotion() {
  const layer = useRef<HTMLDivElement>(null);
  const known = useKnowledge();
  const store = useCreaseStore();
  useEffect(() => void loadFoldView(), []);
  useEffect(() => (layer.current ? follow(known, layer.current) : undefined), [known]);
  useEffect(() => (layer.current?.parentElement ? firstFold(store, layer.current.parentElement) : undefined), [store]);
  return <div ref={layer} className="fold-terms" aria-hidden="true" />;
}

/** Keeps the layer, and the styles of the card that it lies over, in step with the store. */
function follow(known: Knowledge, layer: HTMLElement): () => void {
  const card = layer.parentElement ?? layer;
  let flying: { readonly step: number; readonly fly: Fly } | null = null;
  const show = () => {
    const [step, way] = [selectStep(known), selectWay(known)];
    if (way === 1) {
      flying = null;
      layer.replaceChildren();
      delete card.dataset['folding'];
      return;
    }
    card.dataset['folding'] = String(step);
    card.style.setProperty('--eased', String(easeCubicInOut(way)));
    card.style.setProperty('--arrived', String(within((way - 0.75) / 0.2)));
    card.style.setProperty('--left', String(within(1 - 4 * way)));
    card.style.setProperty('--shake', `${4 * Math.sin((6 * Math.PI * way) / JAM)}deg`);
    if (flying?.step !== step) flying = { step, fly: flights(known, layer, card, step) };
    flying.fly(way);
  };
  const live = liveOf(known, (now) => selectStep(now) - 1 + selectWay(now));
  show();
  const stop = live.subscribe(show);
  return () => {
    stop();
    delete card.dataset['folding'];
  };
}

function within(share: number): number {
  return Math.max(0, Math.min(1, share));
}

function flights(known: Knowledge, layer: HTMLElement, card: HTMLElement, step: number): Fly {
  const rows = selectRows(known);
  const elements = card.querySelectorAll('.lines > .line');
  const seen = (index: number): SeenLine | null => {
    const [row, element] = [rows[index], elements[index]];
    return row && element ? { row, element } : null;
  };
  const index = rows.findIndex(({ number }) => number === step);
  const [before, line] = [seen(index - 1), seen(index)];
  layer.replaceChildren();
  if (line && before) return flyFromLine(layer, before, line);
  const nodes = card.querySelectorAll('.diagram .node');
  const boxOf = ({ layer: l, node }: NodeAt) =>
    nodes[known.network.layers.slice(0, l).reduce((count, own) => count + own.length, node)] ?? null;
  return line ? flyFromNodes(layer, line, boxOf) : () => undefined;
}

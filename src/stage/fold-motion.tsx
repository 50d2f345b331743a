/**
 * What the fold moves beyond the picture of the network: terms fly from line to line, in a layer over the card; and what
 * fades, shrinks or shakes on the way (fold-looks.ts). Comes once the page is quiet.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { NodeAt } from '../model/network.ts';
import type { Knowledge } from '../live/knowledge.ts';
import { liveOf, useCrease } from '../live/live.ts';
import { selectStep, selectWay } from '../live/select.ts';
import { useCreaseStore, useKnowledge } from '../live/use-store.ts';
import { fetchAhead } from '../controls/lazy-part.tsx';
import { CombinedBias, DirectLabels, DirectLines, FoldLines, FoldNumbers } from '../diagram/lazy-direct-edges.ts';
import { selectRows } from '../equation/rows.ts';
import { flyFromLine, flyFromNodes, type Fly, type SeenLine } from '../equation/term-flights.ts';
import { firstFold } from './first-fold.ts';
import { foldLooks } from './fold-looks.ts';
import './fold-motion.css';

export function FoldMotion() {
  const layer = useRef<HTMLDivElement>(null);
  const known = useKnowledge();
  const store = useCreaseStore();
  useEffect(() => void fetchAhead(CombinedBias, DirectLabels, DirectLines, FoldLines, FoldNumbers), []);
  const motion = useRef<Motion | null>(null);
  const step = useCrease(selectStep);
  useEffect(() => {
    if (!layer.current) return;
    motion.current = follow(known, layer.current);
    return motion.current.stop;
  }, [known]);
  // What this step leads to has just been drawn.
  useLayoutEffect(() => motion.current?.show(), [step]);
  useEffect(() => (layer.current?.parentElement ? firstFold(store, layer.current.parentElement) : undefined), [store]);
  return <div ref={layer} className="fold-terms" aria-hidden="true" />;
}

interface Motion {
  /** Once more, with what is there now. */
  readonly show: () => void;
  readonly stop: () => void;
}

/** Keeps the layer, and the styles of the card that it lies over, in step with the store. */
function follow(known: Knowledge, layer: HTMLElement): Motion {
  const card = layer.parentElement ?? layer;
  let flying: { readonly step: number; readonly fly: Fly } | null = null;
  const looks = foldLooks(card);
  const show = () => {
    const [step, way] = [selectStep(known), selectWay(known)];
    if (way === 1) {
      flying = null;
      layer.replaceChildren();
      delete card.dataset['folding'];
      looks.end();
      return;
    }
    card.dataset['folding'] = String(step);
    looks.show(step, way);
    if (flying?.step !== step) flying = { step, fly: flights(known, layer, card, step) };
    flying.fly(way);
  };
  const live = liveOf(known, (now) => selectStep(now) - 1 + selectWay(now));
  show();
  const leave = live.subscribe(show);
  return {
    show,
    stop: () => {
      leave();
      delete card.dataset['folding'];
      looks.end();
    },
  };
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

/** Which node's chips are shown where there is no room for all. */
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useCrease } from '../live/live.ts';
import { selectSelected } from '../live/select.ts';
import type { Network, NodeAt } from '../model/network.ts';

/** The pointer may pass over a node on its way, ms. */
const POINT_DELAY = 160;

/**
 * The node whose chips are shown where not all are: the one that is pointed at, else the selected one. A pointer that
 * rests somewhere is not in the way of the keyboard: a node that is selected later comes first, and a chip that has the
 * focus stays.
 */
export function useChosen(
  network: Network<unknown>,
  crowded: boolean,
  picture: RefObject<HTMLElement | null>,
): readonly [NodeAt, (at: NodeAt | null) => void] {
  const selected = useCrease(selectSelected);
  const [pointed, setPointed] = useState<NodeAt | null>(null);
  const [before, setBefore] = useState(selected);
  // No event says that the pointer has left a node which has gone from under it.
  const isAsked = pointed && before === selected && crowded && network.layers[pointed.layer]?.[pointed.node];
  if (before !== selected) setBefore(selected);
  if (pointed && !isAsked) setPointed(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const point = useMemo(
    () => (at: NodeAt | null) => {
      clearTimeout(timer.current);
      if (!crowded) return;
      const show = () => {
        if (!picture.current?.querySelector('.chip:focus-within')) setPointed(at);
      };
      timer.current = setTimeout(show, at ? POINT_DELAY : 0);
    },
    [crowded, picture],
  );
  return [isAsked ? pointed : selected, point];
}

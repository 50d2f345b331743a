/** The piece that is pointed at on a sheet: the nodes that are on there light up everywhere. */
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { keyOfNode } from '../state/highlight.ts';
import { useActions } from '../live/use-store.ts';
import { onIn } from './tint.ts';

/** A piece, with the network that it is a piece of; or wherever the current input is. */
export type Pointed = { readonly network: Network<Rational>; readonly pattern: string } | 'currentInput' | null;

/** The pattern of that piece on a sheet of `network`. Null: none is pointed at, or one of a network that is gone. */
export function pointedPattern(pointed: Pointed, network: Network<Rational>, here: string): string | null {
  if (pointed === null) return null;
  if (pointed === 'currentInput') return here;
  return pointed.network === network ? pointed.pattern : null;
}

export interface PointedPiece {
  /** The pattern of the piece that is pointed at. */
  readonly pattern: string | null;
  /** Is it under the pointer, wherever the current input is? */
  readonly isElsewhere: boolean;
  readonly pointAt: (pattern: string | null) => void;
  /** The piece of the current input is pointed at, also when that moves into another. */
  readonly follow: (follows: boolean) => void;
}

/** `network`: that of the sheet as it is drawn. `here`: the pattern at the current input. */
export function usePointed(network: Network<Rational>, here: string): PointedPiece {
  const { highlight, dim } = useActions();
  const [pointed, setPointed] = useState<Pointed>(null);
  const pattern = pointedPattern(pointed, network, here);
  const keys = useMemo(
    () => (pattern === null ? null : new Set(onIn(network, pattern).map(keyOfNode))),
    [network, pattern],
  );
  useLayoutEffect(() => {
    if (!keys || keys.size === 0) return undefined;
    highlight(keys);
    return () => dim(keys);
  }, [keys, highlight, dim]);
  const pointAt = useCallback(
    (next: string | null) =>
      setPointed((before) => {
        if (next === null) return null;
        const isSame = pointedPattern(before, network, '') === next;
        return isSame ? before : { network, pattern: next };
      }),
    [network],
  );
  const follow = useCallback((follows: boolean) => setPointed(follows ? 'currentInput' : null), []);
  return { pattern, isElsewhere: pattern !== null && pointed !== 'currentInput', pointAt, follow };
}

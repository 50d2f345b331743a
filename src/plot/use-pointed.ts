/** The piece that is pointed at on a sheet: the nodes that are on there light up everywhere. */
import { useLayoutEffect, useMemo } from 'react';
import { derived } from '../live/derived.ts';
import type { Live } from '../live/live.ts';
import { Cell, tellListeners } from '../live/signal.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { keyOfNode } from '../state/highlight.ts';
import type { Highlight } from '../state/store.ts';
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
  readonly pattern: Live<string | null>;
  /** The same with its network: who is drawn with a newer one is told of the piece there only after that. */
  readonly piece: Live<{ readonly network: Network<Rational>; readonly pattern: string | null }>;
  /** Is it under the pointer, wherever the current input is? */
  readonly isElsewhere: Live<boolean>;
  readonly pointAt: (pattern: string | null) => void;
  /** The piece of the current input is pointed at, also when that moves into another. */
  readonly follow: (follows: boolean) => void;
}

/** `of`: the network of the sheet as it is drawn, and the pattern at the current input. */
export function usePointed(of: Live<Place>): PointedPiece {
  const { highlight, dim } = useActions();
  const piece = useMemo(() => pieceOf(of), [of]);
  useLayoutEffect(() => {
    let lit: Highlight | null = null;
    const show = () => {
      const before = lit;
      lit = piece.keys.get();
      if (lit === before) return;
      if (lit) highlight(lit);
      if (before) dim(before);
    };
    show();
    const stop = piece.keys.subscribe(show);
    return () => {
      stop();
      if (lit) dim(lit);
    };
  }, [piece, highlight, dim]);
  return piece;
}

interface Place {
  readonly network: Network<Rational>;
  readonly pattern: string;
}

function pieceOf(of: Live<Place>): PointedPiece & { readonly keys: Live<Highlight | null> } {
  const pointed = new Cell<Pointed>(null);
  const point = (next: Pointed) => {
    pointed.write(next);
    tellListeners();
  };
  const now = derived(of, ({ network, pattern }) => ({
    network,
    pattern: pointedPattern(pointed.get(), network, pattern),
  }));
  const isOf = ({ network, pattern }: { readonly network: Network<Rational>; readonly pattern: string | null }) => {
    const on = pattern === null ? [] : onIn(network, pattern);
    return on.length === 0 ? null : new Set(on.map(keyOfNode));
  };
  return {
    pattern: derived(now, ({ pattern }) => pattern),
    piece: now,
    isElsewhere: derived(now, ({ pattern }) => pattern !== null && pointed.get() !== 'currentInput'),
    keys: derived(now, isOf, sameKeys),
    pointAt: (next) => {
      const { network } = of.get();
      if (next === null) point(null);
      else if (pointedPattern(pointed.get(), network, '') !== next) point({ network, pattern: next });
    },
    follow: (follows) => point(follows ? 'currentInput' : null),
  };
}

function sameKeys(p: Highlight | null, q: Highlight | null): boolean {
  return p === q || (p !== null && q !== null && p.size === q.size && [...p].every((key) => q.has(key)));
}

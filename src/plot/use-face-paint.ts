/** The colour of each face, and which faces are lit. */
import { useMemo } from 'react';
import { useCrease } from '../live/live.ts';
import { selectHighlight, selectPointedPiece } from '../live/select.ts';
import { isLit, keyOfNode } from '../state/highlight.ts';
import type { Highlight } from '../state/store.ts';
import { SHADES, shades } from './shading.ts';
import { facetColour, onIn, shaded } from './tint.ts';
import type { PlaneScene } from './use-plane-scene.ts';
import type { Plane } from './use-plane.ts';
import { useSteady } from './use-steady.ts';

/** More facets than this are shaded: their colours alone don't tell neighbours apart. */
const FEW_FACES = 12;

export interface FacePaint {
  /** CSS. */
  readonly colours: readonly string[];
  readonly lit: ReadonlySet<number>;
}

/** `pointed`: the pattern of the piece that is pointed at. */
export function useFacePaint(plane: Plane, { flat, projection }: PlaneScene, pointed: string | null): FacePaint {
  const { surface, drawn, ground, heights } = plane;
  const highlight = useCrease(selectHighlight);
  const listed = useCrease(selectPointedPiece);
  const on = useMemo(() => surface.faces.map(({ pattern }) => onIn(drawn.network, pattern)), [surface, drawn]);
  const keys = useMemo(() => on.map((set) => new Set(set.map(keyOfNode))), [on]);
  const colours = useMemo(() => {
    const plain = on.map((set) => facetColour(drawn.network, set));
    if (flat || (surface.exact && plain.length <= FEW_FACES)) return plain;
    return shades(surface, ground, heights, projection.rise).map((shade, face) =>
      shaded(plain[face] as string, shade / SHADES),
    );
  }, [on, drawn, surface, ground, heights, flat, projection.rise]);
  const litNow = useMemo(() => {
    const found = new Set<number>();
    surface.faces.forEach(({ pattern }, face) => {
      const byName = pattern === pointed || listed?.has(pattern);
      const byNode = pointed === null && !listed && isLit(highlight, keys[face] as Highlight);
      if (byName || byNode) found.add(face);
    });
    return found;
  }, [surface, keys, pointed, listed, highlight]);
  // The faces are not painted again for a highlight that is none of theirs.
  const lit = useSteady<ReadonlySet<number>>((before) => (before && sameSet(before, litNow) ? before : litNow));
  return { colours, lit };
}

function sameSet<T>(p: ReadonlySet<T>, q: ReadonlySet<T>): boolean {
  return p.size === q.size && [...p].every((member) => q.has(member));
}

/** The colour of each face, and which faces are lit. */
import { remembered, steadyRecord } from '../live/remembered.ts';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { isLit, keyOfNode } from '../state/highlight.ts';
import type { Highlight } from '../state/store.ts';
import type { Plane } from './plane.ts';
import type { PlaneScene } from './plane-scene.ts';
import { SHADES, shades } from './shading.ts';
import type { Surface } from './surface.ts';
import { facetColour, onIn, shaded } from './tint.ts';

/** More facets than this are shaded: their colours alone don't tell neighbours apart. */
const FEW_FACES = 12;

export interface FacePaint {
  /** CSS. */
  readonly colours: readonly string[];
  /** What each face stands for: the nodes that are on there. */
  readonly keys: readonly Highlight[];
}

/** Follows a scene: what has not changed stays the same record. */
export function facePaints(): (plane: Plane, scene: PlaneScene) => FacePaint {
  const onOf = remembered((surface: Surface, network: Network<Rational>) =>
    surface.faces.map(({ pattern }) => onIn(network, pattern)),
  );
  const keysOf = remembered((on: ReturnType<typeof onOf>) => on.map((set) => new Set(set.map(keyOfNode))));
  const plainOf = remembered((on: ReturnType<typeof onOf>, network: Network<Rational>) =>
    on.map((set) => facetColour(network, set)),
  );
  const shadedOf = remembered(
    (
      plain: readonly string[],
      surface: Surface,
      ground: Plane['ground'],
      heights: Plane['heights'],
      rise: number,
    ): readonly string[] =>
      shades(surface, ground, heights, rise).map((shade, face) => shaded(plain[face] as string, shade / SHADES)),
  );
  const asBefore = steadyRecord<FacePaint>();
  return ({ surface, drawn, ground, heights }, { flat, projection }) => {
    const on = onOf(surface, drawn.network);
    const plain = plainOf(on, drawn.network);
    const isPlain = flat || (surface.exact && plain.length <= FEW_FACES);
    const colours = isPlain ? plain : shadedOf(plain, surface, ground, heights, projection.rise);
    return asBefore({ colours, keys: keysOf(on) });
  };
}

/** What lights faces up. */
export interface Light {
  /** The pattern of the piece that is pointed at on the sheet. */
  readonly pointed: string | null;
  /** Patterns of the pieces that are pointed at in a list. */
  readonly listed: ReadonlySet<string> | null;
  readonly highlight: Highlight | null;
}

export function litFaces({ faces }: Surface, { keys }: FacePaint, light: Light): ReadonlySet<number> {
  const { pointed, listed, highlight } = light;
  const found = new Set<number>();
  faces.forEach(({ pattern }, face) => {
    const byName = pattern === pointed || listed?.has(pattern);
    const byNode = pointed === null && !listed && isLit(highlight, keys[face] as Highlight);
    if (byName || byNode) found.add(face);
  });
  return found;
}

/** The faces are not painted again for a highlight that is none of theirs. */
export function sameFaces(p: ReadonlySet<number>, q: ReadonlySet<number>): boolean {
  return p.size === q.size && [...p].every((face) => q.has(face));
}

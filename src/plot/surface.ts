/**
 * A sheet as data: the graph of a function over a rectangle, made of flat faces that meet edge to edge. Exact facets
 * (`facet.ts`) and a sampled mesh (`mesh.ts`) have the same shape, so they are drawn, ordered and hit by the same code.
 */
import { extent } from 'd3-array';
import type { IntegerVector } from '../algebra/integer-vector.ts';

/** A closed rectangle of the ground plane, in doubles. */
export interface Rectangle {
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
}

/** Plain data throughout: it can be sent from a worker. Vertex k is (xs[k], ys[k], zs[k]), in model units. */
export interface Surface {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly zs: Float64Array;
  readonly faces: readonly Face[];
  readonly edges: readonly Edge[];
  /** Flat pieces: faces of one affine function that touch along an edge count once. */
  readonly regionCount: number;
  /** What vertices and faces are exactly; null for a sampled mesh. */
  readonly exact: ExactSurface | null;
}

export interface Face {
  /** Vertices, counter-clockwise seen from above. Convex. */
  readonly corners: readonly number[];
  /** Pieces as digits, layers apart by `|`; `~` for a smooth node. */
  readonly pattern: string;
  readonly region: number;
}

export interface Edge {
  readonly from: number;
  readonly to: number;
  /** The face on the left of the way from `from` to `to`. */
  readonly left: number;
  /** The face on the right; -1 at the border of the rectangle. */
  readonly right: number;
  /** Does the slope jump here? */
  readonly crease: boolean;
}

export interface ExactSurface {
  /** Vertex k is (ray[0]/ray[2], ray[1]/ray[2]), in coprime integers. */
  readonly rays: readonly IntegerVector[];
  /** The affine function of each face times `scale`: (coefficients, intercept) in integers. */
  readonly outputs: readonly IntegerVector[];
  readonly scale: bigint;
}

/** The least and the greatest height. */
export function heightRange({ zs }: Surface): { readonly min: number; readonly max: number } {
  const [min = Infinity, max = -Infinity] = extent(zs);
  return { min, max };
}

/** Collects the edges of faces that meet edge to edge, each once, with the faces on both sides. */
export class EdgeList {
  private readonly known = new Map<number, number>();
  private readonly found: { from: number; to: number; left: number; right: number }[] = [];
  private readonly vertexCount: number;

  constructor(vertexCount: number) {
    this.vertexCount = vertexCount;
  }

  /** The border of one face, counter-clockwise. */
  addFace(face: number, corners: readonly number[]): void {
    corners.forEach((from, k) => {
      const to = corners[(k + 1) % corners.length] as number;
      const opposite = this.known.get(to * this.vertexCount + from);
      if (opposite === undefined) {
        this.known.set(from * this.vertexCount + to, this.found.length);
        this.found.push({ from, to, left: face, right: -1 });
      } else (this.found[opposite] as { right: number }).right = face;
    });
  }

  edges(isCrease: (left: number, right: number) => boolean): Edge[] {
    return this.found.map((edge) => ({ ...edge, crease: edge.right >= 0 && isCrease(edge.left, edge.right) }));
  }
}

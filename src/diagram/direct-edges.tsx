/** The edges that "combine" leaves in place of nodes: ink, with the combined coefficient on each. */
import { memo, useMemo } from 'react';
import { toNumber, type Rational } from '../number/rational.ts';
import type { Product } from '../algebra/sum.ts';
import type { NodeAt } from '../model/network.ts';
import { isLit, keyOfNode } from '../state/highlight.ts';
import type { Highlight } from '../state/store.ts';
import { useCrease } from '../live/live.ts';
import { shortNumberText } from '#words/number.ts';
import { productsText } from '#words/products.ts';
import { useBrush } from './brush.ts';
import type { Size } from './diagram-box.ts';
import { FULL_WIDTH_WEIGHT, edgeWidth } from './edge-width.ts';
import type { Layout } from './layout.ts';
import type { Point } from './link.ts';
import { selectPicture, type DirectEdge, type Picture } from './picture.ts';
import { placeAt } from './place.ts';
import { layoutDirect, type DirectPlace } from './route.ts';
import type { Knowledge } from '../live/knowledge.ts';
import { selectAreHidden } from '../live/select.ts';
import './direct-edges.css';

/** Room for a combined number, characters. */
const CHARACTERS = 7;

function findDirect(known: Knowledge, id: string): DirectEdge | null {
  return selectPicture(known).direct.find((edge) => edge.id === id) ?? null;
}

interface DirectProps {
  readonly layout: Layout;
  readonly picture: Picture;
}

/** Inside the drawing of the edges. */
export function DirectLines({ layout, picture }: DirectProps) {
  const places = usePlaces(layout, picture);
  return picture.direct.map(({ id }) => {
    const place = places.get(id);
    return place && <DirectLine key={id} id={id} place={place} />;
  });
}

/** Over it. */
export function DirectLabels({ layout, picture }: DirectProps) {
  const places = usePlaces(layout, picture);
  return picture.direct.map(({ id }) => {
    const place = places.get(id);
    return place && <DirectLabel key={id} id={id} place={place} size={layout.size} />;
  });
}

function usePlaces(layout: Layout, picture: Picture): ReadonlyMap<string, DirectPlace> {
  return useMemo(() => layoutDirect(layout, picture.direct, picture.gone), [layout, picture]);
}

export interface CombinedBiasProps {
  readonly at: NodeAt;
  readonly point: Point;
  readonly size: Size;
}

/** The constant that has taken the place of a node's bias. */
export function CombinedBias({ at, point, size }: CombinedBiasProps) {
  const bias = useCrease((known) => selectPicture(known).biases.get(keyOfNode(at)) ?? null, [at]);
  return bias ? <CombinedNumber {...bias} point={point} size={size} prefix="+ " /> : null;
}

const DirectLine = memo(function DirectLine({ id, place }: { readonly id: string; readonly place: DirectPlace }) {
  const width = useCrease((known) => directWidth(known, id), [id]);
  const lit = useCrease((known) => litBy(known, findDirect(known, id)), [id]);
  return (
    <g className="edge is-direct" data-lit={lit || undefined}>
      <path className="edge-line" d={place.path} strokeWidth={width} />
    </g>
  );
});

/** Sums of many products get large: the largest of them has the full width, so that they can be compared. */
function directWidth(known: Knowledge, id: string): number {
  const { direct } = selectPicture(known);
  if (selectAreHidden(known)) return edgeWidth(1);
  const weights = direct.map(({ coefficient }) => Math.abs(toNumber(coefficient)));
  const own = weights[direct.findIndex((edge) => edge.id === id)] ?? 0;
  return edgeWidth(own, Math.max(FULL_WIDTH_WEIGHT, ...weights));
}

const DirectLabel = memo(function DirectLabel({
  id,
  place,
  size,
}: {
  readonly id: string;
  readonly place: DirectPlace;
  readonly size: Size;
}) {
  const direct = useCrease((known) => findDirect(known, id), [id]);
  return direct ? (
    <CombinedNumber
      value={direct.coefficient}
      products={direct.products}
      keys={direct.keys}
      point={place.chip}
      size={size}
      prefix=""
    />
  ) : null;
});

interface CombinedNumberProps {
  readonly value: Rational;
  readonly products: readonly Product[];
  readonly keys: () => Highlight;
  readonly point: Point;
  readonly size: Size;
  readonly prefix: string;
}

/** A number that was computed: nothing to edit, but it says what it is made of. */
function CombinedNumber({ value, products, keys, point, size, prefix }: CombinedNumberProps) {
  const own = useMemo(() => keys(), [keys]);
  const lit = useCrease((known) => isLit(known.highlight, own), [own]);
  const { onPointerEnter, onPointerLeave } = useBrush(own);
  // What they come to is for the class to find out.
  const areHidden = useCrease(selectAreHidden);
  return (
    <span
      className={prefix === '' ? 'badge combined' : 'badge combined is-bias'}
      style={placeAt(point, size)}
      data-lit={lit || undefined}
      title={(!areHidden && productsText(value, products)) || undefined}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
    >
      {areHidden || value.n >= 0n ? prefix : ''}
      {areHidden ? '?' : shortNumberText(value, CHARACTERS)}
    </span>
  );
}

function litBy(known: Knowledge, direct: DirectEdge | null): boolean {
  return direct !== null && isLit(known.highlight, direct.keys());
}

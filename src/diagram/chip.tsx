/** The number on an edge, or under a node: drag it sideways, step it with the arrow keys, type it. */
import { memo, useMemo, type CSSProperties } from 'react';
import { parameterKey, type Parameter } from '../model/network.ts';
import { sign, type Rational } from '../number/rational.ts';
import { isOffAt, selectAreHidden } from '../live/select.ts';
import { keyOfNode, isLit } from '../state/highlight.ts';
import { useParameter } from '../live/use-number.ts';
import { useCrease } from '../live/live.ts';
import { shortNumberText } from '#words/number.ts';
import { NumberField } from '../controls/number-field.tsx';
import { useBrush } from './brush.ts';
import type { Point } from './link.ts';
import type { Size } from './diagram-box.ts';
import { selectPicture, type Picture } from './picture.ts';
import { placeAt } from './place.ts';
import type { Knowledge } from '../live/knowledge.ts';

/** The most that a chip shows. */
const CHARACTERS = 6;

export interface ChipProps {
  readonly name: string;
  readonly layer: number;
  readonly node: number;
  /** Null: the bias. */
  readonly input: number | null;
  readonly point: Point;
  readonly size: Size;
  /** Of its number, px. */
  readonly textRoom: number;
  readonly colour: string;
  /** A bias that hangs over the rim of its node. */
  readonly rim: boolean;
  readonly hidden: boolean;
  readonly aside: boolean;
  /** How much room the product has at "multiply out": both factors, or the result only. */
  readonly room: 'factors' | 'result';
}

export const Chip = memo(function Chip({
  name,
  layer,
  node,
  input,
  point,
  size,
  textRoom,
  colour,
  rim,
  hidden,
  aside,
  room,
}: ChipProps) {
  const parameter = useMemo((): Parameter => ({ layer, node, input }), [layer, node, input]);
  const key = parameterKey(parameter);
  const keys = useMemo(() => new Set([key]), [key]);
  const binding = useParameter(parameter);
  const lit = useCrease((known) => isLit(known.highlight, keys), [keys]);
  const off = useCrease(
    (known) => input !== null && layer > 0 && isOffAt(known, { layer: layer - 1, node: input }),
    [layer, input],
  );
  const outer = useCrease((known) => productText(known, key, ({ outer: factor }) => factor), [key]);
  // What it comes to is for the class to find out.
  const result = useCrease(
    (known) => (selectAreHidden(known) ? '?' : productText(known, key, ({ value }) => value)),
    [key],
  );
  const carried = useCrease((known) => input !== null && isCarried(selectPicture(known), layer, input), [layer, input]);
  const brush = useBrush(keys);
  const multiplied = outer !== null && result !== null;
  const own = useCrease(
    (known) => {
      const value = multiplied ? known.weight(parameter) : undefined;
      return value === undefined ? null : shortNumberText(value, CHARACTERS);
    },
    [multiplied, parameter],
  );
  const prefix = input === null && !multiplied ? biasPrefix : undefined;
  const style = { ...placeAt(point, size), '--colour': colour } as CSSProperties;
  return (
    <span
      className={`chip ${input === null ? 'is-bias' : ''} ${rim ? 'is-rim' : ''}`}
      style={style}
      data-lit={lit || undefined}
      data-off={off || undefined}
      data-aside={aside || undefined}
      data-gone={hidden || undefined}
      data-carried={carried || undefined}
      data-multiplied={multiplied ? room : undefined}
      {...brush}
    >
      {multiplied && <span className="chip-outer">{`${outer} ·`}</span>}
      <NumberField
        {...binding}
        name={name}
        maxLength={CHARACTERS}
        room={textRoom}
        className="chip-field"
        isHeld={lit}
        isOut={hidden}
        {...(prefix ? { prefix } : {})}
      />
      {multiplied && (
        <span className="chip-result" title={`${outer} · ${own} = ${result}`}>
          {room === 'factors' ? `= ${result}` : result}
        </span>
      )}
    </span>
  );
});

interface MadeProduct {
  readonly outer: Rational;
  readonly value: Rational;
}

/** A number of the products that a weight is part of at this step, as a text; one for each node that its own leads on to. */
function productText(known: Knowledge, key: string, numberOf: (product: MadeProduct) => Rational): string | null {
  const products = selectPicture(known).products.get(key);
  return products?.map((product) => shortNumberText(numberOf(product), CHARACTERS)).join(', ') ?? null;
}

/** Is this weight being multiplied into what the node before it holds? */
function isCarried({ round, held }: Picture, layer: number, input: number): boolean {
  return (
    round?.kind === 'multiplyOut' &&
    layer === round.layer + 1 &&
    !held.has(keyOfNode({ layer: round.layer, node: input }))
  );
}

/** The sign of a bias stands apart: + 0.5, − 3. */
function biasPrefix(value: Rational): string {
  return sign(value) < 0 ? '' : '+ ';
}

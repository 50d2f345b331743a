/** The number on an edge, or under a node: drag it sideways, step it with the arrow keys, type it. */
import { memo, useMemo, type CSSProperties } from 'react';
import { parameterKey, type Parameter } from '../model/network.ts';
import { sign, type Rational } from '../number/rational.ts';
import { keyOfNode, selectIsLit } from '../state/highlight.ts';
import { selectParameter } from '../state/select.ts';
import type { CreaseState } from '../state/store.ts';
import { useParameter } from '../live/use-number.ts';
import { useCrease } from '../live/use-store.ts';
import { shortNumberText } from '../words/number.ts';
import { NumberField } from '../controls/number-field.tsx';
import { useBrush } from './brush.ts';
import type { Point } from './link.ts';
import type { Size } from './layout.ts';
import { selectPicture, type Picture } from './picture.ts';
import { placeAt } from './place.ts';
import { selectIsOff } from './values.ts';

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
  const lit = useCrease(selectIsLit(keys));
  const off = useCrease(
    (state) => input !== null && layer > 0 && selectIsOff({ layer: layer - 1, node: input })(state),
  );
  const outer = useCrease(productText(key, ({ outer: factor }) => shortNumberText(factor, CHARACTERS)));
  const result = useCrease(productText(key, ({ value }) => shortNumberText(value, CHARACTERS)));
  const carried = useCrease((state) => input !== null && isCarried(selectPicture(state), layer, input));
  const brush = useBrush(keys);
  const multiplied = outer !== undefined && result !== undefined;
  const own = useCrease((state) => {
    const value = multiplied ? selectParameter(parameter)(state) : undefined;
    return value === undefined ? null : shortNumberText(value, CHARACTERS);
  });
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

/** The products that a weight is part of at this step, as a text; one for each node that its own leads on to. */
function productText(key: string, write: (product: { readonly outer: Rational; readonly value: Rational }) => string) {
  return (state: CreaseState): string | undefined => selectPicture(state).products.get(key)?.map(write).join(', ');
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

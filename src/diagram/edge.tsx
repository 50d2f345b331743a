/** One edge: its width is |weight|, its colour that of the hidden node it belongs to. Dragged sideways like its chip. */
import { memo, useMemo } from 'react';
import { isZero, toNumber } from '../number/rational.ts';
import { isLit } from '../state/highlight.ts';
import { isOffAt } from '../live/select.ts';
import { useLive, useWritten, useCrease } from '../live/live.ts';
import { useParameter } from '../live/use-number.ts';
import { useActions } from '../live/use-store.ts';
import { useNumberDrag } from '../controls/number-drag.ts';
import { useBrush } from './brush.ts';
import type { EdgePlace } from './edge-places.ts';
import { edgeWidth } from './edge-width.ts';

export interface EdgeProps {
  readonly place: EdgePlace;
  readonly colour: string;
  /** It has been combined away. */
  readonly gone: boolean;
  /** The step is about other edges. */
  readonly aside: boolean;
  /** One of many, and not of the chosen node: thinner and fainter, so that those can be seen. */
  readonly back: boolean;
}

const BACK = 0.6;

export const Edge = memo(function Edge({ place, colour, gone, aside, back }: EdgeProps) {
  const { key, parameter, path } = place;
  const { layer, input } = parameter;
  const keys = useMemo(() => new Set([key]), [key]);
  const strokeWidth = useLive(
    (known) => {
      const weight = known.weight(parameter);
      return weight && (back ? BACK : 1) * edgeWidth(toNumber(weight));
    },
    [parameter, back],
  );
  const [width, line] = useWritten(strokeWidth, writeWidth);
  const zero = useCrease(
    (known) => {
      const weight = known.weight(parameter);
      return weight && isZero(weight);
    },
    [parameter],
  );
  const lit = useCrease((known) => isLit(known.highlight, keys), [keys]);
  const off = useCrease((known) => layer > 0 && isOffAt(known, { layer: layer - 1, node: input }), [layer, input]);
  const actions = useActions();
  const { onPointerEnter, onPointerLeave } = useBrush(keys);
  const binding = useParameter(parameter);
  const drag = useNumberDrag(binding, {
    onStart: () => binding.hold(true),
    onEnd: () => binding.hold(false),
    onTap: () => actions.select(parameter),
  });
  return (
    <g
      className="edge"
      style={{ color: colour }}
      data-lit={lit || undefined}
      data-off={off || undefined}
      data-zero={zero || undefined}
      data-gone={gone || undefined}
      data-aside={aside || undefined}
      data-back={back || undefined}
    >
      <path ref={line} className="edge-line" d={path} strokeWidth={width} />
      <path
        className="edge-hit"
        d={path}
        onPointerEnter={onPointerEnter}
        onPointerLeave={onPointerLeave}
        onPointerDown={drag}
      />
    </g>
  );
});

function writeWidth(line: SVGPathElement, width: number): void {
  line.setAttribute('stroke-width', String(width));
}

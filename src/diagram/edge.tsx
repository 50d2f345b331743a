/** One edge: its width is |weight|, its colour that of the hidden node it belongs to. Dragged sideways like its chip. */
import { memo, useMemo } from 'react';
import { isZero, toNumber } from '../number/rational.ts';
import { selectIsLit } from '../state/highlight.ts';
import { useLive, useWritten } from '../live/live.ts';
import { selectActions, selectParameter } from '../state/select.ts';
import type { CreaseState } from '../state/store.ts';
import { useParameter } from '../live/use-number.ts';
import { useCrease } from '../live/use-store.ts';
import { useNumberDrag } from '../controls/number-drag.ts';
import { useBrush } from './brush.ts';
import { edgeWidth, type EdgePlace } from './layout.ts';
import { selectIsOff } from './values.ts';

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
  const select = useMemo(() => {
    const weight = selectParameter(parameter);
    return (state: CreaseState) => {
      const value = weight(state);
      return value && (back ? BACK : 1) * edgeWidth(toNumber(value));
    };
  }, [parameter, back]);
  const [width, line] = useWritten(useLive(select), writeWidth);
  const zero = useCrease((state) => {
    const value = selectParameter(parameter)(state);
    return value !== undefined && isZero(value);
  });
  const lit = useCrease(selectIsLit(keys));
  const off = useCrease((state) => layer > 0 && selectIsOff({ layer: layer - 1, node: input })(state));
  const actions = useCrease(selectActions);
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

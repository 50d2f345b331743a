/** What of a term lights up as one: number and symbol, a bracket, a sign. */
import { Fragment, useEffect, useRef, useState } from 'react';
import { parameterKey, type Network } from '../model/network.ts';
import type { Highlight } from '../state/store.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { pointing } from '../controls/pointing.ts';
import { RoverButton } from '../controls/rover.tsx';
import { ParameterSlot } from './parameter-slot.tsx';
import type { Part } from './parts.ts';
import type { LivePieces } from './live-pieces.ts';
import { LivePiece, PieceHtml } from './piece.tsx';
import { plainKind } from './plain-piece.ts';
import { segmentColour } from './segment-colour.ts';
import type { Segment } from './segments.ts';

export interface Asking {
  /** What a term stands for, asked when it is pointed at; terms light up with it. */
  readonly keysOf?: ((segment: Segment) => Highlight) | undefined;
  /** Said beside a term while it is pointed at: `21 = 2·0.5 + 5·4`. */
  readonly explain?: ((segment: Segment) => string | null) | undefined;
}

/** The segment that stands for its term. */
export function isHead({ role }: Segment): boolean {
  return role === 'number' || role === 'symbol' || role === 'open';
}

export interface PartViewProps {
  readonly part: Part;
  readonly lit: boolean;
  /** What each term is called, in a formula whose terms can be asked about. */
  readonly names: ReadonlyMap<string, string> | null;
  /** What is written as it changes; null where nothing changes by itself. */
  readonly pieces: LivePieces | null;
  readonly shape: Network<unknown>;
  /** That of the whole term, which is around it. */
  readonly colour: string | undefined;
  readonly editable: boolean;
  /** Null where its terms light up nothing, and nothing is said of them. */
  readonly asking: { readonly current: Asking } | null;
}

/** A run of segments of one term: number and symbol. Only what has one of them can be pointed at. */
export function PartView(props: PartViewProps) {
  const { part, names, editable, asking } = props;
  const head = part.segments.find(isHead);
  if (!head || !asking) return <Pieces {...props} />;
  const editableHere = editable && part.segments.some(({ parameter }) => parameter !== null);
  return <PointedPart {...props} asking={asking} head={head} name={editableHere ? undefined : names?.get(head.term)} />;
}

interface PointedPartProps extends PartViewProps {
  readonly head: Segment;
  readonly asking: { readonly current: Asking };
  /** Where it can be asked about by the keyboard too. */
  readonly name: string | undefined;
}

function PointedPart({ head, name, ...props }: PointedPartProps) {
  const { lit, asking } = props;
  const store = useCreaseStore();
  const [note, setNote] = useState<string | null>(null);
  const [pointer] = useState(pointing);
  const lights = useRef(false);
  // It may go without being left: a step, another activation.
  useEffect(
    () => () => {
      if (lights.current) store.getState().actions.highlight(null);
    },
    [store],
  );
  const enter = () => {
    const { keysOf, explain } = asking.current;
    pointer.enter();
    lights.current = true;
    if (keysOf) store.getState().actions.highlight(keysOf(head));
    setNote(explain?.(head) ?? null);
  };
  const leave = () => {
    setNote(null);
    lights.current = false;
    store.getState().actions.highlight(null);
  };
  return (
    <span
      className="formula-part"
      data-lit={lit || undefined}
      onPointerEnter={enter}
      onPointerLeave={(event) => pointer.leave(event, leave)}
      onFocus={enter}
      onBlur={leave}
    >
      {name === undefined ? (
        <Pieces {...props} />
      ) : (
        <span className="formula-asked">
          <span aria-hidden="true">
            <Pieces {...props} isHidden />
          </span>
          <RoverButton className="formula-handle" aria-label={name} />
        </span>
      )}
      {note !== null && (
        <span className="said formula-note" aria-hidden="true">
          {note}
        </span>
      )}
    </span>
  );
}

/** A space of no width: between a number and its letter a line breaks where both are wider than it. */
const MAY_BREAK = '\u200b';

/**
 * Nothing to be seen, and no place to break: what stands for a 1 that is not written may be alone in its run, and axe takes
 * a control for one within a line of text only where text stands beside it.
 */
const BESIDE_CONTROL = '\u2060';

interface PiecesProps extends PartViewProps {
  /** From those who listen, as a whole. */
  readonly isHidden?: boolean;
}

function Pieces({ part, pieces, shape, editable, colour: around, isHidden = false }: PiecesProps) {
  return part.segments.map((segment, i) => {
    const own = segmentColour(segment, shape);
    const drawn = { tex: segment.tex, colour: own === around ? undefined : own, isHidden };
    const piece =
      pieces && plainKind(segment.tex) !== null ? (
        <LivePiece {...drawn} pieces={pieces} index={part.from + i} />
      ) : (
        <PieceHtml {...drawn} />
      );
    return editable && segment.parameter ? (
      // Its key is the number's: when a 1 is written for it, the control moves there and keeps the focus.
      <Fragment key={parameterKey(segment.parameter)}>
        <ParameterSlot parameter={segment.parameter}>{piece}</ParameterSlot>
        {segment.role !== 'number' && BESIDE_CONTROL}
      </Fragment>
    ) : (
      <Fragment key={segment.role}>
        {i > 0 && segment.role === 'symbol' && MAY_BREAK}
        {piece}
      </Fragment>
    );
  });
}

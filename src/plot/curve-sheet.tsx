/** The function of one input: a curve with its kinks, the current input a point on it. */
import { scaleLinear } from 'd3-scale';
import { useMemo, useRef } from 'react';
import { snap, within } from '../controls/number-step.ts';
import { useSize } from '../controls/use-size.ts';
import { useCrease, useLiveValue, useNow } from '../live/live.ts';
import { selectPointedPiece } from '../live/select.ts';
import { useActions } from '../live/use-store.ts';
import { rational, toNumber, type Rational } from '../number/rational.ts';
import { SHEET, pointDescription } from '#words/sheet-words.ts';
import { CurvePicture } from './curve-picture.tsx';
import { roomOf } from './fit.ts';
import { Frame } from './frame.tsx';
import { PieceCaption, captionOf } from './piece-caption.tsx';
import { PointControl } from './point-control.tsx';
import { tenth } from './scene.ts';
import { useCurve, useCurveSentences } from './use-curve.ts';
import { usePointed } from './use-pointed.ts';
import { ViewMenu } from './view-menu.tsx';
import './curve-sheet.css';
import './outside.css';

/** What the drawing is prerendered for, px; its view box scales it until it has been measured. */
const NOMINAL = { width: 450, height: 310 };
/** px that are kept free for numbers and names, between what lies over the picture. */
const INSET = { top: 38, right: 30, bottom: 44, left: 54 };
const BAR = 30;

export function CurveSheet() {
  const shown = useCurve();
  const { network, x, axes, ends, curve, heights, here } = shown;
  const { title, note, height, side, summary } = useCurveSentences(shown);
  const actions = useActions();
  const view = useRef<HTMLDivElement>(null);
  const measured = useSize(view);
  const size = measured ?? NOMINAL;
  const listed = useCrease(selectPointedPiece);
  const [min, max] = [toNumber(ends.min), toNumber(ends.max)];
  const { head, bar } = roomOf(size, BAR);
  const along = scaleLinear([min, max], [INSET.left, size.width - INSET.right]);
  const up = scaleLinear(heights, [size.height - INSET.bottom - bar, INSET.top + head]);
  const value = toNumber(x[0] as Rational);
  const inside = value >= min && value <= max;
  const spot: readonly [number, number] = [tenth(along(value)), tenth(up(here.height))];
  const at = useLiveValue(spot);
  const description = useLiveValue(pointDescription(height, side));
  const pointed = usePointed(
    useLiveValue(useMemo(() => ({ network, pattern: here.pattern }), [network, here.pattern])),
  );
  const piece = useNow(pointed.piece);
  const pattern = piece.network === network ? piece.pattern : null;
  const isElsewhere = useNow(pointed.isElsewhere) && pattern !== null;
  const valueAt = (clientX: number) => along.invert(clientX - (view.current?.getBoundingClientRect().left ?? 0));
  const put = ([value]: readonly Rational[]) => {
    if (value) actions.edit({ kind: 'setInputValue', input: 0, value });
  };

  return (
    <Frame
      title={SHEET.curve}
      counts={title}
      note={note}
      caption={
        <PieceCaption
          caption={useLiveValue(captionOf({ network, pattern: pattern ?? here.pattern, pointed: isElsewhere, height }))}
        />
      }
      bar={
        <span className="sheet-buttons">
          <ViewMenu
            names={network.inputs}
            window={axes.ends}
            own={axes.own}
            onWindow={axes.set}
            onReset={axes.reset}
            onTilt={null}
          />
        </span>
      }
    >
      <div
        ref={view}
        className="sheet-view is-curve"
        onPointerMove={(event) => {
          if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
          const value = valueAt(event.clientX);
          const stretch = curve.stretches.find(({ points }) => value <= (points.at(-1)?.[0] ?? -Infinity));
          pointed.pointAt(value >= min && value <= max ? (stretch?.pattern ?? null) : null);
        }}
        onPointerLeave={() => pointed.pointAt(null)}
      >
        <CurvePicture
          {...{ network, curve, along, up, size, measured, summary }}
          isLit={(piece) => (pattern === null ? listed?.has(piece) === true : piece === pattern)}
          spot={inside ? spot : null}
        />
        {inside ? (
          <PointControl
            names={network.inputs}
            values={x}
            window={axes.ends}
            at={at}
            description={description}
            drag={{
              onStart: actions.begin,
              onMove: ({ event }) => {
                const step = max - min < 2 ? rational(1, 100) : undefined;
                put([within(snap(valueAt(event.clientX), step), ends.min, ends.max)]);
              },
              onEnd: actions.commit,
              onCancel: actions.cancel,
            }}
            begin={actions.begin}
            change={put}
            commit={actions.commit}
            cancel={actions.cancel}
            onFocusChange={pointed.follow}
          />
        ) : (
          <p className="small sheet-outside">{SHEET.outside}</p>
        )}
      </div>
    </Frame>
  );
}

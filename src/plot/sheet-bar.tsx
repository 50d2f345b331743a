/** The sheet's buttons: which inputs, turn, from above, and what the view shows. */
import { memo, useCallback, useMemo } from 'react';
import { Rover, RoverButton } from '../controls/rover.tsx';
import { SHEET } from '#words/sheet-words.ts';
import { AxisPicker } from './axis-picker.tsx';
import { SheetIcon } from './sheet-icon.tsx';
import type { CameraMoves } from './use-turn.ts';
import { ViewMenu } from './view-menu.tsx';
import type { Interval } from './view-window.ts';

export interface SheetBarProps {
  readonly inputs: readonly string[];
  readonly shown: readonly number[];
  readonly onShown: (shown: readonly number[]) => void;
  readonly ends: readonly Interval[];
  readonly own: readonly (Interval | null)[];
  readonly onEnds: (axis: number, ends: Interval | null) => void;
  readonly onReset: () => void;
  readonly fromAbove: boolean;
  readonly move: CameraMoves;
}

/** Radians for each press. */
const TURN = Math.PI / 12;

/** Remembered: nothing in it changes while a weight is dragged. */
export const SheetBar = memo(function SheetBar(props: SheetBarProps) {
  const { inputs, shown, onShown, ends, own, onEnds, onReset, fromAbove, move } = props;
  const names = useMemo(() => shown.map((i) => inputs[i] ?? ''), [shown, inputs]);
  const reset = useCallback(() => {
    onReset();
    move.reset();
  }, [onReset, move]);
  const tilt = useCallback((pitch: number) => move.nudge(0, pitch), [move]);
  return (
    <>
      {inputs.length > 2 && <AxisPicker inputs={inputs} shown={shown} onChange={onShown} />}
      <span className="sheet-buttons" role="toolbar" aria-label={SHEET.buttons}>
        <Rover>
          <TurnButton name={SHEET.turnLeft} icon="turnLeft" onClick={() => move.nudge(-TURN, 0)} />
          <TurnButton name={SHEET.turnRight} icon="turnRight" onClick={() => move.nudge(TURN, 0)} />
          <RoverButton
            className="quiet sheet-button"
            aria-pressed={fromAbove}
            title={SHEET.fromAbove}
            onClick={() => move.setFromAbove(!fromAbove)}
          >
            <SheetIcon name="above" />
            <span className="sheet-button-text">{SHEET.fromAbove}</span>
          </RoverButton>
          <ViewMenu names={names} window={ends} own={own} onWindow={onEnds} onReset={reset} onTilt={tilt} />
        </Rover>
      </span>
    </>
  );
});

interface TurnButtonProps {
  readonly name: string;
  readonly icon: 'turnLeft' | 'turnRight';
  readonly onClick: () => void;
}

function TurnButton({ name, icon, onClick }: TurnButtonProps) {
  return (
    <RoverButton className="quiet sheet-button" aria-label={name} title={name} onClick={onClick}>
      <SheetIcon name={icon} />
    </RoverButton>
  );
}

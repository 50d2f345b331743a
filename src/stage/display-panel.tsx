/**
 * How the page looks: for a class (answers hidden), for a room (projector), in which theme. It also sets what the styles go
 * by (`data-answers-hidden`, `data-projector` on the page), so it comes at once where a link asks for that.
 */
import { useEffect, useRef, type ReactNode } from 'react';
import { placeBeside, type Beside } from '../controls/popover.ts';
import type { Knowledge } from '../live/knowledge.ts';
import { useCrease } from '../live/live.ts';
import { selectAreHidden } from '../live/select.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { withSwitch } from '../state/put-view.ts';
import { isSwitchedOn } from '../state/view.ts';
import { STAGE } from '#words/stage-words.ts';
import { DISPLAY } from '#words/display-words.ts';
import { chooseTheme, useTheme } from './theme.ts';
import './display-panel.css';

export interface DisplayPanelProps {
  readonly id: string;
  /** Somebody waits for it. */
  readonly isAsked: boolean;
}

const PLACE: Beside = { align: 'right', width: 320 };

const selectIsProjector = ({ figures }: Knowledge) => isSwitchedOn(figures, 'projector');

export function DisplayPanel({ id, isAsked }: DisplayPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const store = useCreaseStore();
  const areHidden = useCrease(selectAreHidden);
  const isProjector = useCrease(selectIsProjector);
  const isDark = useTheme() === 'dark';
  useEffect(() => {
    if (isAsked) panel.current?.showPopover();
    // Later the button opens it by itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-answers-hidden', areHidden);
    document.documentElement.toggleAttribute('data-projector', isProjector);
  }, [areHidden, isProjector]);
  const turn = (item: 'hidden' | 'projector', isOn: boolean) =>
    store.setState({ figures: withSwitch(store.getState().figures, item, isOn) });
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={STAGE.display}
      className="display-panel"
      onBeforeToggle={(event) => {
        const button = panel.current?.previousElementSibling;
        if (event.newState === 'open' && panel.current && button) placeBeside(panel.current, button, PLACE);
      }}
    >
      <Switch isOn={areHidden} about={DISPLAY.hiddenAbout} onTurn={(isOn) => turn('hidden', isOn)}>
        {DISPLAY.hidden}
      </Switch>
      <Switch isOn={isProjector} about={DISPLAY.projectorAbout} onTurn={(isOn) => turn('projector', isOn)}>
        {DISPLAY.projector}
      </Switch>
      <Switch isOn={isDark} onTurn={(isOn) => chooseTheme(isOn ? 'dark' : 'light')}>
        {DISPLAY.dark}
      </Switch>
      <p className="small">{DISPLAY.inLink}</p>
    </div>
  );
}

interface SwitchProps {
  readonly isOn: boolean;
  readonly about?: string;
  readonly onTurn: (isOn: boolean) => void;
  readonly children: ReactNode;
}

function Switch({ isOn, about, onTurn, children }: SwitchProps) {
  return (
    <label className="option display-switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
      />
      <strong>{children}</strong>
      {about !== undefined && <span className="small">{about}</span>}
    </label>
  );
}

/** Name, presets, undo, redo, reset, how it looks, share. */
import { Suspense, useEffect, useMemo, useState } from 'react';
import { PRESETS } from '../state/preset.ts';
import { presetDocument, presetOf } from '../state/preset-document.ts';
import { resetTarget } from '../state/reset.ts';
import { selectAreHidden, selectCanUndo, selectCanRedo } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { useCreaseStore, useActions } from '../live/use-store.ts';
import { useShape } from '../live/use-shape.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { Menu } from '../controls/menu.tsx';
import { useQuiet } from '../controls/use-quiet.ts';
import { PlainMath } from '../equation/plain-math.tsx';
import { PRESET_WORDS } from '#words/presets.ts';
import { STAGE } from '#words/stage-words.ts';
import { Icon } from '../controls/icon.tsx';
import './header.css';

export function Header({ share }: { readonly share: React.ReactNode }) {
  return (
    <header className="screen-only beside header">
      <a className="beside header-name" href="./" aria-label={STAGE.name}>
        <Icon name="mark" size={26} />
        <span>{STAGE.name}</span>
      </a>
      <span className="aside header-chapter">{STAGE.chapter}</span>
      <div className="beside header-actions">
        <PresetMenu />
        <HistoryButtons />
        <DisplayButton />
        {share}
      </div>
    </header>
  );
}

const loadLookAt = async () => (await import('#words/preset-captions.ts')).LOOK_AT;

function PresetMenu() {
  const lookAt = useQuiet(loadLookAt);
  const actions = useActions();
  const current = useCrease((known) => presetOf(known.network), []);
  // Some of the sentences tell the model.
  const areHidden = useCrease(selectAreHidden);
  const items = useMemo(
    () =>
      PRESETS.map(({ id }) => ({
        id,
        title: PRESET_WORDS[id].title,
        text: lookAt && !areHidden && <PlainMath text={lookAt[id]} />,
      })),
    [lookAt, areHidden],
  );
  return (
    <Menu
      name={STAGE.presets}
      items={items}
      current={current}
      className="button"
      onChoose={(id) => {
        const preset = PRESETS.find((p) => p.id === id);
        if (preset) actions.edit({ kind: 'load', document: presetDocument(preset.id), from: { kind: 'preset', id } });
      }}
    >
      {STAGE.presets} <Icon name="down" size={16} />
    </Menu>
  );
}

const loadEditLabel = async () => (await import('#words/edit-label.ts')).editLabel;

function HistoryButtons() {
  const store = useCreaseStore();
  const actions = useActions();
  const canUndo = useCrease(selectCanUndo);
  const canRedo = useCrease(selectCanRedo);
  const lastLabel = useCrease((known) => known.past.at(-1)?.label ?? null, []);
  const nextLabel = useCrease((known) => known.future[0]?.label ?? null, []);
  const network = useShape();
  const editLabel = useQuiet(loadEditLabel);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) actions.undo();
      else if ((key === 'z' && event.shiftKey) || key === 'y') actions.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);

  const title = (verb: string, label: typeof lastLabel) =>
    label && editLabel ? `${verb}: ${editLabel(network, label)}` : verb;
  const reset = () => actions.edit({ kind: 'load', document: resetTarget(store.getState()), from: { kind: 'reset' } });
  return (
    <>
      {iconButton('undo', title(STAGE.undo, lastLabel), canUndo, actions.undo)}
      {iconButton('redo', title(STAGE.redo, nextLabel), canRedo, actions.redo)}
      {iconButton('reset', STAGE.reset, true, reset)}
    </>
  );
}

/** A disabled button would drop the focus of whoever has just pressed it: these stay focusable and say so. */
function iconButton(icon: 'undo' | 'redo' | 'reset', title: string, canDo: boolean, act: () => void) {
  return (
    <button
      type="button"
      className="button is-icon"
      aria-label={STAGE[icon]}
      title={title}
      aria-disabled={!canDo || undefined}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Typing in a field has its own undo. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement) || target.type !== 'text') return false;
  return target.getAttribute('role') !== 'spinbutton' || target.closest('[data-editing]') !== null;
}

const DisplayPanel = lazyPart(async () => (await import('./display-panel.tsx')).DisplayPanel);
const PANEL = 'display';

/** Its panel comes when it is asked for, when the page is quiet, or with a link that says how the page is looked at. */
function DisplayButton() {
  const isThere = useQuiet(DisplayPanel.ahead);
  const isLooked = useCrease(({ figures }) => Boolean(figures), []);
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button is-icon"
        aria-label={STAGE.display}
        title={STAGE.display}
        popoverTarget={PANEL}
        onClick={(event) => {
          if (document.getElementById(PANEL)) return;
          // It may come before the browser has looked for it: then that would close it again.
          event.preventDefault();
          setAsked(true);
        }}
      >
        <Icon name="display" />
      </button>
      {(isAsked || isThere || isLooked) && (
        <Suspense>
          <DisplayPanel id={PANEL} isAsked={isAsked} />
        </Suspense>
      )}
    </>
  );
}

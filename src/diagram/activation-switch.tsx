/** Linear or ReLU for all hidden nodes at once, each with its graph and formula; the other functions under "More". */
import { useId } from 'react';
import { hiddenLayerCount } from '../model/network.ts';
import { ACTIVATION_KINDS, type ActivationKind } from '../activation/activation.ts';
import { defaultActivation } from '../state/default-activation.ts';
import { selectCommonActivation } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { Menu } from '../controls/menu.tsx';
import { ActivationGraph } from './activation-graph.tsx';
import { useQuiet } from '../controls/use-quiet.ts';
import { ACTIVATION_WORDS, definitionText } from '#words/activation-words.ts';
import { STAGE } from '#words/stage-words.ts';
import { Icon } from '../controls/icon.tsx';
import './activation-switch.css';

const SHOWN: readonly ActivationKind[] = ['linear', 'relu'];

const loadLesson = async () => (await import('#words/activation-lessons.ts')).activationLesson;

export function ActivationSwitch({ name = 'activation' }: { readonly name?: string }) {
  const actions = useActions();
  const common = useCrease(selectCommonActivation);
  const choose = (kind: ActivationKind) =>
    actions.edit({ kind: 'setAllActivations', activation: defaultActivation(kind) });
  const none = useCrease((known) => hiddenLayerCount(known.network) === 0, []);
  const mixed = common === null && !none;
  const other = common !== null && !SHOWN.includes(common) ? common : null;
  const note = useId();
  const lesson = useQuiet(loadLesson);
  return (
    <div className="screen-only plate switch" role="radiogroup" aria-label={STAGE.activation} aria-describedby={note}>
      {SHOWN.map((kind) => (
        <label className="switch-option" key={kind}>
          <input
            type="radio"
            className="unseen"
            name={name}
            aria-label={ACTIVATION_WORDS[kind].name}
            checked={common === kind}
            disabled={none}
            onChange={() => choose(kind)}
          />
          <Option kind={kind} />
        </label>
      ))}
      <Menu
        name={STAGE.moreActivations}
        className={`quiet switch-more ${other || mixed ? 'is-chosen' : ''}`}
        items={ACTIVATION_KINDS.filter((kind) => !SHOWN.includes(kind)).map((kind) => ({
          id: kind,
          title: `${ACTIVATION_WORDS[kind].name}: ${ACTIVATION_WORDS[kind].formula}`,
          text: lesson?.(kind).sentence,
          picture: <LittleGraph kind={kind} />,
        }))}
        current={other}
        disabled={none}
        onChoose={(id) => {
          const kind = ACTIVATION_KINDS.find((k) => k === id);
          if (kind) choose(kind);
        }}
      >
        {other ? ACTIVATION_WORDS[other].name : mixed ? STAGE.mixedActivations : STAGE.moreActivations}{' '}
        <Icon name="down" size={16} />
      </Menu>
      <p className="switch-note" id={note} role="status">
        {none && STAGE.noActivation}
      </p>
    </div>
  );
}

function Option({ kind }: { readonly kind: ActivationKind }) {
  return (
    <span className="beside switch-face" aria-hidden="true">
      <LittleGraph kind={kind} />
      <span className="switch-words">
        <strong>{ACTIVATION_WORDS[kind].name}</strong>
        <span>{definitionText(kind)}</span>
      </span>
    </span>
  );
}

function LittleGraph({ kind }: { readonly kind: ActivationKind }) {
  return <ActivationGraph activation={defaultActivation(kind)} width={38} height={30} />;
}

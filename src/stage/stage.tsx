/** The stage: the whole idea on one screen. */
import { NetworkDiagram } from '../diagram/network-diagram.tsx';
import { presetOf } from '../state/preset-document.ts';
import { selectNetwork } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { PRESET_WORDS } from '../words/presets.ts';
import { STAGE } from '../words/stage.ts';
import { ActivationSwitch } from '../diagram/activation-switch.tsx';
import { PlainMath } from '../equation/plain-math.tsx';
import { DerivationPanel } from './derivation-panel.tsx';
import { Desk } from './desk.tsx';
import { SheetPlace } from './sheet-place.tsx';
import { VerdictLine } from './verdict.tsx';
import './stage.css';

export function Stage() {
  return (
    <section className="stage" id="network" aria-labelledby="question">
      <div className="stage-head">
        <div>
          <h1 id="question">{STAGE.question}</h1>
          <p className="stage-answer">{STAGE.answer}</p>
        </div>
        <ActivationSwitch />
      </div>
      <div className="card">
        <div className="card-network">
          <NetworkDiagram />
          <LookAt />
        </div>
        <SheetPlace />
        <div className="card-derivation">
          <DerivationPanel />
        </div>
        <VerdictLine />
        <div className="card-desk">
          <Desk />
        </div>
      </div>
    </section>
  );
}

/** What to look at, while the network is one of the presets. */
function LookAt() {
  const preset = useCrease((state) => presetOf(selectNetwork(state)));
  return <p className="look-at">{preset ? <PlainMath text={PRESET_WORDS[preset].lookAt} /> : ''}</p>;
}

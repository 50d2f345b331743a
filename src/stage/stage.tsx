/** The stage: the whole idea on one screen. */
import { NetworkDiagram } from '../diagram/network-diagram.tsx';
import { selectDocument } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { captionOf } from '../words/presets.ts';
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

/** While the network is one of the presets. */
function LookAt() {
  const caption = useCrease((state) => captionOf(selectDocument(state)));
  return (
    <p className="look-at">
      <PlainMath text={caption} />
    </p>
  );
}

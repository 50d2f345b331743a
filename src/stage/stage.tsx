/** The stage: the whole idea on one screen. */
import { Suspense, lazy } from 'react';
import { Boundary } from '../controls/boundary.tsx';
import { firstUse } from '../controls/first-use.ts';
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
import { VerdictLine } from './verdict.tsx';
// Its first picture is in the HTML, before its code has come.
import '../plot/sheet.css';
import './stage.css';

/** Its picture is in the HTML; it comes alive, with the engine that it needs, at the first sign of a reader. */
const Sheet = lazy(async () => {
  await firstUse();
  return { default: (await import('../plot/sheet.tsx')).Sheet };
});

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
        <div className="card-sheet">
          <Boundary>
            <Suspense>
              <Sheet />
            </Suspense>
          </Boundary>
        </div>
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

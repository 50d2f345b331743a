/** The stage: the whole idea on one screen. */
import { createElement } from 'react';
import { NetworkDiagram } from '../diagram/network-diagram.tsx';
import { useCrease } from '../live/live.ts';
import { defaultDocument } from '../state/preset-document.ts';
import { FIRST_LOOK_AT } from '#words/presets.ts';
import { STAGE } from '#words/stage-words.ts';
import { ActivationSwitch } from '../diagram/activation-switch.tsx';
import { PlainMath } from '../equation/plain-math.tsx';
import { SkipLink } from '../controls/skip-link.tsx';
import { useQuiet } from '../controls/use-quiet.ts';
import { loadFieldProblem } from '../controls/lazy-field-problem.tsx';
import { loadPlacing } from '../controls/lazy-popover.ts';
import { useCardOrder } from './card-order.ts';
import { DerivationPanel } from './derivation-panel.tsx';
import { Desk } from './desk.tsx';
import { SheetPlace } from './sheet-place.tsx';
import { VerdictLine } from './verdict-line.tsx';
import './stage.css';

const loadAnnouncement = async () => (await import('./verdict-announcement.tsx')).VerdictAnnouncement;

export function Stage() {
  const announcement = useQuiet(loadAnnouncement);
  useQuiet(loadFieldProblem);
  useQuiet(loadPlacing);
  return (
    <section className="stage" id="network" aria-labelledby="question">
      <SkipLink to="story" here>
        {STAGE.skipNetwork}
      </SkipLink>
      <div className="stage-head">
        <h1 id="question">{STAGE.question}</h1>
        <p className="says stage-answer">{STAGE.answer}</p>
        <ActivationSwitch />
      </div>
      <Card />
      {announcement && createElement(announcement)}
    </section>
  );
}

/** With the same identity at every draw: another order draws none of them again. */
const PARTS = {
  network: (
    <div className="card-network" key="network">
      <NetworkDiagram />
      <LookAt />
    </div>
  ),
  derivation: (
    <div className="card-derivation" key="derivation">
      <DerivationPanel />
    </div>
  ),
  verdict: <VerdictLine key="verdict" />,
  sheet: <SheetPlace key="sheet" />,
  desk: (
    <div className="screen-only card-desk" key="desk">
      <Desk />
    </div>
  ),
};

/** Without it the fold goes in steps. */
const loadMotion = async () => (await import('./fold-motion.tsx')).FoldMotion;

function Card() {
  const order = useCardOrder();
  const motion = useQuiet(loadMotion);
  return (
    <div className="surface is-large is-high card">
      {order.map((part) => PARTS[part])}
      {motion && createElement(motion)}
    </div>
  );
}

const loadCaption = async () => (await import('#words/preset-captions.ts')).captionOf;

/** While the network is one of the presets. */
function LookAt() {
  const captionOf = useQuiet(loadCaption);
  const caption = useCrease(
    ({ document }) => captionOf?.(document) ?? (document === defaultDocument() ? FIRST_LOOK_AT : ''),
    [captionOf],
  );
  return (
    <p className="small look-at" data-says={caption !== '' || undefined}>
      <PlainMath text={caption} />
    </p>
  );
}

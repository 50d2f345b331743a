/** The stage: the whole idea on one screen. */
import { createElement } from 'react';
import { STAGE } from '#words/stage-words.ts';
import { ActivationSwitch } from '../diagram/activation-switch.tsx';
import { SkipLink } from '../controls/skip-link.tsx';
import { useQuiet } from '../controls/use-quiet.ts';
import { useCardOrder } from './card-order.ts';
import './stage.css';

const loadAnnouncement = async () => (await import('./verdict-announcement.tsx')).VerdictAnnouncement;

export function Stage() {
  const announcement = useQuiet(loadAnnouncement);
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

/** Without it the fold goes in steps. */
const loadMotion = async () => (await import('./fold-motion.tsx')).FoldMotion;

function Card() {
  const order = useCardOrder();
  const motion = useQuiet(loadMotion);
  return (
    <div className="surface is-large is-high card">
      {order.map(({ element }) => element)}
      {motion && createElement(motion)}
    </div>
  );
}

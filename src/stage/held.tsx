/** Where bent nodes hold the derivation up: why, and the pieces instead. */
import { useCover } from '../controls/use-cover.tsx';
import { Cases } from '../equation/cases.tsx';
import { useCrease } from '../live/live.ts';
import type { Knowledge } from '../live/knowledge.ts';
import { selectDerivation, selectStep } from '../live/select.ts';
import { STAGE } from '#words/stage-words.ts';
import './held.css';

export interface HeldProps {
  /** The step that is shown comes before. The room is kept. */
  readonly isHidden: boolean;
}

export function Held({ isHidden }: HeldProps) {
  const stuck = useCrease(selectStuck);
  return (
    <div className="held" data-hidden={isHidden || undefined}>
      {stuck && <HeldStep kind={stuck} />}
      <Cases />
    </div>
  );
}

/** Why the step can't be taken. */
function HeldStep({ kind }: { readonly kind: keyof typeof STAGE.stops }) {
  const cover = useCover('stop');
  return (
    <p className="held-step" data-answer={Boolean(cover) || undefined}>
      <span>{STAGE.stops[kind]}</span>
      {cover}
    </p>
  );
}

/** The step that is shown, where it can't be taken; before it the first of those, so that nothing moves when it comes. */
const selectStuck = (known: Knowledge) => {
  const { steps } = selectDerivation(known);
  const shown = steps[selectStep(known) - 1];
  const stuck = shown?.outcome === 'stuck' ? shown : steps.find(({ outcome }) => outcome === 'stuck');
  return stuck && stuck.kind !== 'writeOut' ? stuck.kind : null;
};

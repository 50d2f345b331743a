/** A proof that it bends: two inputs and their midpoint, each one click away. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { ALL } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { KnownWitness } from '../algebra/smooth-witness.ts';
import type { Network } from '../model/network.ts';
import { decide } from '../facts/decision.ts';
import { selectNetwork } from '../live/select.ts';
import { selectAnalysis, selectVerdict } from '../live/known-analysis.ts';
import { useAsked } from '../live/use-analysis.ts';
import { useCrease } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { bringIntoView } from '../controls/bring-into-view.ts';
import { digitsApart, knownText } from '#words/known-text.ts';
import { OUTPUT_SYMBOL } from '#words/names.ts';
import { numberText } from '#words/number.ts';
import { VERDICT } from '#words/verdict-words.ts';
import { WITNESS } from '#words/witness-words.ts';
import type { Knowledge } from '../live/knowledge.ts';
import './witness-panel.css';

/** The page stands still while it looks by itself: it gives up after so long, ms. */
const MOST_MS = 100;

export interface WitnessPanelProps {
  /** Has the reader asked to be taken there, and not been yet? */
  readonly isAsked: boolean;
  /** The reader has been taken there: later edits of the network leave the inputs where they are. */
  readonly onArrive: () => void;
}

export function WitnessPanel({ isAsked, onArrive }: WitnessPanelProps) {
  const actions = useActions();
  const network = useCrease(selectNetwork);
  const witness = useWitness(network);
  const panel = useRef<HTMLDivElement>(null);
  // One of its buttons may have the focus: what was shown stays until the next is there.
  const [last, setLast] = useState<KnownWitness | null>(null);
  if (typeof witness === 'object' && witness !== last) setLast(witness);

  // Half way is where the two differ.
  useEffect(() => {
    if (!isAsked || typeof witness !== 'object') return;
    actions.edit({ kind: 'setInputValues', values: witness.mid });
    bringIntoView(panel.current);
    onArrive();
  }, [isAsked, witness, actions, onArrive]);

  if (witness === 'none' || witness === 'notYet') {
    return <p className="witness">{WITNESS[witness]}</p>;
  }
  const isLooking = witness === 'looking';
  const shown = isLooking ? last : witness;
  if (shown?.mid.length !== network.inputs.length) return <p className="witness">{VERDICT.looking}</p>;
  return (
    <div className="witness" ref={panel}>
      <p>{isLooking ? VERDICT.looking : WITNESS.shows}</p>
      <Places network={network} witness={shown} isOld={isLooking} />
    </div>
  );
}

/** `none`: there is none that could be read. `notYet`: the page has given up, the worker may still bring one. */
function useWitness(network: Network<Rational>): KnownWitness | 'none' | 'notYet' | 'looking' {
  useAsked();
  const known = useCrease(selectWitness);
  return useMemo(() => (known === 'here' ? lookHere(network) : known), [known, network]);
}

/** On the main thread, for MOST_MS at the longest. */
function lookHere(network: Network<Rational>): KnownWitness | 'none' | 'notYet' {
  const until = performance.now() + MOST_MS;
  const decision = decide(network, ALL, () => performance.now() > until);
  return decision.kind === 'bends' ? (decision.witness ?? 'none') : 'notYet';
}

/** The one that the worker has brought; `here`: it bends, and nobody has looked for a witness. */
function selectWitness(known: Knowledge): KnownWitness | 'here' | 'none' | 'looking' {
  const { all } = selectVerdict(known);
  if (all.kind !== 'bends') return 'looking';
  if (all.witness) return all.witness;
  const analysis = selectAnalysis(known);
  return analysis.kind === 'done' && analysis.verdicts?.all === all ? 'none' : 'here';
}

interface PlacesProps {
  readonly network: Network<unknown>;
  readonly witness: KnownWitness;
  /** The network has changed since: its outputs there are not known yet. */
  readonly isOld: boolean;
}

function Places({ network, witness, isOld }: PlacesProps) {
  const actions = useActions();
  const places = [
    { id: 'p', x: witness.p, y: witness.fP },
    { id: 'mid', x: witness.mid, y: witness.fMid },
    { id: 'q', x: witness.q, y: witness.fQ },
  ] as const;
  const digits = digitsApart(witness.fMid, witness.straight);
  return (
    <ul className="flow">
      {places.map(({ id, x, y }) => (
        <li key={id}>
          <button
            type="button"
            className="button is-small"
            onClick={() => actions.edit({ kind: 'setInputValues', values: x })}
          >
            {pointText(network, x)}
          </button>{' '}
          {OUTPUT_SYMBOL} {isOld ? '= …' : equation(knownText(y, digits))}
          {id === 'mid' && !isOld ? `. ${WITNESS.goal(knownText(witness.straight, digits))}` : ''}
        </li>
      ))}
    </ul>
  );
}

/** `E 1, H 2, G −1.5` */
function pointText(network: Network<unknown>, x: readonly Rational[]): string {
  return x.map((value, i) => `${network.inputs[i] ?? ''} ${numberText(value)}`).join(', ');
}

/** `= 2`, `≈ 0.6931` */
function equation(value: string): string {
  return value.startsWith('≈') ? value.replace('≈', '≈ ') : `= ${value}`;
}

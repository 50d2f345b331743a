/** A proof that it bends: two inputs and their midpoint, each one click away. */
import { useEffect, useRef, useState } from 'react';
import { ALL } from '../algebra/domain.ts';
import { parseNumberText } from '../algebra/number-text.ts';
import { add, multiply, rational, type Rational } from '../algebra/rational.ts';
import type { Network } from '../model/network.ts';
import type { ShownWitness } from '../state/decision.ts';
import { selectActions, selectNetwork } from '../state/select.ts';
import type { CreaseState } from '../state/store.ts';
import { useAnalysis, type AnalysisState } from '../state/use-analysis.ts';
import { useCrease } from '../state/use-store.ts';
import { verdictNow } from '../state/verdict.ts';
import { approximateText, numberText } from '../words/number.ts';
import { VERDICT } from '../words/verdict.ts';

/** A small network has few pieces to look at; where there are more, the worker has brought a witness already. */
const MAX_CELLS = 20_000;

export function WitnessPanel() {
  const network = useCrease(selectNetwork);
  const known = useAnalysis(witnessNow);
  const [found, setFound] = useState<{
    readonly network: Network<Rational>;
    readonly witness: ShownWitness | null;
  } | null>(null);
  useEffect(() => {
    if (known) return;
    let wanted = true;
    void import('../state/decision.ts').then(({ decide }) => {
      if (!wanted) return;
      const decision = decide(network, ALL, (cells) => cells > MAX_CELLS);
      setFound({ network, witness: decision.kind === 'bends' ? decision.witness : null });
    });
    return () => {
      wanted = false;
    };
  }, [network, known]);

  const witness = known ?? (found?.network === network ? found.witness : undefined);
  if (witness === undefined) return <p className="witness">{VERDICT.looking}</p>;
  if (witness === null) return <p className="witness">{VERDICT.noWitness}</p>;
  return <Witness network={network} witness={witness} />;
}

/** The one that the worker has brought; null: it is looked for when it is asked for. */
function witnessNow(state: CreaseState, known: AnalysisState): ShownWitness | null {
  const { all } = verdictNow(state, known);
  return all.kind === 'bends' ? all.witness : null;
}

function Witness({ network, witness }: { readonly network: Network<unknown>; readonly witness: ShownWitness }) {
  const actions = useCrease(selectActions);
  const panel = useRef<HTMLDivElement>(null);
  // "Show me" goes there: half way is where the two differ. Later edits of the network leave the reader where they are.
  const start = useRef(witness.mid);
  useEffect(() => {
    actions.edit({ kind: 'setInputValues', values: start.current });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [actions]);
  const places = [
    { id: 'p', x: witness.p, y: witness.fP },
    { id: 'mid', x: witness.mid, y: witness.fMid },
    { id: 'q', x: witness.q, y: witness.fQ },
  ] as const;
  const straight = halfWay(witness.fP, witness.fQ);
  return (
    <div className="witness" ref={panel}>
      <p>{VERDICT.witness}</p>
      <ul>
        {places.map(({ id, x, y }) => (
          <li key={id}>
            <button
              type="button"
              className="button is-small"
              onClick={() => actions.edit({ kind: 'setInputValues', values: x })}
            >
              {pointText(network, x)}
            </button>{' '}
            ŷ = {valueText(y)}
            {id === 'mid' && straight !== null ? `. ${VERDICT.witnessGoal(straight)}` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `E 1, H 2, G −1.5` */
function pointText(network: Network<unknown>, x: readonly Rational[]): string {
  return x.map((value, i) => `${network.inputs[i] ?? ''} ${numberText(value)}`).join(', ');
}

function valueText(text: string): string {
  const exact = parseNumberText(text);
  return exact.ok ? numberText(exact.value) : approximateText(Number(text.replace('~', '')), 9);
}

function halfWay(fP: string, fQ: string): string | null {
  const [p, q] = [parseNumberText(fP), parseNumberText(fQ)];
  if (p.ok && q.ok) return numberText(multiply(rational(1, 2), add(p.value, q.value)));
  const middle = (Number(fP.replace('~', '')) + Number(fQ.replace('~', ''))) / 2;
  return Number.isFinite(middle) ? approximateText(middle, 9) : null;
}

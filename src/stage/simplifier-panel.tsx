/** The simplest equal network beside the one on the stage: how large, what became of each node and why, and its formula. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { countTerms } from '../algebra/sum.ts';
import { ALL } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { Simplest } from '../algebra/simplest.ts';
import type { Network, NodeAt } from '../model/network.ts';
import { obstacleTo, sizeOf } from '../state/adopt.ts';
import { selectChosenDomain, selectDocument, selectNetwork } from '../live/select.ts';
import { nodeColour } from '../state/colour.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { keyOfNode } from '../state/highlight.ts';
import { MOST_SECONDS } from '../state/simplifier-protocol.ts';
import { useSimplifier, type SimplifierState } from '../live/use-simplifier.ts';
import { useCrease } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { bringIntoView } from '../controls/bring-into-view.ts';
import { MANY_TERMS } from '../equation/rows.ts';
import { OUTPUT_NOTATION } from '../equation/notation.ts';
import { isRounded, write } from '../equation/segments.ts';
import { ShownFormula } from '../equation/shown-formula.tsx';
import { speakLine } from '../equation/speech.ts';
import { lineTex } from '../equation/tex.ts';
import { capital, nodeName } from '#words/names.ts';
import {
  SIMPLIFIER,
  fateText,
  isSimplestAlready,
  minimalText,
  obstacleText,
  sizeText,
  summaryText,
} from '#words/simplifier-words.ts';
import './simplifier.css';

export function SimplifierPanel() {
  const network = useCrease(selectNetwork);
  const chosen = useCrease(selectChosenDomain);
  const [where, setWhere] = useState<'all' | 'chosen'>('all');
  const { state, cancel, restart } = useSimplifier(network, where === 'all' ? ALL : chosen);
  const [adopted, setAdopted] = useState<Network<Rational> | null>(null);
  const panel = useRef<HTMLElement>(null);
  // It may open below the edge of the screen, and grows with what it finds first. Later edits leave the page where it is.
  const isOpening = useRef(true);
  useEffect(() => {
    if (isOpening.current) bringIntoView(panel.current);
    if (state.kind !== 'running') isOpening.current = false;
  }, [state.kind]);
  const isAdopted = adopted === network;
  const onAdopt = (next: Network<Rational>) => {
    setAdopted(next);
    // The button that was pressed goes.
    panel.current?.focus();
  };
  return (
    <section ref={panel} className="simplifier" aria-label={SIMPLIFIER.title} tabIndex={-1}>
      <div className="flow">
        <strong>{SIMPLIFIER.title}</strong>
        <div role="radiogroup" aria-label={SIMPLIFIER.equal} className="flow">
          {(['all', 'chosen'] as const).map((domain) => (
            <label className="check" key={domain}>
              <input
                type="radio"
                name="simplifier-domain"
                checked={where === domain}
                onChange={() => setWhere(domain)}
              />
              {SIMPLIFIER[domain]}
            </label>
          ))}
        </div>
      </div>
      <p role="status" className="says simplifier-status">
        {isAdopted && `${SIMPLIFIER.used} `}
        {statusText(network, state, where === 'all')}
      </p>
      {state.kind === 'running' && (
        <button type="button" className="button is-small" onClick={cancel}>
          {SIMPLIFIER.stop}
        </button>
      )}
      {(state.kind === 'cancelled' || state.kind === 'failed' || state.kind === 'stopped') && (
        <button type="button" className="button is-small" onClick={restart}>
          {SIMPLIFIER.again}
        </button>
      )}
      {state.kind === 'found' && (
        <Found network={network} found={state.simplest} everywhere={where === 'all'} onAdopt={onAdopt} />
      )}
    </section>
  );
}

function statusText(network: Network<Rational>, state: SimplifierState, everywhere: boolean): string {
  switch (state.kind) {
    case 'running':
      return SIMPLIFIER.running(state.looks);
    case 'cancelled':
      return SIMPLIFIER.cancelled;
    case 'failed':
      return SIMPLIFIER.failed;
    case 'stopped':
      return SIMPLIFIER.outOfTime(MOST_SECONDS);
    case 'unavailable':
      return SIMPLIFIER.unavailable;
    case 'found': {
      const { simplest } = state;
      const summary = summaryText(network, simplest, everywhere);
      if (!isSimplestAlready(network, simplest)) return summary;
      return simplest.minimal ? `${summary} ${SIMPLIFIER.already}` : SIMPLIFIER.alreadyFound;
    }
  }
}

interface FoundProps {
  readonly network: Network<Rational>;
  readonly found: Simplest;
  /** For all inputs, not only in the chosen range. */
  readonly everywhere: boolean;
  readonly onAdopt: (network: Network<Rational>) => void;
}

function Found({ network, found, everywhere, onAdopt }: FoundProps) {
  const already = isSimplestAlready(network, found);
  return (
    <div className="columns simplifier-found">
      <div className="simplifier-size">
        <dl>
          <dt>{SIMPLIFIER.before}</dt>
          <dd>{sizeText(sizeOf(network))}</dd>
          <dt>{SIMPLIFIER.after}</dt>
          <dd>{sizeText(sizeOf(found.network))}</dd>
        </dl>
        <SimplestFormula found={found} />
        <p>
          {everywhere ? SIMPLIFIER.equalOnAll : SIMPLIFIER.equalOnChosen} {minimalText(found)}
        </p>
        {!already && <UseButton found={found.network} onAdopt={onAdopt} />}
      </div>
      <Fates network={network} found={found} />
    </div>
  );
}

function UseButton({
  found,
  onAdopt,
}: {
  readonly found: Network<Rational>;
  readonly onAdopt: (network: Network<Rational>) => void;
}) {
  const present = useCrease(selectDocument);
  const actions = useActions();
  const document = { ...present, network: found };
  const obstacle = obstacleTo(document);
  if (obstacle) return <p>{obstacleText(obstacle, found)}</p>;
  return (
    <button
      type="button"
      className="button is-strong is-small"
      onClick={() => {
        actions.edit({ kind: 'load', document, from: { kind: 'adopt' } });
        onAdopt(found);
      }}
    >
      {SIMPLIFIER.use}
    </button>
  );
}

function Fates({ network, found }: { readonly network: Network<Rational>; readonly found: Simplest }) {
  const actions = useActions();
  const hidden = found.nodes
    .slice(0, -1)
    .flatMap((fates, layer) => fates.map((fate, node) => ({ at: { layer, node }, fate })));
  if (hidden.length === 0) return null;
  return (
    <div className="simplifier-nodes">
      <strong>{SIMPLIFIER.nodes}</strong>
      <ul>
        {hidden.map(({ at, fate }) => (
          <li
            key={keyOfNode(at)}
            data-gone={fate.kind !== 'kept' || undefined}
            onPointerEnter={() => actions.highlight(new Set([keyOfNode(at)]))}
            onPointerLeave={() => actions.highlight(null)}
          >
            <b style={{ color: nodeColour(network, at) }}>{capital(nodeName(network, at))}</b>{' '}
            {fateText(network, at, fate, found.network)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Written as short as the derivation of the new network gets; colours are those of the nodes that were kept. */
function SimplestFormula({ found }: { readonly found: Simplest }) {
  const written = useMemo(() => {
    const { start, steps } = derivationOf(found.network);
    const sum = steps.at(-1)?.sum ?? start;
    if (countTerms(sum) > MANY_TERMS) return null;
    const origins = originsOf(found);
    const segments = write(sum, found.network, { unmarked: true }).map((segment) => ({
      ...segment,
      via: (segment.via && origins.get(keyOfNode(segment.via))) ?? null,
    }));
    const before = `${OUTPUT_NOTATION.tex}${isRounded(segments) ? '\\approx' : '='}{}`;
    return { segments, before, tex: lineTex(sum, found.network), spoken: speakLine(sum, found.network) };
  }, [found]);
  if (!written) return null;
  return (
    <p className="simplifier-formula">
      <ShownFormula {...written} />
    </p>
  );
}

/** Which node of the stage each kept node was. */
function originsOf({ nodes }: Simplest): ReadonlyMap<string, NodeAt> {
  return new Map(
    nodes.flatMap((fates, layer) =>
      fates.flatMap((fate, node): [string, NodeAt][] =>
        fate.kind === 'kept' ? [[keyOfNode(fate.at), { layer, node }]] : [],
      ),
    ),
  );
}

/** Many networks, one function: rescale a hidden node, or let two change places, and see whether anything moved. */
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { layerAt, nodeAt, type Network, type NodeAt } from '../model/network.ts';
import { isZero, rational, type Rational } from '../algebra/rational.ts';
import { nodeColour } from '../state/colour.ts';
import { derivationOf } from '../state/derivation.ts';
import type { Document } from '../state/document.ts';
import { selectDocument } from '../state/select.ts';
import { useCrease, useCreaseStore } from '../state/use-store.ts';
import { Formula } from '../equation/formula.tsx';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation } from '../equation/notation.ts';
import { write } from '../equation/segments.ts';
import { speakLine } from '../equation/speech.ts';
import { lineTex } from '../equation/tex.ts';
import { SAME_MODEL_TWICE } from '../words/chapter/same-model-twice.ts';
import { capital, nodeName } from '../words/names.ts';
import { shortNumberText } from '../words/number.ts';
import { FreeNumber } from './free-number.tsx';
import { P } from './prose.tsx';
import { SCALE_RULES, compareFunctions, rescaleNode, swapNodes, type Comparison } from './same-function.ts';
import { Figure, Row } from './section.tsx';
import { InStore } from './standing.tsx';
import { StandingNote, useWritableStore } from './writable-store.tsx';

export function ManyNetworks() {
  const { store, isStanding } = useWritableStore('chapter-8');
  const { actions } = useCreaseStore().getState();
  const open = (document: Document) => actions.edit({ kind: 'load', document, from: { kind: 'figure' } });
  return (
    <InStore store={store}>
      <Row
        figure={
          <Figure
            name={SAME_MODEL_TWICE.manyFigure}
            className="same-figure"
            {...(isStanding ? { caption: <StandingNote preset="chapter-8" /> } : {})}
          >
            <SameFunction onOpen={open} />
          </Figure>
        }
      >
        <h3>{SAME_MODEL_TWICE.manyTitle}</h3>
        <P text={SAME_MODEL_TWICE.many} />
      </Row>
    </InStore>
  );
}

function SameFunction({ onOpen }: { readonly onOpen: (document: Document) => void }) {
  const { network, x } = useCrease(selectDocument);
  const layer = network.layers.length - 2;
  const nodes = layerAt(network, layer);
  const [picked, setPicked] = useState(0);
  const [k, setK] = useState<Rational>(rational(2));
  const [swapped, setSwapped] = useState(false);
  const node = Math.min(picked, nodes.length - 1);
  const factor = isZero(k) ? rational(1) : k;
  const neighbour = node + 1 < nodes.length ? node + 1 : node - 1;
  const changed = useMemo(() => {
    const rescaled = rescaleNode(network, { layer, node }, factor);
    return swapped && neighbour >= 0 ? swapNodes(rescaled, layer, node, neighbour) : rescaled;
  }, [network, layer, node, factor, swapped, neighbour]);
  const comparison = useMemo(() => compareFunctions(network, changed, x), [network, changed, x]);
  return (
    <>
      <div className="same-controls">
        <div className="chooser" role="radiogroup" aria-label={SAME_MODEL_TWICE.node}>
          {nodes.map((_, j) => {
            const at: NodeAt = { layer, node: j };
            return (
              <label className="choice" key={j} style={{ '--colour': nodeColour(network, at) } as CSSProperties}>
                <input type="radio" name="same-node" checked={j === node} onChange={() => setPicked(j)} />
                <span>{capital(nodeName(network, at))}</span>
              </label>
            );
          })}
        </div>
        <span className="same-factor">
          <StaticFormula tex="k = {}" spoken="k equals" />
          <FreeNumber name={SAME_MODEL_TWICE.factor} value={k} onChange={setK} />
        </span>
        {nodes.length > 1 && (
          <label className="check">
            <input type="checkbox" checked={swapped} onChange={(event) => setSwapped(event.target.checked)} />
            {SAME_MODEL_TWICE.swap}
          </label>
        )}
      </div>
      <dl className="same-lines">
        <dt>{SAME_MODEL_TWICE.before}</dt>
        <dd>
          <WrittenOut network={network} />
        </dd>
        <dt>{SAME_MODEL_TWICE.after}</dt>
        <dd>
          <WrittenOut network={changed} />
        </dd>
      </dl>
      <p className="same-verdict" data-kind={comparison.kind} aria-live="polite">
        {verdict(network, comparison)}
      </p>
      <p className="same-rule">
        {SAME_MODEL_TWICE.rule[SCALE_RULES[nodeAt(network, { layer, node }).activation.kind]]}
      </p>
      <div className="figure-tools">
        <button type="button" className="button" onClick={() => onOpen({ network: changed, x })}>
          {SAME_MODEL_TWICE.open}
        </button>
      </div>
    </>
  );
}

/** The first line of its derivation: every hidden node of the last layer inside the output. */
function WrittenOut({ network }: { readonly network: Network<Rational> }): ReactNode {
  const sum = derivationOf(network).steps[0]?.sum ?? [];
  return <Formula segments={write(sum, network)} tex={lineTex(sum, network)} spoken={speakLine(sum, network)} />;
}

function verdict(network: Network<Rational>, comparison: Comparison): string {
  const words = SAME_MODEL_TWICE.verdict;
  if (comparison.kind !== 'differs') return words[comparison.kind];
  const { x, before, after } = comparison;
  return words.differs(
    x.map((value, i) => `${inputNotation(network, i).text} = ${shortNumberText(value, 8)}`).join(', '),
    shortNumberText(before, 9),
    shortNumberText(after, 9),
  );
}

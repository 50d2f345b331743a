/** Many networks, one function: rescale a hidden node, or let two change places, and see whether anything moved. */
import { SYMBOLS } from '#words/chapter/symbols.ts';
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { layerAt, nodeAt, type Network, type NodeAt } from '../model/network.ts';
import { isZero, rational, type Rational } from '../number/rational.ts';
import { nodeColour } from '../state/colour.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { selectDocument } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { Formula } from '../equation/still-formula.tsx';
import { StaticFormula } from '../equation/static-formula.tsx';
import { PlainMath } from '../equation/plain-math.tsx';
import { write } from '../equation/segments.ts';
import { speakLine } from '../equation/speech.ts';
import { lineTex } from '../equation/tex.ts';
import { activationLesson } from '#words/activation-lessons.ts';
import { AT_TOP } from '#words/chapter/article.ts';
import { SAME_MODEL_TWICE } from '#words/chapter/same-model-twice-words.ts';
import { capital, nodeName } from '#words/names.ts';
import { shortNumberText } from '#words/number.ts';
import { AtTop } from './at-top.tsx';
import { FreeNumber } from './free-number.tsx';
import { placeText } from './outcome-text.ts';
import { P } from './prose.tsx';
import { compareFunctions, otherPlace, rescaleNode, swapNodes, type Comparison } from '../algebra/same-function.ts';
import { Figure, Row } from './section.tsx';
import { InStore } from './standing.tsx';
import { StandingNote, useWritableStore } from './writable-store.tsx';

export function ManyNetworks() {
  const { store, isStanding } = useWritableStore('chapter-8');
  return (
    <InStore store={store}>
      <Row
        figure={
          <Figure
            name={SAME_MODEL_TWICE.manyFigure}
            {...(isStanding ? { caption: <StandingNote preset="chapter-8" /> } : {})}
          >
            <SameFunction />
          </Figure>
        }
      >
        <h3>{SAME_MODEL_TWICE.manyTitle}</h3>
        <P text={SAME_MODEL_TWICE.many} />
      </Row>
    </InStore>
  );
}

function SameFunction() {
  const document = useCrease(selectDocument);
  const { network, x } = document;
  const layer = network.layers.length - 2;
  const nodes = layerAt(network, layer);
  const [picked, setPicked] = useState(0);
  const [k, setK] = useState<Rational>(rational(2));
  const [swapped, setSwapped] = useState(false);
  const node = Math.min(picked, nodes.length - 1);
  const neighbour = node + 1 < nodes.length ? node + 1 : node - 1;
  const isSwapped = swapped && neighbour >= 0;
  const changed = useMemo(() => {
    if (isZero(k)) return null;
    const rescaled = rescaleNode(network, { layer, node }, k);
    return isSwapped ? swapNodes(rescaled, layer, node, neighbour) : rescaled;
  }, [network, layer, node, k, isSwapped, neighbour]);
  const comparison = useMemo(() => changed && compareFunctions(network, changed, x), [network, changed, x]);
  return (
    <>
      <div className="flow same-controls">
        <div className="screen-only flow" role="radiogroup" aria-label={SAME_MODEL_TWICE.node}>
          {nodes.map((_, j) => {
            const at: NodeAt = { layer, node: j };
            return (
              <label className="choice" key={j} style={{ '--colour': nodeColour(network, at) } as CSSProperties}>
                <input
                  type="radio"
                  className="unseen"
                  name="same-node"
                  checked={j === node}
                  onChange={() => setPicked(j)}
                />
                <span>{capital(nodeName(network, at))}</span>
              </label>
            );
          })}
        </div>
        <span className="nowrap">
          <StaticFormula {...SYMBOLS.kIs} />
          <FreeNumber name={SAME_MODEL_TWICE.factor} value={k} onChange={setK} />
        </span>
        {nodes.length > 1 && (
          <label className="screen-only check">
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
          {changed ? (
            <WrittenOut network={changed} swapped={isSwapped ? { layer, i: node, j: neighbour } : null} />
          ) : (
            '–'
          )}
        </dd>
      </dl>
      <p className="says same-verdict" data-kind={comparison?.kind ?? 'none'} aria-live="polite">
        <PlainMath text={comparison ? verdict(network, comparison) : SAME_MODEL_TWICE.verdict.zero} />
      </p>
      <p className="aside">{activationLesson(nodeAt(network, { layer, node }).activation.kind).factors}</p>
      <div className="screen-only flow">
        <AtTop
          edit={changed && { kind: 'load', document: { ...document, network: changed }, from: { kind: 'figure' } }}
          done={AT_TOP.changed}
        >
          {SAME_MODEL_TWICE.open}
        </AtTop>
      </div>
    </>
  );
}

interface WrittenOutProps {
  readonly network: Network<Rational>;
  /** Two nodes that have changed places. Each keeps the colour that it had before. */
  readonly swapped?: { readonly layer: number; readonly i: number; readonly j: number } | null;
}

/** The first line of its derivation: every hidden node of the last layer inside the output. */
function WrittenOut({ network, swapped = null }: WrittenOutProps): ReactNode {
  const sum = derivationOf(network).steps[0]?.sum ?? [];
  const segments = write(sum, network).map((segment) => {
    const { via } = segment;
    if (!swapped || via?.layer !== swapped.layer) return segment;
    return { ...segment, via: { ...via, node: otherPlace(via.node, swapped.i, swapped.j) } };
  });
  return <Formula segments={segments} tex={lineTex(sum, network)} spoken={speakLine(sum, network)} />;
}

function verdict(network: Network<Rational>, comparison: Comparison): string {
  const words = SAME_MODEL_TWICE.verdict;
  if (comparison.kind !== 'differs') return words[comparison.kind];
  const { x, before, after } = comparison;
  return words.differs(placeText(network, x), shortNumberText(before, 9), shortNumberText(after, 9));
}

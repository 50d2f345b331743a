/** The slope that a weight's change sends through the network at the top, and where a node that is off stops it. */
import { SPOKEN } from '#words/spoken-formula.ts';
import type { CSSProperties } from 'react';
import {
  isOutputLayer,
  parameterKey,
  parametersOf,
  sameNode,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { nodeColour } from '../state/colour.ts';
import { selectDocument } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation } from '../equation/notation.ts';
import { ARTICLE } from '#words/chapter/article.ts';
import { CHALLENGES } from '#words/chapter/does-it-always-bend-words.ts';
import { WHAT_COMES_NEXT } from '#words/chapter/what-comes-next-words.ts';
import { nodeName, nodeNumber, parameterName } from '#words/names.ts';
import { numberText } from '#words/number.ts';
import { InputNumber, Live } from './live-number.tsx';
import { NetworkPicture, type PartState } from './network-picture.tsx';
import { ParameterSelect, usePickedParameter } from './parameter-select.tsx';
import { Prose } from './prose.tsx';
import { Figure } from './section.tsx';
import { STEP, slopeTexts, type SlopeTexts } from './slope-numbers.ts';
import { UnitSymbol } from './unit-symbol.tsx';

const words = WHAT_COMES_NEXT;

export function SlopeFigure() {
  const document = useCrease(selectDocument);
  const { network } = document;
  const [parameter, pick] = usePickedParameter(network);
  const name = parameterName(network, parameter);
  const texts = slopeTexts(document);
  const slope = texts.of(parameter);
  const stopped = nodesOnTheWay(network, parameter).filter(texts.isStopped);
  return (
    <Figure name={words.figure} caption={ARTICLE.following}>
      <div className="flow">
        <ParameterSelect network={network} label={words.pick} picked={parameter} onPick={pick} />
        <p className="flow aside">
          {words.input}{' '}
          {network.inputs.map((input, i) => (
            <b className="nowrap" key={input}>
              <StaticFormula tex={inputNotation(network, i).tex} spoken={SPOKEN.input(input)} /> ={' '}
              <InputNumber input={i} name={words.inputName(input)} />
            </b>
          ))}
        </p>
      </div>
      <NetworkPicture
        network={network}
        name={words.picture(name, slope)}
        output={texts.y}
        nodeText={(at) => `×${texts.own(at)}`}
        nodeState={(at) => (texts.isStopped(at) ? 'off' : isOnTheWay(parameter, at) ? 'strong' : undefined)}
        edgeState={(edge) => edgeState(parameter, edge, texts)}
        biasText={(bias) => (parameterKey(bias) === parameterKey(parameter) ? numberText(biasOf(network, bias)) : null)}
      />
      <Factors network={network} parameter={parameter} texts={texts} />
      <p className="says slope-check">
        <Check parameter={parameter} texts={texts} />
      </p>
      <p className="aside slope-note">
        {stopped.length > 0 && words.stopped(stopped.map((at) => nodeName(network, at)).join(', '))}{' '}
        {texts.onCorner && words.corner}
      </p>
      <AllSlopes network={network} texts={texts} picked={parameterKey(parameter)} />
    </Figure>
  );
}

function biasOf(network: Network<Rational>, { layer, node }: Parameter): Rational {
  return network.layers[layer]?.[node]?.bias as Rational;
}

/** From the parameter's own node on, every node of the layers behind it. */
function isOnTheWay(parameter: Parameter, at: NodeAt): boolean {
  return at.layer > parameter.layer || sameNode(at, parameter);
}

function nodesOnTheWay(network: Network<unknown>, parameter: Parameter): NodeAt[] {
  return network.layers.flatMap((nodes, layer) =>
    nodes.flatMap((_, node) => (isOnTheWay(parameter, { layer, node }) ? [{ layer, node }] : [])),
  );
}

/** The edge itself, and those that lead on from its node; an edge out of a node that is off carries no slope. */
function edgeState(parameter: Parameter, { layer, node, input }: Parameter, texts: SlopeTexts): PartState {
  if (input === null) return 'faint';
  if (layer > 0 && texts.isStopped({ layer: layer - 1, node: input })) return 'off';
  const isItself = sameNode({ layer, node }, parameter) && input === parameter.input;
  const leadsOn = layer > parameter.layer && isOnTheWay(parameter, { layer: layer - 1, node: input });
  return isItself || leadsOn ? 'strong' : 'faint';
}

interface PartProps {
  readonly network: Network<Rational>;
  readonly parameter: Parameter;
  readonly texts: SlopeTexts;
}

/** What comes in, times the node's own slope, times what follows, is the slope. */
function Factors({ network, parameter, texts }: PartProps) {
  const { comesIn, own, out } = texts.factors(parameter);
  const isOutput = isOutputLayer(network, parameter.layer);
  const boxes = [
    { label: parameter.input === null ? words.comesInBias : words.comesIn, text: comesIn },
    { label: words.ownSlope(nodeName(network, parameter)), text: own },
    ...(isOutput ? [] : [{ label: words.wayOut, text: out }]),
  ];
  return (
    <div className="factors" style={{ '--colour': nodeColour(network, parameter) } as CSSProperties}>
      {boxes.map(({ label, text }, i) => (
        <div className="plate tile factor" key={label} data-sign={i === 0 ? undefined : '×'}>
          <b>{text}</b>
          <span>{label}</span>
        </div>
      ))}
      <div className="plate tile factor is-total" data-sign="=">
        <b>{texts.of(parameter)}</b>
        <span>{words.total(parameterName(network, parameter))}</span>
      </div>
    </div>
  );
}

function Check({ parameter, texts }: Omit<PartProps, 'network'>) {
  const { after, moved, predicted, agree } = texts.raised(parameter);
  return (
    <>
      <Prose
        text={words.check}
        slots={{
          step: numberText(STEP),
          before: <Live value={texts.y} />,
          after: <Live value={after} />,
          moved: <Live value={moved} />,
          predicted: <Live value={predicted} />,
        }}
      />{' '}
      {!agree && words.crossed}
    </>
  );
}

/** More than these are no table to read. */
const MAX_LISTED = 40;

function AllSlopes({ network, texts, picked }: Omit<PartProps, 'parameter'> & { readonly picked: string }) {
  if (parametersOf(network).length > MAX_LISTED) return <p className="aside slope-note">{words.tooMany}</p>;
  return (
    <details className="aside all-slopes">
      <summary>{words.all}</summary>
      {network.layers.map((nodes, layer) => {
        const units = layer === 0 ? network.inputs : (network.layers[layer - 1] ?? []);
        return (
          <table className="weights" key={layer}>
            <thead>
              <tr>
                <td aria-hidden="true" />
                {units.map((_, i) => (
                  <th key={i} scope="col">
                    <UnitSymbol network={network} layer={layer} unit={i} />
                  </th>
                ))}
                <th scope="col">{CHALLENGES.bias}</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map((_, node) => (
                <tr key={node}>
                  <th scope="row" style={{ '--colour': nodeColour(network, { layer, node }) } as CSSProperties}>
                    {isOutputLayer(network, layer)
                      ? CHALLENGES.output
                      : CHALLENGES.node(nodeNumber(network, { layer, node }))}
                  </th>
                  {[...units.keys(), null].map((input) => {
                    const parameter = { layer, node, input };
                    const text = texts.of(parameter);
                    return (
                      <td
                        key={input ?? 'b'}
                        className="slope-cell"
                        data-picked={parameterKey(parameter) === picked || undefined}
                        data-zero={text === '0' || undefined}
                      >
                        {text}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </details>
  );
}

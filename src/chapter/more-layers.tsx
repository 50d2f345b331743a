/** Layer upon layer of linear nodes, with the working: what each node is, in terms of the inputs. */
import { SPOKEN } from '#words/spoken-formula.ts';
import { SYMBOLS } from '#words/chapter/symbols.ts';
import { useState, type CSSProperties } from 'react';
import { LIMITS, type Node } from '../model/network.ts';
import { absolute, isOne, isZero, sign, type Rational } from '../number/rational.ts';
import { nodeColour } from '../state/colour.ts';
import { presetDocument } from '../state/preset-document.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation } from '../equation/notation.ts';
import { ARTICLE, AT_TOP } from '#words/chapter/article.ts';
import { SAME_MODEL_TWICE } from '#words/chapter/same-model-twice-words.ts';
import { capital } from '#words/names.ts';
import { shortNumberText } from '#words/number.ts';
import { signBefore } from '#words/sum-text.ts';
import { countWord } from '#words/verdict-words.ts';
import { linearModel } from '../facts/linear-model.ts';
import { AtTop, useAreHidden } from './at-top.tsx';
import { useCoverWhile } from '../controls/use-cover.tsx';
import { MAX_LAYERS, deepNetwork, modelsOf, parameterCount } from './deep-layers.ts';
import { ModelFormula } from './model-formula.tsx';
import { sentName } from './network-picture.tsx';
import { Figure } from './section.tsx';

const DEEPEST = deepNetwork(MAX_LAYERS);
const words = SAME_MODEL_TWICE;

export function MoreLayers() {
  const [layers, setLayers] = useState(MAX_LAYERS);
  const network = deepNetwork(layers);
  const counted = layers === 1 ? words.oneLayer : words.manyLayers(countWord(layers));
  const cover = useCoverWhile(useAreHidden(), 'layers');
  const fits = layers <= LIMITS.hiddenLayers.max;
  return (
    <Figure
      name={words.layersFigure}
      className="layers-figure"
      caption={fits ? ARTICLE.standing : words.atMost(LIMITS.hiddenLayers.max)}
    >
      <div data-answer={Boolean(cover) || undefined}>
        <Working layers={layers} />
        <p className="flow figure-formula" aria-live="polite">
          <span>{capital(words.layerCount(counted, parameterCount(layers)))}</span>
          <span>
            <StaticFormula {...SYMBOLS.yHatIs} /> <ModelFormula network={network} model={linearModel(network)} />
          </span>
        </p>
        {cover}
      </div>
      <div className="screen-only flow">
        <button
          type="button"
          className="button"
          aria-disabled={layers === 1}
          onClick={() => setLayers(Math.max(1, layers - 1))}
        >
          {words.removeLayer}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={layers === MAX_LAYERS}
          onClick={() => setLayers(Math.min(MAX_LAYERS, layers + 1))}
        >
          {words.addLayer}
        </button>
        <AtTop
          edit={
            fits
              ? { kind: 'load', document: { network, x: presetDocument('chapter-8').x }, from: { kind: 'figure' } }
              : null
          }
          done={AT_TOP.openedSize(counted)}
        >
          {ARTICLE.loadThis}
        </AtTop>
      </div>
    </Figure>
  );
}

/** A row for each node. Layers that are taken away stay as shades, so that nothing moves. */
function Working({ layers }: { readonly layers: number }) {
  const models = modelsOf(DEEPEST);
  return (
    <table className="number-table layers-table" aria-label={words.working}>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.adds}</th>
          {DEEPEST.inputs.map((name, i) => (
            <th scope="col" key={name}>
              <StaticFormula tex={inputNotation(DEEPEST, i).tex} spoken={SPOKEN.input(name)} />
            </th>
          ))}
          <th scope="col">{words.constant}</th>
        </tr>
      </thead>
      {DEEPEST.layers.slice(0, -1).map((nodes, layer) => (
        <tbody key={layer} data-gone={layer >= layers || undefined} aria-hidden={layer >= layers || undefined}>
          {nodes.map((node, j) => {
            const model = models[layer]?.[j];
            return (
              <tr key={j} style={{ '--colour': nodeColour(DEEPEST, { layer, node: j }) } as CSSProperties}>
                <th scope="row">{sentName(DEEPEST, { layer, node: j })}</th>
                <td>{layer === 0 ? words.fromInputs : ruleText(layer, node)}</td>
                {[...(model?.coef ?? []), model?.intercept].map((value, i) => (
                  <td key={i}>{value && shortNumberText(value, 6)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

/** `h₁.₁ + h₁.₂ − 1`: what the layer before sends, with the weights and the bias of this node. */
function ruleText(layer: number, { weights, bias }: Node<Rational>): string {
  const terms = [
    ...weights.map((value, node) => ({ value, of: sentName(DEEPEST, { layer: layer - 1, node }) })),
    { value: bias, of: '' },
  ].filter(({ value }) => !isZero(value));
  return terms
    .map(({ value, of }, i) => {
      const size = absolute(value);
      return signBefore(sign(value) < 0, i === 0) + (of !== '' && isOne(size) ? '' : shortNumberText(size, 6)) + of;
    })
    .join('');
}

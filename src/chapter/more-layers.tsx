/** Layer upon layer of linear nodes: each time the whole is one linear model again. */
import { useMemo, useState } from 'react';
import { parametersOf, type Layer, type Network } from '../model/network.ts';
import { rational, type Rational } from '../number/rational.ts';
import { presetDocument } from '../state/preset-document.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { ARTICLE, AT_TOP } from '../words/chapter/article.ts';
import { SAME_MODEL_TWICE } from '../words/chapter/same-model-twice-words.ts';
import { countWord } from '../words/verdict-words.ts';
import { AtTop } from './at-top.tsx';
import { linearModel } from '../facts/linear-model.ts';
import { ModelFormula } from './model-formula.tsx';
import { NetworkPicture } from './network-picture.tsx';
import { Figure } from './section.tsx';

/** Weights and bias of each node of the layers that are added, in turn. Small whole numbers, no two layers alike. */
const ADDED: readonly (readonly (readonly number[])[])[] = [
  [
    [1, 1, 0],
    [-1, 2, 1],
  ],
  [
    [2, -1, 1],
    [1, 1, 0],
  ],
  [
    [1, 0, -1],
    [1, 1, 2],
  ],
];
const MAX_LAYERS = ADDED.length + 1;

/** The chapter's network with so many hidden layers. */
function deepNetwork(hiddenLayers: number): Network<Rational> {
  const { inputs, layers } = presetDocument('chapter-8').network;
  const added = ADDED.slice(0, hiddenLayers - 1).map((nodes): Layer<Rational> =>
    nodes.map((numbers) => ({
      weights: numbers.slice(0, -1).map((n) => rational(n)),
      bias: rational(numbers.at(-1) ?? 0),
      activation: { kind: 'linear' },
    })),
  );
  return { inputs, layers: [...layers.slice(0, -1), ...added, ...layers.slice(-1)] };
}

export function MoreLayers() {
  const [layers, setLayers] = useState(2);
  const network = useMemo(() => deepNetwork(layers), [layers]);
  const counted = layers === 1 ? SAME_MODEL_TWICE.oneLayer : SAME_MODEL_TWICE.manyLayers(countWord(layers));
  const size = SAME_MODEL_TWICE.layerCount(counted, parametersOf(network).length);
  return (
    <Figure name={SAME_MODEL_TWICE.layersFigure} className="layers-figure" caption={ARTICLE.standing}>
      <NetworkPicture network={network} name={size} />
      <p className="figure-formula" aria-live="polite">
        <span>
          {size} {SAME_MODEL_TWICE.equals}
        </span>
        <span>
          <StaticFormula tex="\hat{y} = {}" spoken="y hat equals" />{' '}
          <ModelFormula network={network} model={linearModel(network)} />
        </span>
      </p>
      <div className="figure-tools">
        <button
          type="button"
          className="button"
          aria-disabled={layers === MAX_LAYERS}
          onClick={() => setLayers(Math.min(MAX_LAYERS, layers + 1))}
        >
          {SAME_MODEL_TWICE.addLayer}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={layers === 1}
          onClick={() => setLayers(Math.max(1, layers - 1))}
        >
          {SAME_MODEL_TWICE.removeLayer}
        </button>
        <AtTop
          edit={{ kind: 'load', document: { network, x: presetDocument('chapter-8').x }, from: { kind: 'figure' } }}
          done={AT_TOP.openedSize(counted)}
        >
          {ARTICLE.loadThis}
        </AtTop>
      </div>
    </Figure>
  );
}

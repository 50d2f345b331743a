/**
 * What a step of the derivation does to the drawing. At "write it out" one hidden layer stands in front; at "multiply
 * out" each weight into it meets the weight that follows; at "combine" the linear nodes of the layer are gone, and direct
 * edges with the combined coefficients lead on from the layer before. Bent nodes stay, and hold what is inside.
 *
 * The drawing is the step's own sum: evaluated edge by edge, it is the network (tested).
 */
import type { EdgePlace } from './edge-places.ts';
import { nodeAt, parameterKey, type Network, type NodeAt } from '../model/network.ts';
import { isLinear, type Derivation, type Step, type StepKind } from '../algebra/derivation.ts';
import { heldNodes, type Product, type Sum } from '../algebra/sum.ts';
import { parametersBehind, termId } from '../algebra/term-parameters.ts';
import { ZERO, type Rational } from '../number/rational.ts';
import { keyOfInput, keyOfNode } from '../state/highlight.ts';
import { selectDerivation, selectStep } from '../live/select.ts';
import type { Highlight } from '../state/store.ts';
import { fact } from '../live/knowledge.ts';

export interface DirectEdge {
  /** Stable as long as the two units are joined. */
  readonly id: string;
  /** An input (`layer` -1) or a node. */
  readonly from: NodeAt;
  readonly to: NodeAt;
  readonly coefficient: Rational;
  readonly products: readonly Product[];
  /** The weights that the coefficient is made of. */
  readonly keys: () => Highlight;
}

export interface CombinedBias {
  readonly value: Rational;
  readonly products: readonly Product[];
  readonly keys: () => Highlight;
}

export interface Picture {
  /** The round that is being taken; null: the whole picture, nothing has been combined. */
  readonly round: { readonly kind: StepKind; readonly layer: number } | null;
  /** Keys (`keyOfNode`) of nodes that have been combined away. */
  readonly gone: ReadonlySet<string>;
  /** Keys of bent nodes that have been written out and hold their terms inside. */
  readonly held: ReadonlySet<string>;
  readonly direct: readonly DirectEdge[];
  /** By key of the node: constants that took the place of its bias. */
  readonly biases: ReadonlyMap<string, CombinedBias>;
  /** A bent output that nothing reaches: its combined bias is the output itself, the activation already applied. */
  readonly constantOutput: boolean;
  /** By key of the weight or bias: what it is being multiplied with, and the result, once for each way that leads on. */
  readonly products: ReadonlyMap<string, readonly { readonly outer: Rational; readonly value: Rational }[]>;
}

/** Layer of the inputs, as a source of edges. */
export const INPUT_LAYER = -1;

const WHOLE_PICTURE: Picture = {
  round: null,
  gone: new Set(),
  held: new Set(),
  direct: [],
  biases: new Map(),
  constantOutput: false,
  products: new Map(),
};

export function keyOfUnit({ layer, node }: NodeAt): string {
  return layer === INPUT_LAYER ? keyOfInput(node) : keyOfNode({ layer, node });
}

/** The picture at a step, counted from 1; 0 is the whole picture. */
export function pictureAt(network: Network<Rational>, derivation: Derivation, step: number): Picture {
  const current = derivation.steps[step - 1];
  if (!current) return WHOLE_PICTURE;
  const combined = lastCombined(derivation, step);
  return {
    ...(combined ? combinedPicture(network, combined) : WHOLE_PICTURE),
    round: { kind: current.kind, layer: current.layer },
    // While a layer is only written out, its bent nodes have not been asked for anything yet.
    held: new Set(
      heldNodes(current.sum)
        .filter(({ layer }) => current.kind !== 'writeOut' || layer > current.layer)
        .map(keyOfNode),
    ),
    products: current.kind === 'multiplyOut' ? productsOf(current.sum) : WHOLE_PICTURE.products,
  };
}

export const selectPicture = fact((known): Picture => {
  const step = selectStep(known);
  return step === 0 ? WHOLE_PICTURE : pictureAt(known.network, selectDerivation(known), step);
});

function lastCombined({ steps }: Derivation, step: number): Step | undefined {
  return steps.slice(0, step).findLast(({ kind }) => kind === 'combine');
}

function combinedPicture(network: Network<Rational>, step: Step): Picture {
  const output: NodeAt = { layer: network.layers.length - 1, node: 0 };
  const direct: DirectEdge[] = [];
  const biases = new Map<string, CombinedBias>();
  const reached = new Map<string, NodeAt>();

  const visit = (sum: Sum, holder: NodeAt, path: string, around: NodeAt | null): void => {
    const key = keyOfNode(holder);
    if (reached.has(key)) return;
    reached.set(key, holder);
    let hasBias = false;
    for (const term of sum) {
      const { factor, coefficient, products, parameter } = term;
      const id = path + termId(term, around);
      const keys = once(() => parametersBehind(network, step, id));
      if (factor.kind === 'one') {
        hasBias = true;
        const unchanged = parameter !== null && parameterKey(parameter) === parameterKey({ ...holder, input: null });
        if (!unchanged) biases.set(key, { value: coefficient, products, keys });
        continue;
      }
      const from: NodeAt = factor.kind === 'input' ? { layer: INPUT_LAYER, node: factor.input } : factor.at;
      // From one layer to the next the network's own edge stands.
      if (from.layer < holder.layer - 1) {
        direct.push({ id: `${keyOfUnit(from)}>${key}`, from, to: holder, coefficient, products, keys });
      }
      if (factor.kind === 'activation') visit(factor.inside, factor.at, `${id}/`, term.via);
    }
    if (!hasBias) biases.set(key, { value: ZERO, products: [], keys: () => NO_KEYS });
  };

  const [first] = step.sum;
  // An output that is bent itself is one term around all others.
  if (first?.factor.kind === 'activation' && first.factor.at.layer === output.layer) {
    visit(first.factor.inside, output, `${termId(first, null)}/`, first.via);
  } else {
    visit(step.sum, output, '', null);
  }

  const gone = new Set<string>();
  for (let layer = step.layer; layer < output.layer; layer++) {
    network.layers[layer]?.forEach((_, node) => {
      const key = keyOfNode({ layer, node });
      if (!reached.has(key)) gone.add(key);
    });
  }
  const holds = first?.factor.kind === 'activation' && first.factor.at.layer === output.layer;
  const constantOutput = !holds && !isLinear(nodeAt(network, output).activation);
  return { ...WHOLE_PICTURE, gone, direct, biases, constantOutput };
}

const NO_KEYS: Highlight = new Set();

/** Every product that the step has made, by the weight or bias that is its inner factor. */
function productsOf(sum: Sum): Picture['products'] {
  const found = new Map<string, { readonly outer: Rational; readonly value: Rational }[]>();
  const visited = new Set<Sum>();
  const visit = (terms: Sum): void => {
    if (visited.has(terms)) return;
    visited.add(terms);
    for (const { factor, via, products, coefficient } of terms) {
      const [product, ...others] = products;
      if (via && product && others.length === 0) {
        const input = factor.kind === 'input' ? factor.input : factor.kind === 'node' ? factor.at.node : null;
        if (input !== null || factor.kind === 'one') {
          const key = parameterKey({ ...via, input });
          found.set(key, [...(found.get(key) ?? []), { outer: product[0], value: coefficient }]);
        }
      }
      if ('inside' in factor) visit(factor.inside);
    }
  };
  visit(sum);
  return found;
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}

export function isEdgeGone({ gone }: Picture, { parameter: { layer, node, input } }: EdgePlace): boolean {
  return gone.has(keyOfNode({ layer, node })) || (layer > 0 && gone.has(keyOfNode({ layer: layer - 1, node: input })));
}

/** Before anything is combined the step is about one layer: the edges before it stand back. */
export function isEdgeAside({ round }: Picture, layer: number): boolean {
  return round !== null && round.kind !== 'combine' && layer < round.layer;
}

/** Does the same stand there, whatever its numbers are? */
export function isSameFrame(p: Picture, q: Picture): boolean {
  return (
    p === q ||
    (p.round?.kind === q.round?.kind &&
      p.round?.layer === q.round?.layer &&
      sameKeys([...p.gone], [...q.gone]) &&
      sameKeys([...p.biases.keys()], [...q.biases.keys()]) &&
      sameKeys([...p.products.keys()], [...q.products.keys()]) &&
      sameKeys(
        p.direct.map(({ id }) => id),
        q.direct.map(({ id }) => id),
      ))
  );
}

function sameKeys(p: readonly string[], q: readonly string[]): boolean {
  return p.length === q.length && p.every((key, i) => key === q[i]);
}

/** All answers to one question (tests/vectors/README.md): the analysis command, and what the vectors are compared with. */
import { isPiecewiseLinearNetwork, type Network, type NodeAt } from '../model/network.ts';
import {
  formAnswer,
  formWithConstant,
  networkAnswer,
  rowTexts,
  texts,
  type AffineAnswer,
  type Answers,
  type CellAnswer,
  type EvaluateAnswer,
  type KinkAnswer,
  type NeuronAnswer,
  type NodeFateAnswer,
  type RegionsAnswer,
  type SimplestAnswer,
  type WitnessAnswer,
} from './answers.ts';
import { enumerateCells, formOf, patternOf, type Cell } from './cells.ts';
import { collapseLinear, decideAffine } from './collapse.ts';
import { bentForm, creaseCount } from './crease.ts';
import { NONNEGATIVE, type Domain } from './domain.ts';
import { certifiedText } from '../number/decimal-text.ts';
import { evaluateText, knownOf } from './evaluate.ts';
import { kinkGroups, type KinkGroup } from './kinks.ts';
import type { Witness } from './line.ts';
import { analyseNodes } from './neuron-range.ts';
import type { NodeFate } from './node-fate.ts';
import { facetsOf, measureOf, orderedVertices, readablePoint } from './polyhedron.ts';
import type { Question } from './question.ts';
import { toFractionText, type Rational } from '../number/rational.ts';
import { reachesOutput } from './reach.ts';
import { regionsOf } from './region.ts';
import { simplest } from './simplest.ts';
import { smoothGroups, type SmoothGroup } from './smooth-groups.ts';
import { simplestSmooth } from './smooth-simplest.ts';
import { decideSmooth, type SmoothMethod } from './smooth.ts';
import { defectOf, knownWitness, type Pair } from './smooth-witness.ts';

/** More cells than this are counted, not listed. */
const LISTED_CELLS = 130;

export interface AnalyseOptions {
  /** With more cells than this, `regions`, `neurons` and `simplest` are null, and a deep network may be undecided. */
  readonly maxCells?: number;
}

const MAX_CELLS = 100_000;

/**
 * All answers, their numbers as `answers.ts` writes them. `points` have one entry per input of the network, which keeps to
 * the limits of `question.ts`. Takes as long as it takes: `maxCells` bounds what is enumerated, and what is beyond it comes
 * back as null or undecided.
 */
export function analyse({ network, domain, points }: Question, options: AnalyseOptions = {}): Answers {
  const maxCells = options.maxCells ?? MAX_CELLS;
  const straight = isPiecewiseLinearNetwork(network);
  const collapse = collapseLinear(network);
  const regions = straight ? regionsAnswer(network, domain, maxCells) : null;
  return {
    evaluate: points.map((x) => evaluateAnswer(network, x)),
    collapse: collapse && {
      form: formAnswer(collapse.form),
      neurons: collapse.neurons.map((layer) => layer.map(formAnswer)),
    },
    affine: affineAnswer(network, domain, maxCells),
    ...(domain.kind === 'all' ? { affine_nonneg: affineAnswer(network, NONNEGATIVE, maxCells) } : {}),
    crease_count: creaseCount(network, domain),
    regions,
    neurons: regions && neuronsAnswer(network, domain),
    kinks: network.layers.map((_, layer) => kinksAnswer(network, layer, domain)),
    simplest: straight && !regions ? null : simplestAnswer(network, domain),
  };
}

function evaluateAnswer(network: Network<Rational>, x: readonly Rational[]): EvaluateAnswer {
  return { x: texts(x), ...evaluateText(network, x) };
}

function affineAnswer(network: Network<Rational>, domain: Domain, maxCells: number): AffineAnswer {
  const shouldStop = (cells: number): boolean => cells > maxCells;
  if (!isPiecewiseLinearNetwork(network)) return smoothAnswer(network, domain, shouldStop);
  const verdict = decideAffine(network, domain, { shouldStop });
  const bent = bentForm(network, domain);
  const common = { method: !isBent(network) ? 'linear' : bent ? 'groups' : 'cells', must_decide: true };
  switch (verdict.kind) {
    case 'affine':
      return { verdict: 'affine', ...common, form: formAnswer(verdict.form), witness: null };
    case 'not-affine':
      return { verdict: 'not-affine', ...common, form: null, witness: witnessAnswer(verdict.witness) };
    case 'unfinished':
      return { verdict: 'undecided', ...common, form: null, witness: null };
  }
}

function smoothAnswer(
  network: Network<Rational>,
  domain: Domain,
  shouldStop: (cells: number) => boolean,
): AffineAnswer {
  const verdict = decideSmooth(network, domain, { shouldStop });
  const bentLayers = network.layers.filter((layer) => layer.some(({ activation }) => activation.kind !== 'linear'));
  const must_decide = bentLayers.length <= 1;
  const method = verdict.kind === 'undecided' ? 'numeric' : smoothMethod(network, verdict.method, must_decide);
  switch (verdict.kind) {
    case 'affine': {
      const form = formWithConstant(verdict.coef, verdict.intercept);
      return { verdict: 'affine', method, must_decide, form, witness: null };
    }
    case 'not-affine': {
      const witness = verdict.witness && smoothWitnessAnswer(network, verdict.witness);
      return { verdict: 'not-affine', method, must_decide, form: null, witness };
    }
    case 'undecided':
      return { verdict: 'undecided', method, must_decide, form: null, witness: null };
  }
}

function smoothWitnessAnswer(network: Network<Rational>, pair: Pair): AffineAnswer['witness'] {
  const { p, q, mid, fP, fQ, fMid } = knownWitness(network, pair);
  return {
    p: texts(p),
    q: texts(q),
    mid: texts(mid),
    f_p: certifiedText(fP),
    f_q: certifiedText(fQ),
    f_mid: certifiedText(fMid),
    defect: certifiedText(knownOf((bits) => defectOf(network, pair, bits))),
  };
}

/** The oracle's words for it. */
function smoothMethod(network: Network<Rational>, method: SmoothMethod, oneLayer: boolean): string {
  if (!isBent(network)) return 'linear';
  if (method === 'groups') return oneLayer ? 'groups' : 'identities';
  return method === 'cells' ? 'cells+groups' : 'numeric';
}

/** Does the output listen to any node that is not linear, or is it one? */
function isBent(network: Network<Rational>): boolean {
  const reaches = reachesOutput(network);
  return network.layers.some((layer, l) =>
    layer.some(({ activation }, j) => activation.kind !== 'linear' && reaches[l]?.[j]),
  );
}

function witnessAnswer({ p, q, mid, fP, fQ, fMid, defect }: Witness): WitnessAnswer {
  return {
    p: texts(p),
    q: texts(q),
    mid: texts(mid),
    f_p: toFractionText(fP),
    f_q: toFractionText(fQ),
    f_mid: toFractionText(fMid),
    defect: toFractionText(defect),
  };
}

function regionsAnswer(network: Network<Rational>, domain: Domain, maxCells: number): RegionsAnswer | null {
  const { cells, finished } = enumerateCells(network, domain, { limit: maxCells });
  if (!finished) return null;
  const { formCount, regionCount, regionOf, creaseFacets } = regionsOf(cells);
  const listed = cells.length <= LISTED_CELLS;
  return {
    cell_count: cells.length,
    form_count: formCount,
    region_count: regionCount,
    cells: listed ? cells.map((cell, i) => cellAnswer(cell, regionOf[i] as number, domain)) : null,
    crease_facets: listed
      ? creaseFacets.map(({ row, below, above, jump }) => {
          return { row: rowTexts(row), below, above, jump: toFractionText(jump) };
        })
      : null,
  };
}

function cellAnswer(cell: Cell, region: number, domain: Domain): CellAnswer {
  const { coef, intercept } = formAnswer(formOf(cell));
  const n = coef.length;
  const bounded = domain.kind === 'box';
  const measure = bounded && n <= 3 ? measureOf(cell.cone) : null;
  return {
    pattern: patternOf(cell),
    on_kink: cell.onKink.map(addressOf),
    coef,
    intercept,
    region,
    point: texts(readablePoint(cell.cone)),
    facets: facetsOf(cell.cone).map((row) => row.join(' ')),
    ...(bounded && n <= 2 ? { vertices: orderedVertices(cell.cone).map(texts) } : {}),
    ...(measure ? { measure: toFractionText(measure) } : {}),
  };
}

function neuronsAnswer(network: Network<Rational>, domain: Domain): NeuronAnswer[][] | null {
  const analysed = analyseNodes(network, domain);
  if (!analysed) return null;
  return analysed.map((layer) =>
    layer.map((node) => ({
      z_min: node.zMin && toFractionText(node.zMin),
      z_max: node.zMax && toFractionText(node.zMax),
      status: node.status,
      constant: node.constant,
      constant_on_kink: node.constantOnKink,
      reaches_output: node.reachesOutput,
      folds_to: node.foldsTo,
    })),
  );
}

/** Kinks and smooth groups of one layer, in the order of their first members. */
function kinksAnswer(network: Network<Rational>, layer: number, domain: Domain): KinkAnswer[] {
  const groups: (KinkGroup | SmoothGroup)[] = [...kinkGroups(network, layer, domain), ...smoothGroups(network, layer)];
  // A node has kinks or is smooth, and each kind is in order already (the sort is stable).
  const first = ({ members }: KinkGroup | SmoothGroup): number => members[0]?.neuron ?? 0;
  return groups.sort((a, b) => first(a) - first(b)).map(groupAnswer);
}

function groupAnswer(group: KinkGroup | SmoothGroup): KinkAnswer {
  if (group.kind !== 'kink') {
    const { kind, row, members, coefficient, cancels } = group;
    return {
      kind,
      row: texts(row),
      members: members.map(({ neuron, factor }) => ({ neuron, factor: toFractionText(factor) })),
      coefficient: texts(coefficient),
      cancels,
    };
  }
  const { kind, row, members, jump, cancels, cutsInterior } = group;
  return {
    kind,
    row: rowTexts(row),
    members: members.map(({ neuron, kink, scale }) => ({ neuron, kink, scale: toFractionText(scale) })),
    jump: texts(jump),
    cancels,
    ...(cutsInterior === undefined ? {} : { cuts_interior: cutsInterior }),
  };
}

function simplestAnswer(network: Network<Rational>, domain: Domain): SimplestAnswer | null {
  const found = isPiecewiseLinearNetwork(network) ? simplest(network, domain) : simplestSmooth(network, domain);
  if (!found) return null;
  return {
    network: networkAnswer(found.network),
    bent_nodes: found.bentNodes,
    creases: found.creases,
    minimal: found.minimal,
    direct: found.direct && formAnswer(found.direct),
    nodes: found.nodes.map((layer) => layer.map(fateAnswer)),
  };
}

function fateAnswer(fate: NodeFate): NodeFateAnswer {
  switch (fate.kind) {
    case 'kept':
      return { fate: fate.kind, at: addressOf(fate.at) };
    case 'dropped':
    case 'folded':
      return { fate: fate.kind, why: fate.why };
    case 'merged':
      return { fate: fate.kind, with: fate.with.map(addressOf), at: addressOf(fate.into) };
    case 'cancelled':
      return { fate: fate.kind, with: fate.with.map(addressOf) };
    case 'rewritten':
      return { fate: fate.kind };
  }
}

function addressOf({ layer, node }: NodeAt): readonly [number, number] {
  return [layer, node];
}

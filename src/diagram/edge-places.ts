/**
 * The edges between two columns: the line of each, and where its chip stands when all chips are shown, or those of one node.
 * px.
 */
import { parameterKey, type Parameter } from '../model/network.ts';
import { BIAS_WIDTH, CLEAR, OUTPUT_GAP, OUTPUT_LABEL, nameBox, outputLabelBox } from './around-node.ts';
import type { Density } from './capsule.ts';
import { fanPoints, pitchOf } from './chip-fan.ts';
import { placeChips, type Placement, type Rect } from './chip-placement.ts';
import { MAX_LABELLED_EDGES, type Chip } from './chip-size.ts';
import { linksBetween } from './edge-ports.ts';
import { curveOf, linkPath, pointOnLink, type Link, type Point } from './link.ts';

export interface EdgePlace {
  readonly parameter: Parameter & { readonly input: number };
  readonly key: string;
  readonly path: string;
  readonly link: Link;
  /** Where its chip is when all chips of these two layers are shown. */
  readonly chip: Point;
  /** Where it is when only the chips of one node are: the node that it enters, or the one that it leaves; null: no room. */
  readonly chipOfTarget: Point | null;
  readonly chipOfSource: Point | null;
}

/** What stands at both ends of the edges, and takes room from their chips. */
export interface Ends {
  /** The layer of the network that the edges enter. */
  readonly layer: number;
  readonly sources: readonly Rect[];
  readonly targets: readonly Rect[];
  readonly density: Density;
  /** Names are written above the units that the edges enter. */
  readonly targetsNamed: boolean;
  /** Outputs are written beside the units that the edges leave. */
  readonly outputsBeside: boolean;
  /** Biases stand left of the units that the edges enter. */
  readonly biasesBefore: boolean;
}

export interface EdgePlaces {
  /** By node, then by unit that it comes from. */
  readonly edges: readonly EdgePlace[];
  /** Not all chips have room: those of one node only are shown. */
  readonly crowded: boolean;
}

export function placeEdges(ends: Ends, chip: Chip): EdgePlaces {
  const links = linksBetween(ends.sources, ends.targets);
  const placement = links.length <= MAX_LABELLED_EDGES ? placeChips(links.map(curveOf), chip, obstacles(ends)) : null;
  return { edges: placesOf(ends, links, placement, chip), crowded: !placement?.clear };
}

/** What no chip may lie on. */
function obstacles({ sources, targets, density, targetsNamed, outputsBeside }: Ends): readonly Rect[] {
  return [
    ...(outputsBeside ? sources.map(outputLabelBox) : []),
    ...(targetsNamed ? targets.map((node) => nameBox(node, density)) : []),
    ...sources,
    ...targets,
  ];
}

/** `placement`: null where there are too many edges for chips. */
function placesOf(
  { layer, sources, targets, outputsBeside, biasesBefore }: Ends,
  links: readonly Link[],
  placement: Placement | null,
  chip: Chip,
): EdgePlace[] {
  const [source, target] = [sources[0] as Rect, targets[0] as Rect];
  const from = source.x + source.width / 2;
  const to = target.x - target.width / 2;
  const afterOutputs = from + (outputsBeside ? OUTPUT_GAP + OUTPUT_LABEL.width + CLEAR : 0);
  const beforeBiases = to - (biasesBefore ? BIAS_WIDTH + CLEAR : 0);
  const ofTarget = fanPoints(links, { chip, apart: 'source', pitch: pitchOf(sources), from, to: beforeBiases });
  const ofSource = fanPoints(links, { chip, apart: 'target', pitch: pitchOf(targets), from: afterOutputs, to });
  return links.map((link, index): EdgePlace => {
    const parameter = { layer, node: Math.floor(index / sources.length), input: index % sources.length };
    return {
      parameter,
      key: parameterKey(parameter),
      link,
      path: linkPath(link),
      chip: placement?.points[index] ?? pointOnLink(link, 0.5),
      chipOfTarget: ofTarget[index] ?? null,
      chipOfSource: ofSource[index] ?? null,
    };
  });
}

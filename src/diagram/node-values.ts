/** The numbers of a node as they are written: as long as what there is room for. */
import { useMemo } from 'react';
import { valueNumber, type NodeValue, type Value } from '../algebra/shown-values.ts';
import { fits, fittingText } from '../controls/fit-text.ts';
import type { Knowledge } from '../live/knowledge.ts';
import { useLive, type Live } from '../live/live.ts';
import { isOffAt, selectValues } from '../live/select.ts';
import type { Network, NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { nodeButtonName } from '#words/diagram.ts';
import { valueText } from '#words/value.ts';
import type { Rect } from './chip-placement.ts';
import { OUTPUT_LABEL, OUTPUT_LETTER } from './around-node.ts';
import type { Density } from './capsule.ts';

/** The most characters of a number in the picture. */
const CHARACTERS = 7;

/** Narrower than this a dense capsule has no room for its number, px. */
const LABELLED_WIDTH = 90;

export function isLabelled(width: number): boolean {
  return width >= LABELLED_WIDTH;
}

export interface Rooms {
  readonly z: number;
  /** The room of the sum if the graph makes way for it. */
  readonly alone: number;
  readonly a: number;
}

/** How wide the numbers of a node can be, px: what its circle or capsule leaves beside the graph (diagram.css). */
export function roomsOf({ width }: Rect, look: 'output' | 'bentOutput' | 'stacked' | Density): Rooms {
  switch (look) {
    case 'output':
      return { z: width - 8, alone: width - 8, a: width - 8 };
    case 'bentOutput':
      // Above and below the graph, where the circle is narrower.
      return { z: 0.63 * width, alone: 0.63 * width, a: 0.63 * width };
    case 'stacked':
      return { z: width - 6, alone: width - 6, a: width - 6 };
    case 'dense':
      return {
        z: width - (isLabelled(width) ? 62 : 36),
        alone: width - (isLabelled(width) ? 36 : 12),
        a: OUTPUT_LABEL.width,
      };
    case 'compact':
    case 'roomy':
      return { z: 0.56 * width - 8, alone: width - 16, a: OUTPUT_LABEL.width - OUTPUT_LETTER };
  }
}

export interface ShownValues {
  /** The pre-activation, and the output, as texts. */
  readonly z: Live<string>;
  readonly a: Live<string>;
  readonly zNumber: Live<number>;
  /** What the node's button is called. */
  readonly name: Live<string>;
}

interface ValueOptions {
  readonly rooms: Rooms;
  readonly held: boolean;
  readonly network: Network<Rational>;
}

export function useValues(at: NodeAt, { rooms, held, network }: ValueOptions): ShownValues {
  const select = useMemo(() => {
    const fitting = (shown: Value, room: number, more = room) => {
      const write = (maxLength: number) => valueText(shown, maxLength);
      const text = fittingText(write, room, CHARACTERS);
      return fits(text, room) ? text : fittingText(write, more, CHARACTERS);
    };
    const ofNode =
      <T>(read: (value: NodeValue, off: boolean) => T) =>
      (known: Knowledge) => {
        const value = selectValues(known)[at.layer]?.[at.node];
        return value && read(value, isOffAt(known, at));
      };
    return {
      z: ofNode(({ z }) => fitting(z, rooms.z, rooms.alone)),
      a: ofNode(({ a }) => fitting(a, rooms.a)),
      zNumber: ofNode(({ z }) => valueNumber(z)),
      name: ofNode(({ z, a }, off) => {
        const spoken = { z: valueText(z, CHARACTERS), a: valueText(a, CHARACTERS) };
        return nodeButtonName(network, at, { ...spoken, off, held });
      }),
    };
  }, [at, rooms, held, network]);
  return {
    z: useLive(select.z),
    a: useLive(select.a),
    zNumber: useLive(select.zNumber),
    name: useLive(select.name),
  };
}

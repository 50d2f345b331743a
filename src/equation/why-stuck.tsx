/** Why the derivation is held up. */
import type { ReactNode } from 'react';
import { derivationOf } from '../facts/derivation-of.ts';
import { useKept, useLive } from '../live/live.ts';
import { useShape } from '../live/use-shape.ts';
import { nodeAt, type Network, type NodeAt } from '../model/network.ts';
import { isZero, type Rational } from '../number/rational.ts';
import { nodeColour } from '../state/colour.ts';
import { whyParts } from '#words/cases-words.ts';
import { inputNotation } from './notation.ts';
import { PlainMath } from './plain-math.tsx';

interface WhyProps {
  readonly pieces: number;
  /** Stands behind the last word. */
  readonly children: ReactNode;
}

export function Why({ pieces, children }: WhyProps) {
  const network = useShape();
  const parts = useKept(
    useLive((known) => whyStuck(known.network, pieces), [pieces]),
    sameParts,
  );
  return (
    <p className="small cases-why">
      {parts.map((part, i) => {
        switch (part.kind) {
          case 'text':
            return part.text;
          case 'function':
            return (
              <strong key={i} style={{ color: nodeColour(network, part.at) }}>
                {part.text}
              </strong>
            );
          case 'input':
            return <PlainMath key={i} text={inputNotation(network, part.input).text} />;
        }
      })}
      {children}
    </p>
  );
}

function whyStuck(network: Network<Rational>, pieces: number): ReturnType<typeof whyParts> {
  const held = derivationOf(network).steps.at(-1)?.held ?? [];
  return whyParts(network, held, sharedInput(network, held), pieces);
}

function sameParts(p: ReturnType<typeof whyParts>, q: ReturnType<typeof whyParts>): boolean {
  return JSON.stringify(p) === JSON.stringify(q);
}

/** The first input that stands inside all of these nodes; null when some are not of the first layer. */
function sharedInput(network: Network<Rational>, nodes: readonly NodeAt[]): number | null {
  const input = network.inputs.findIndex((_, i) =>
    nodes.every((at) => at.layer === 0 && !isZero(nodeAt(network, at).weights[i] as Rational)),
  );
  return input < 0 ? null : input;
}

/** A linear model as a formula, in a sentence or a figure; one of its coefficients may be kept secret for a while. */
import { useMemo } from 'react';
import { affineSum } from '../algebra/sum.ts';
import type { Affine } from '../algebra/affine.ts';
import type { Network } from '../model/network.ts';
import { Formula } from '../equation/still-formula.tsx';
import { write } from '../equation/segments.ts';
import { speak } from '../equation/speech.ts';
import { sumTex } from '../equation/tex.ts';

export interface ModelProps {
  readonly network: Network<unknown>;
  readonly model: Affine;
}

export function ModelFormula({ network, model }: ModelProps) {
  const sum = useMemo(() => affineSum(model), [model]);
  return <Formula segments={write(sum, network)} tex={sumTex(sum, network)} spoken={speak(sum, network)} />;
}

/** Change one weight: which numbers of the linear model move, and by how much? */
import type { Network } from '../model/network.ts';
import { isZero, sign, type Rational } from '../number/rational.ts';
import { selectNetwork } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation } from '../equation/notation.ts';
import { SAME_MODEL_TWICE } from '#words/chapter/same-model-twice-words.ts';
import { parameterName } from '#words/names.ts';
import { shortNumberText } from '#words/number.ts';
import { isSecret, type Secret } from './asked-input.ts';
import { coefficientMoves } from './coefficient-moves.ts';
import { linearModel } from '../facts/linear-model.ts';
import { ParameterNumber } from './live-number.tsx';
import { ParameterSelect, usePickedParameter } from './parameter-select.tsx';
import { Figure } from './section.tsx';
import { linearised } from './with-activation.ts';

/** `secret`: what is still to be guessed. */
export function Moves({ secret }: { readonly secret: Secret }) {
  const network = useCrease(selectNetwork);
  const [parameter, pick] = usePickedParameter(network);
  const name = parameterName(network, parameter);
  const linear = linearised(network);
  const model = linearModel(linear);
  const moves = coefficientMoves(linear, parameter);
  const columns = [
    ...model.coef.map((now, i) => ({ key: `x${i}`, now, move: moves.coef[i] as Rational, input: i })),
    { key: '1', now: model.intercept, move: moves.intercept, input: null },
  ];
  return (
    <Figure name={SAME_MODEL_TWICE.changeTitle}>
      <div className="screen-only flow same-controls">
        <ParameterSelect network={network} label={SAME_MODEL_TWICE.pick} picked={parameter} onPick={pick} />
        <span aria-hidden="true">=</span>
        <ParameterNumber parameter={parameter} name={SAME_MODEL_TWICE.moveOf(name)} />
      </div>
      <p className="aside">{SAME_MODEL_TWICE.moves(name)}</p>
      <div className="moves">
        {columns.map(({ key, now, move, input }) => (
          <div className="plate tile move" key={key} data-moves={!isZero(move) || undefined}>
            <span>
              <Column network={network} input={input} />
            </span>
            <b>{isZero(move) ? SAME_MODEL_TWICE.nothing : signed(move)}</b>
            <span className="move-now">{isSecret(secret, input) ? '?' : shortNumberText(now, 8)}</span>
          </div>
        ))}
      </div>
    </Figure>
  );
}

function Column({ network, input }: { readonly network: Network<unknown>; readonly input: number | null }) {
  if (input === null) return SAME_MODEL_TWICE.constant;
  const { tex, text } = inputNotation(network, input);
  return <StaticFormula tex={tex} spoken={text.replace('_', ' ')} />;
}

function signed(value: Rational): string {
  return `${sign(value) > 0 ? '+' : ''}${shortNumberText(value, 7)}`;
}

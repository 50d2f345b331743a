/** ReLU of a sum, and the sum of ReLUs: the same two numbers on two ways, as bars around 0. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { ZERO, add, equal, rational, sign, toNumber, type Rational } from '../number/rational.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { SWITCH_ON_RELU } from '#words/chapter/switch-on-relu-words.ts';
import { SYMBOLS, type SymbolName } from '#words/chapter/symbols.ts';
import { shortNumberText } from '#words/number.ts';
import { FreeNumber } from './free-number.tsx';
import { Live } from './live-number.tsx';
import { P } from './prose.tsx';
import { Figure, Row } from './section.tsx';

const relu = (value: Rational) => (sign(value) > 0 ? value : ZERO);

export function SplitRow() {
  const [a, setA] = useState(rational(3));
  const [b, setB] = useState(rational(-5));
  const sum = add(a, b);
  const together = relu(sum);
  const apart = add(relu(a), relu(b));
  const scale = max([1, ...[a, b, sum, apart].map(toNumber)], Math.abs) ?? 1;
  return (
    <Row
      figure={
        <Figure name={SWITCH_ON_RELU.splitFigure}>
          <div className="columns split">
            <div>
              <h4>{SWITCH_ON_RELU.together}</h4>
              <Bar symbol="a" value={a} scale={scale} />
              <Bar symbol="b" value={b} scale={scale} />
              <Bar symbol="aPlusB" value={sum} scale={scale} isStep />
              <Bar symbol="reluSum" value={together} scale={scale} isResult />
            </div>
            <div>
              <h4>{SWITCH_ON_RELU.apart}</h4>
              <Bar symbol="reluA" value={relu(a)} cut={a} scale={scale} />
              <Bar symbol="reluB" value={relu(b)} cut={b} scale={scale} />
              <span className="bar-gap" />
              <Bar symbol="sumRelu" value={apart} scale={scale} isResult />
            </div>
          </div>
        </Figure>
      }
    >
      <h3>{SWITCH_ON_RELU.ruleTitle}</h3>
      <P text={SWITCH_ON_RELU.stops} />
      <P
        text={SWITCH_ON_RELU.rule}
        slots={{
          a: <Assignment symbol="a" name={SWITCH_ON_RELU.a} value={a} onChange={setA} />,
          b: <Assignment symbol="b" name={SWITCH_ON_RELU.b} value={b} onChange={setB} />,
          sum: <Live value={sum} />,
          together: <Live value={together} />,
          first: <Live value={relu(a)} />,
          second: <Live value={relu(b)} />,
          apart: <Live value={apart} />,
        }}
      />
      <p aria-live="polite">{equal(together, apart) ? SWITCH_ON_RELU.equal : SWITCH_ON_RELU.different}</p>
    </Row>
  );
}

interface AssignmentProps {
  readonly symbol: SymbolName;
  readonly name: string;
  readonly value: Rational;
  readonly onChange: (value: Rational) => void;
}

function Assignment({ symbol, ...field }: AssignmentProps) {
  return (
    <span className="nowrap">
      <Symbol of={symbol} /> = <FreeNumber {...field} />
    </span>
  );
}

function Symbol({ of }: { readonly of: SymbolName }) {
  return <StaticFormula tex={SYMBOLS[of].tex} spoken={SYMBOLS[of].spoken} />;
}

interface BarProps {
  readonly symbol: SymbolName;
  readonly value: Rational;
  /** What was there before ReLU: its cut-off part is drawn as an outline. */
  readonly cut?: Rational;
  readonly scale: number;
  readonly isStep?: boolean;
  readonly isResult?: boolean;
}

function Bar({ symbol, value, cut, scale, isStep, isResult }: BarProps) {
  return (
    <div className="bar" data-step={isStep} data-result={isResult}>
      <span>
        <Symbol of={symbol} />
      </span>
      <span className="bar-track" aria-hidden="true">
        {cut && sign(cut) < 0 && <span className="bar-cut" style={place(cut, scale)} />}
        <span className="bar-fill" data-negative={sign(value) < 0 || undefined} style={place(value, scale)} />
      </span>
      <b>{shortNumberText(value, 7)}</b>
    </div>
  );
}

/** From 0 in the middle to the value, in per cent. */
function place(value: Rational, scale: number) {
  const across = scaleLinear([-scale, scale], [0, 100]);
  const [from, to] = [across(Math.min(0, toNumber(value))), across(Math.max(0, toNumber(value)))];
  return { left: `${from}%`, width: `${to - from}%` };
}

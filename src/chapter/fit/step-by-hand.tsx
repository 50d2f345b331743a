/** One step of gradient descent on the starting network with ReLU, written out: loss, the slope of each weight, the new weight. */
import { useMemo, useState, type CSSProperties } from 'react';
import { parameterKey, parametersOf, parameterValue, type Network, type Parameter } from '../../model/network.ts';
import { multiply, negate, rational, type Rational } from '../../number/rational.ts';
import { nodeColour } from '../../state/colour.ts';
import { presetDocument } from '../../state/preset-document.ts';
import { exactStep, type ExactStep } from '../../train/one-step.ts';
import { BY_HAND } from '#words/chapter/by-hand-words.ts';
import { shortNumberText } from '#words/number.ts';
import { PlainMath } from '../../equation/plain-math.tsx';
import '../by-hand.css';

const RATE = rational(1, 2000);
const TARGET = rational(25);
/** Exact numbers grow with every step. */
const MOST_STEPS = 4;
/** Characters of a number. */
const ROOM = 9;

export function StepByHand() {
  const { network: first, x } = presetDocument('chapter-8-relu');
  const [networks, setNetworks] = useState<readonly Network<Rational>[]>([first]);
  const network = networks.at(-1) ?? first;
  const row = useMemo(() => [...x, TARGET], [x]);
  const step = useMemo(() => exactStep(network, [row], RATE), [network, row]);
  const after = useMemo(() => exactStep(step.next, [row], RATE), [step, row]);
  const inputs = first.inputs.map((name, i) => `x_${name} = ${text(x[i] as Rational)}`).join(', ');
  const { error, signals } = step.rows[0] as ExactStep['rows'][number];
  return (
    <div className="by-hand">
      <p>
        <PlainMath text={BY_HAND.says(inputs, text(signals.y), text(TARGET), text(error), text(step.loss))} />
      </p>
      <p>{BY_HAND.slopes(text(RATE))}</p>
      <table className="number-table">
        <caption className="visually-hidden">{BY_HAND.table(networks.length)}</caption>
        <thead>
          <tr>
            {BY_HAND.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parametersOf(network).map((parameter) => (
            <Row key={parameterKey(parameter)} network={network} step={step} parameter={parameter} />
          ))}
        </tbody>
      </table>
      <p role="status">
        <strong>
          {BY_HAND.after(
            text((after.rows[0] as (typeof step.rows)[number]).signals.y),
            text(after.loss),
            text(step.loss),
          )}
        </strong>
      </p>
      <div className="screen-only flow">
        <button
          type="button"
          className="button is-small"
          aria-disabled={networks.length === MOST_STEPS || undefined}
          onClick={() => networks.length < MOST_STEPS && setNetworks([...networks, step.next])}
        >
          {BY_HAND.another}
        </button>
        <button
          type="button"
          className="button is-small"
          aria-disabled={networks.length === 1 || undefined}
          onClick={() => setNetworks([first])}
        >
          {BY_HAND.first}
        </button>
        <span>
          {BY_HAND.next} <a href="#what-comes-next">{BY_HAND.nextLink}</a>
        </span>
      </div>
    </div>
  );
}

interface RowProps {
  readonly network: Network<Rational>;
  readonly step: ExactStep;
  readonly parameter: Parameter;
}

function Row({ network, step, parameter }: RowProps) {
  const { layer, node, input } = parameter;
  const slopes = step.slopes[layer]?.[node];
  const slope = (input === null ? slopes?.bias : slopes?.weights[input]) as Rational;
  const from = input === null ? null : layer === 0 ? (network.inputs[input] ?? '') : BY_HAND.node(input + 1);
  const to = layer === 0 ? BY_HAND.node(node + 1) : BY_HAND.output;
  const hidden = layer === 0 ? node : input;
  const colour = hidden === null ? undefined : nodeColour(network, { layer: 0, node: hidden });
  return (
    <tr style={{ '--colour': colour } as CSSProperties}>
      <th scope="row">{from === null ? BY_HAND.bias(to) : BY_HAND.weight(from, to)}</th>
      <td>{text(parameterValue(network, parameter))}</td>
      <td>{text(slope)}</td>
      <td>{text(multiply(negate(RATE), slope))}</td>
      <td>{text(parameterValue(step.next, parameter))}</td>
    </tr>
  );
}

function text(value: Rational): string {
  return shortNumberText(value, ROOM);
}

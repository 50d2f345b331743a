/** What the bias is for: one ReLU neuron over one input. Its bias slides the crease along. */
import { line } from 'd3-shape';
import { useState } from 'react';
import {
  MINUS_ONE,
  ONE,
  divide,
  isZero,
  negate,
  multiply,
  rational,
  sign,
  toNumber,
  type Rational,
} from '../number/rational.ts';
import { ONE_NEURON } from '#words/chapter/one-neuron-words.ts';
import { numberText } from '#words/number.ts';
import { FreeNumber } from './free-number.tsx';
import { NO_GUESS, useAskedAnew, type Guess } from './guess.ts';
import { Live } from './live-number.tsx';
import { PlotBox, PlotHandle, placeIn, scalesOf, type View } from './plot-box.tsx';
import { Predict } from './prediction.tsx';
import { P, Prose } from './prose.tsx';
import { Figure, Row } from './section.tsx';

const VIEW: View = { x: [-6, 6], y: [-1, 6] };
/** The crease is dragged as far as this. */
const REACH = 5;

const START = { w: ONE, b: rational(2) };
/** Whose crease is asked for. */
const ASKED = { w: ONE, b: rational(-3) };

type Neuron = typeof START;

/** Where wx + b is 0; nowhere, or everywhere, if w is 0. */
function creaseOf({ w, b }: Neuron): Rational | null {
  return isZero(w) ? null : divide(negate(b), w);
}

const words = ONE_NEURON.biasFigure;

export function BiasRow() {
  const [neuron, setNeuron] = useState(START);
  const [guess, setGuess] = useState<Guess>(NO_GUESS);
  useAskedAnew(() => {
    setGuess(NO_GUESS);
    setNeuron(START);
  });
  const onGuess = (next: Guess) => {
    setGuess(next);
    setNeuron(next.kind === 'none' ? START : ASKED);
  };
  return (
    <Row
      figure={
        <Figure name={words.figure}>
          <Plot neuron={neuron} onBias={(b) => setNeuron({ ...neuron, b })} />
          <p className="says plot-says" aria-live="polite">
            <Says neuron={neuron} />
          </p>
        </Figure>
      }
    >
      <h3>{words.title}</h3>
      <P
        text={words.text}
        slots={{
          w: <FreeNumber name={words.weight} value={neuron.w} onChange={(w) => setNeuron({ ...neuron, w })} />,
          b: <FreeNumber name={words.bias} value={neuron.b} onChange={(b) => setNeuron({ ...neuron, b })} />,
        }}
      />
      <P text={words.drag} />
      <Predict
        label={<Prose text={words.ask} slots={{ w: numberText(ASKED.w), b: numberText(ASKED.b) }} />}
        truth={creaseOf(ASKED) ?? MINUS_ONE}
        why={<Prose text={words.why} slots={{ b: numberText(negate(ASKED.b)) }} />}
        guess={guess}
        onGuess={onGuess}
      />
    </Row>
  );
}

interface PlotProps {
  readonly neuron: Neuron;
  readonly onBias: (b: Rational) => void;
}

function Plot({ neuron, onBias }: PlotProps) {
  const { across, down } = scalesOf(VIEW);
  const [w, b] = [toNumber(neuron.w), toNumber(neuron.b)];
  const crease = creaseOf(neuron);
  const corner = crease && toNumber(crease);
  const a = (x: number) => Math.max(0, w * x + b);
  const draw = line<number>(across, (x) => down(a(x)));
  const [left, right] = VIEW.x;
  const zs = corner !== null && corner > left && corner < right ? [left, corner, right] : [left, right];
  const isInView = corner !== null && Math.abs(corner) <= REACH;
  return (
    <PlotBox
      view={VIEW}
      xName="x"
      yName="a"
      curves={
        <>
          {isInView && <path className="guide" d={`M${across(corner)} 0V100`} />}
          <path className="curve" d={draw(zs) ?? ''} />
        </>
      }
    >
      {isInView && (
        <>
          {[-1, 1].map((side) => (
            <span
              className="plot-number plot-note"
              key={side}
              style={placeIn(VIEW, corner + 0.8 * side, 5.4)}
              aria-hidden="true"
            >
              {side === Math.sign(w) ? words.on : words.off}
            </span>
          ))}
          {crease && (
            <PlotHandle
              view={VIEW}
              name={words.crease}
              x={crease}
              y={0}
              from={-REACH}
              to={REACH}
              onMove={(x) => onBias(negate(multiply(neuron.w, x)))}
            />
          )}
        </>
      )}
    </PlotBox>
  );
}

function Says({ neuron }: { readonly neuron: Neuron }) {
  const crease = creaseOf(neuron);
  if (!crease) return <Prose text={words.flat} />;
  return <Prose text={sign(neuron.w) > 0 ? words.right : words.left} slots={{ x: <Live value={crease} /> }} />;
}

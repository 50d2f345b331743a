/** The promise of a linear function: halfway between two inputs it is halfway between their outputs. ReLU breaks it. */
import { line } from 'd3-shape';
import { useState } from 'react';
import { HALF, ZERO, add, equal, multiply, rational, sign, toNumber, type Rational } from '../number/rational.ts';
import { DOES_IT_ALWAYS_BEND } from '#words/chapter/does-it-always-bend-words.ts';
import { Live } from './live-number.tsx';
import { PlotBox, PlotHandle, placeIn, scalesOf, type View } from './plot-box.tsx';
import { Prose } from './prose.tsx';
import { Figure } from './section.tsx';

const KINDS = ['relu', 'linear'] as const;
type Kind = (typeof KINDS)[number];

const REACH = 3;
const VIEWS: Readonly<Record<Kind, View>> = {
  relu: { x: [-4, 4], y: [-1, 3.6] },
  linear: { x: [-4, 4], y: [-3.6, 3.6] },
};

const words = DOES_IT_ALWAYS_BEND.midpoint;

function output(kind: Kind, z: Rational): Rational {
  return kind === 'relu' && sign(z) < 0 ? ZERO : z;
}

function halfway(p: Rational, q: Rational): Rational {
  return multiply(HALF, add(p, q));
}

export function MidpointFigure() {
  const [kind, setKind] = useState<Kind>('relu');
  const [inputs, setInputs] = useState<readonly [Rational, Rational]>([rational(-2), rational(2)]);
  const [p, q] = inputs;
  const middle = halfway(p, q);
  const promised = halfway(output(kind, p), output(kind, q));
  const found = output(kind, middle);
  return (
    <Figure name={words.figure}>
      <div className="screen-only flow" role="radiogroup" aria-label={words.kind}>
        {KINDS.map((k) => (
          <label className="choice" key={k}>
            <input type="radio" className="unseen" name="midpoint" checked={k === kind} onChange={() => setKind(k)} />
            <span>{words.kinds[k]}</span>
          </label>
        ))}
      </div>
      <Plot kind={kind} inputs={inputs} onInputs={setInputs} />
      <p className="says plot-says" aria-live="polite">
        <Prose
          text={words.says}
          slots={{
            promised: <Live value={promised} />,
            middle: <Live value={middle} />,
            found: <Live value={found} />,
          }}
        />{' '}
        {equal(promised, found) ? words.kept : words.broken}
      </p>
    </Figure>
  );
}

interface PlotProps {
  readonly kind: Kind;
  readonly inputs: readonly [Rational, Rational];
  readonly onInputs: (inputs: readonly [Rational, Rational]) => void;
}

function Plot({ kind, inputs: [p, q], onInputs }: PlotProps) {
  const view = VIEWS[kind];
  const { across, down } = scalesOf(view);
  const f = (z: number) => toNumber(output(kind, rational(Math.round(1000 * z), 1000)));
  const draw = line<number>(across, (z) => down(f(z)));
  const ends = [p, q].map((z): [number, number] => [toNumber(z), toNumber(output(kind, z))]);
  const middle = halfway(p, q);
  const [z, promised] = [toNumber(middle), toNumber(halfway(output(kind, p), output(kind, q)))];
  const found = toNumber(output(kind, middle));
  return (
    <PlotBox
      view={view}
      xName="z"
      yName="a"
      curves={
        <>
          <path className="curve" d={draw([view.x[0], 0, view.x[1]]) ?? ''} />
          <path
            className="guide"
            d={
              line<[number, number]>(
                ([x]) => across(x),
                ([, y]) => down(y),
              )(ends) ?? ''
            }
          />
          <path className="guide" d={`M${across(z)} ${down(promised)}V${down(found)}`} />
        </>
      }
    >
      <span className="plot-dot plot-mark is-hollow" style={placeIn(view, z, promised)} aria-hidden="true" />
      <span className="plot-dot plot-mark" style={placeIn(view, z, found)} aria-hidden="true" />
      <PlotHandle
        view={view}
        name={words.first}
        x={p}
        y={toNumber(output(kind, p))}
        from={-REACH}
        to={REACH}
        onMove={(x) => onInputs([x, q])}
      />
      <PlotHandle
        view={view}
        name={words.second}
        x={q}
        y={toNumber(output(kind, q))}
        from={-REACH}
        to={REACH}
        onMove={(x) => onInputs([p, x])}
      />
    </PlotBox>
  );
}

/** Why no plane does XOR: four posts on the corners of a square, and a plane that tries to touch them all. */
import { SYMBOLS } from '#words/chapter/symbols.ts';
import { scaleLinear } from 'd3-scale';
import { line, curveLinearClosed } from 'd3-shape';
import { useState } from 'react';
import { ONE, ZERO, equal, toNumber, type Rational } from '../number/rational.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { DOES_IT_ALWAYS_BEND } from '#words/chapter/does-it-always-bend-words.ts';
import { numberText } from '#words/number.ts';
import { FreeNumber } from './free-number.tsx';
import { Live } from './live-number.tsx';
import { P, Prose } from './prose.tsx';
import { Figure, Row } from './section.tsx';
import { BEST, POSTS, diagonalSum, heightAt, lossOf, type Plane } from './xor-plane.ts';

const words = DOES_IT_ALWAYS_BEND.xor;

/** It has two posts right, and two wrong. */
const START: Plane = { a: ONE, b: ZERO, c: ZERO };

export function XorRow() {
  const [plane, setPlane] = useState(START);
  const isBest = equal(lossOf(plane), lossOf(BEST));
  const number = (key: keyof Plane) => (
    <FreeNumber
      name={words.numbers[key]}
      value={plane[key]}
      onChange={(value) => setPlane({ ...plane, [key]: value })}
    />
  );
  return (
    <Row
      figure={
        <Figure name={words.figure}>
          <Picture plane={plane} />
          <p className="says">
            <StaticFormula {...SYMBOLS.yHatIs} /> {number('a')}
            <StaticFormula {...SYMBOLS.xA} /> + {number('b')}
            <StaticFormula {...SYMBOLS.xB} /> + {number('c')}
          </p>
          <p className="says plot-says" aria-live="polite">
            <Prose
              text={words.says}
              slots={{ sum: <Live value={diagonalSum(plane, true)} />, loss: <Live value={lossOf(plane)} /> }}
            />{' '}
            {isBest && words.best}
          </p>
          <div className="screen-only flow">
            <button type="button" className="button" aria-disabled={isBest} onClick={() => setPlane(BEST)}>
              {words.flat}
            </button>
          </div>
        </Figure>
      }
    >
      <h3>{words.title}</h3>
      <P text={words.posts} />
      <P text={words.middle} />
      <P text={words.least} />
    </Row>
  );
}

type Point = readonly [x: number, y: number];

/** The box of the picture, and where the square stands in it: (0, 0) is near, (1, 1) far. */
const SIZE = { width: 480, height: 290 };
const along = scaleLinear([-1, 1], [70, 410]);
const away = scaleLinear([0, 2], [222, 124]);
/** Of a height of 1. */
const UP = 88;

function project(a: number, b: number, height: number): Point {
  return [along(a - b), away(a + b) - UP * height];
}

const closed = line<Point>().curve(curveLinearClosed);
/** Round the square. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

function Picture({ plane }: { readonly plane: Plane }) {
  const height = (at: readonly [Rational, Rational]) => toNumber(heightAt(plane, at));
  const [a, b, c] = [plane.a, plane.b, plane.c].map(toNumber) as [number, number, number];
  const posts = POSTS.map(({ at, height: wanted }) => {
    const [atA, atB] = at.map(toNumber) as [number, number];
    return {
      key: `${atA}${atB}`,
      at,
      foot: project(atA, atB, 0),
      top: project(atA, atB, toNumber(wanted)),
      met: project(atA, atB, height(at)),
      wanted,
    };
  });
  return (
    <div className="xor-picture">
      <svg className="picture" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={words.picture}>
        <path className="xor-ground" d={closed(CORNERS.map(([x, y]) => project(x, y, 0))) ?? ''} />
        <path className="xor-sheet" d={closed(CORNERS.map(([x, y]) => project(x, y, a * x + b * y + c))) ?? ''} />
        {posts.map(({ key, foot, top, met }) => (
          <g key={key}>
            <path className="xor-post" d={line()([foot, top] as [number, number][]) ?? ''} />
            <path className="guide" d={line()([top, met] as [number, number][]) ?? ''} />
            <circle className="xor-met" cx={met[0]} cy={met[1]} r={5} />
            <circle className="xor-top" cx={top[0]} cy={top[1]} r={8} />
          </g>
        ))}
      </svg>
      {posts.map(({ key, at, foot, wanted }) => (
        <span
          className="plot-number plot-note"
          key={key}
          style={{ left: `${(100 * foot[0]) / SIZE.width}%`, top: `${(100 * (foot[1] + 24)) / SIZE.height}%` }}
          aria-hidden="true"
        >
          {words.corner(at.map(numberText).join(', '), numberText(wanted))}
        </span>
      ))}
    </div>
  );
}

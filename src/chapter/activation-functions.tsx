/** Section 6: activation functions on shared axes, and what there is to say of each. */
import { SPOKEN } from '#words/spoken-formula.ts';
import { SYMBOLS } from '#words/chapter/symbols.ts';
import { useState } from 'react';
import { ACTIVATIONS, ACTIVATION_KINDS, type ActivationKind } from '../activation/activation.ts';
import { rational, type Rational } from '../number/rational.ts';
import { defaultActivation } from '../state/default-activation.ts';
import { selectCommonActivation } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { Rover, RoverButton } from '../controls/rover.tsx';
import { valueText } from '#words/value.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { activationLesson } from '#words/activation-lessons.ts';
import { ACTIVATION_WORDS, activationFormula } from '#words/activation-words.ts';
import { AT_TOP } from '#words/chapter/article.ts';
import { ACTIVATION_FUNCTIONS } from '#words/chapter/activation-functions-words.ts';
import type { SourceId } from '#words/chapter/sources.ts';
import { numberText } from '#words/number.ts';
import { activationValue } from './activation-value.ts';
import { AtTop } from './at-top.tsx';
import { Axes } from './axes.tsx';
import { Cite } from './cite.tsx';
import { FreeNumber } from './free-number.tsx';
import { Live } from './live-number.tsx';
import { P, Prose } from './prose.tsx';
import { Figure, Row, Section } from './section.tsx';

export function ActivationFunctions() {
  const [z, setZ] = useState<Rational>(rational(-3, 2));
  const [looked, setLooked] = useState<ActivationKind>('relu');
  const valueOf = (kind: ActivationKind) => valueText(activationValue(defaultActivation(kind), z), 8);
  // Beside linear and ReLU, which the sentence has already.
  const third: ActivationKind = looked === 'linear' || looked === 'relu' ? 'tanh' : looked;
  return (
    <Section id="activation-functions">
      <Row
        figure={
          <Figure name={ACTIVATION_FUNCTIONS.figure}>
            <div className="screen-only flow" role="group" aria-label={ACTIVATION_FUNCTIONS.figure}>
              <Rover axis="both">
                {ACTIVATION_KINDS.map((kind) => (
                  <RoverButton
                    className="button is-small pill"
                    key={kind}
                    aria-pressed={kind === looked}
                    aria-label={ACTIVATION_FUNCTIONS.look(ACTIVATION_WORDS[kind].name)}
                    onClick={() => setLooked(kind)}
                  >
                    {ACTIVATION_WORDS[kind].name}
                  </RoverButton>
                ))}
              </Rover>
            </div>
            <Axes z={z} onZ={setZ} looked={looked} />
            <Card kind={looked} z={z} />
          </Figure>
        }
      >
        <P text={ACTIVATION_FUNCTIONS.what} />
        <P text={ACTIVATION_FUNCTIONS.linear} />
        <P text={ACTIVATION_FUNCTIONS.relu} />
        <P
          text={ACTIVATION_FUNCTIONS.move}
          slots={{
            z: <FreeNumber name={ACTIVATION_FUNCTIONS.zName} value={z} onChange={setZ} />,
            linear: <Live value={valueOf('linear')} />,
            relu: <Live value={valueOf('relu')} />,
            name: ACTIVATION_WORDS[third].name,
            value: <Live value={valueOf(third)} />,
          }}
        />
        <P text={ACTIVATION_FUNCTIONS.pick} />
        <ReluNote />
      </Row>
    </Section>
  );
}

interface CardProps {
  readonly kind: ActivationKind;
  readonly z: Rational;
}

/** What there is to say of the function that is looked at. */
function Card({ kind, z }: CardProps) {
  const isUsed = useCrease(selectCommonActivation) === kind;
  const activation = defaultActivation(kind);
  const words = ACTIVATION_WORDS[kind];
  const lesson = activationLesson(kind);
  return (
    <div className="gallery-card" data-used={isUsed || undefined}>
      <div className="flow gallery-head">
        <h3>{words.name}</h3>
        <StaticFormula
          tex={`f(z) = ${ACTIVATIONS[kind].tex}`}
          spoken={`${SYMBOLS.fz.spoken} ${SPOKEN.equals} ${activationFormula(activation)}`}
        />
        <span className="gallery-value">
          {ACTIVATION_FUNCTIONS.at(numberText(z))}: <Live value={valueText(activationValue(activation, z), 8)} />
        </span>
      </div>
      <p>
        {lesson.sentence} <b>{ACTIVATION_FUNCTIONS.bendsLabel}</b> {lesson.bends}
      </p>
      <div className="screen-only flow">
        <AtTop
          edit={isUsed ? null : { kind: 'setAllActivations', activation }}
          done={AT_TOP.switched(words.name)}
          className="is-small"
        >
          {isUsed ? ACTIVATION_FUNCTIONS.used : ACTIVATION_FUNCTIONS.choose(words.name)}
        </AtTop>
      </div>
    </div>
  );
}

function ReluNote() {
  const { note } = ACTIVATION_FUNCTIONS;
  const cite = (id: SourceId) => <Cite id={id} />;
  return (
    <details className="plate note">
      <summary>{note.title}</summary>
      <div>
        <div>
          <h4>{note.known}</h4>
          <ul>
            <li>
              <Prose text={note.cheap} />
            </li>
            <li>
              <Prose text={note.slope} />
            </li>
            <li>
              <Prose
                text={note.trained}
                slots={{ glorot: cite('glorot'), nair: cite('nair'), krizhevsky: cite('krizhevsky') }}
              />
            </li>
            <li>
              <Prose text={note.start} slots={{ he: cite('he') }} />
            </li>
            <li>
              <Prose text={note.cost} slots={{ lu: cite('lu') }} />
            </li>
          </ul>
        </div>
        <div>
          <h4>{note.open}</h4>
          <ul>
            <li>
              <Prose text={note.best} slots={{ gelu: cite('gelu'), silu: cite('silu') }} />
            </li>
            <li>
              <Prose text={note.folklore} />
            </li>
          </ul>
        </div>
      </div>
    </details>
  );
}

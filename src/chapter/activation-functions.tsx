/** Section 6: activation functions on shared axes, and each by itself. */
import { useState } from 'react';
import { ACTIVATIONS, ACTIVATION_KINDS, type ActivationKind } from '../activation/activation.ts';
import { rational, toNumber, type Rational } from '../number/rational.ts';
import { defaultActivation } from '../state/default-activation.ts';
import { selectCommonActivation } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { Rover, RoverButton } from '../controls/rover.tsx';
import { ActivationGraph } from '../diagram/activation-graph.tsx';
import { valueText } from '../words/value.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { ACTIVATION_WORDS, activationFormula } from '../words/activation-words.ts';
import { ACTIVATION_LESSON } from '../words/chapter/activation-lesson.ts';
import { ACTIVATION_FUNCTIONS } from '../words/chapter/activation-functions-words.ts';
import type { SourceId } from '../words/chapter/sources.ts';
import { numberText } from '../words/number.ts';
import { activationValue } from './activation-value.ts';
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
            <div className="chooser" role="group" aria-label={ACTIVATION_FUNCTIONS.figure}>
              <Rover axis="both">
                {ACTIVATION_KINDS.map((kind) => (
                  <RoverButton
                    className="pill"
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
      </Row>
      <Gallery z={z} onLook={setLooked} />
      <ReluNote />
    </Section>
  );
}

function Gallery({ z, onLook }: { readonly z: Rational; readonly onLook: (kind: ActivationKind) => void }) {
  const actions = useActions();
  const common = useCrease(selectCommonActivation);
  return (
    <ul className="gallery">
      <Rover axis="both">
        {ACTIVATION_KINDS.map((kind) => {
          const activation = defaultActivation(kind);
          const words = ACTIVATION_WORDS[kind];
          return (
            <li key={kind} className="gallery-card" data-used={kind === common || undefined}>
              <div className="gallery-head">
                <ActivationGraph activation={activation} z={toNumber(z)} width={76} height={50} />
                <h3>{words.name}</h3>
              </div>
              <StaticFormula
                className="gallery-formula"
                tex={`f(z) = ${ACTIVATIONS[kind].tex}`}
                spoken={`f of z equals ${activationFormula(activation)}`}
              />
              <p>{words.sentence}</p>
              <p className="gallery-bends">
                <b>{ACTIVATION_FUNCTIONS.bendsLabel}</b> {ACTIVATION_LESSON[kind].bends}
              </p>
              <p className="gallery-value">
                {ACTIVATION_FUNCTIONS.at(numberText(z))}: <Live value={valueText(activationValue(activation, z), 8)} />
              </p>
              <RoverButton
                className="button is-small"
                aria-pressed={kind === common}
                onClick={() => {
                  onLook(kind);
                  actions.edit({ kind: 'setAllActivations', activation });
                }}
              >
                {kind === common ? ACTIVATION_FUNCTIONS.used : ACTIVATION_FUNCTIONS.choose(words.name)}
              </RoverButton>
            </li>
          );
        })}
      </Rover>
    </ul>
  );
}

function ReluNote() {
  const { note } = ACTIVATION_FUNCTIONS;
  const cite = (id: SourceId) => <Cite id={id} />;
  return (
    <aside className="note" aria-labelledby="relu-note">
      <h3 id="relu-note">{note.title}</h3>
      <div className="note-columns">
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
    </aside>
  );
}

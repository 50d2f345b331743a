/** The derivation of the network in the store around, line by line, with one number kept back until it was guessed. */
import { SPOKEN } from '#words/spoken-formula.ts';
import { useMemo, type ReactNode } from 'react';
import type { Network } from '../model/network.ts';
import type { Derivation, Step } from '../algebra/derivation.ts';
import type { Rational } from '../number/rational.ts';
import { selectNetwork, selectDerivation } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { Mathml } from '../equation/mathml.tsx';
import { OUTPUT_NOTATION, inputNotation, nodeNotation } from '../equation/notation.ts';
import { PieceHtml } from '../equation/piece.tsx';
import { StaticFormula } from '../equation/static-formula.tsx';
import { Formula } from '../equation/still-formula.tsx';
import { useNodeColour } from '../equation/use-node-colour.ts';
import { redirectTouch } from '../controls/touch.ts';
import { LineFrame } from '../equation/line-frame.tsx';
import { isRounded, write, type Segment } from '../equation/segments.ts';
import { speak, speakLine } from '../equation/speech.ts';
import { lineTex, segmentsTex, sumTex } from '../equation/tex.ts';
import { SAME_MODEL_TWICE } from '#words/chapter/same-model-twice-words.ts';
import type { Secret } from './asked-input.ts';
import { likeTerms, multipliedOut } from './like-terms.ts';

export interface DerivationLinesProps {
  /** What of the last line is not shown, nor what it is made of. */
  readonly secret: Secret;
  /** Begins with the line before the first: the output's own sum, and what each hidden node sends. */
  readonly withNodes?: boolean;
  /** Only shown: its terms and numbers can't be asked about, nor changed. */
  readonly plain?: boolean;
}

export function DerivationLines({ secret: asked, withNodes = false, plain = false }: DerivationLinesProps) {
  const network = useCrease(selectNetwork);
  const derivation = useCrease(selectDerivation);
  // Where terms are held inside there is no such coefficient.
  const secret = derivation.model === null ? null : asked;
  const steps = derivation.steps.filter((step) => step.outcome !== 'stuck');
  const last = steps.length - 1;
  return (
    <>
      <ol className="lines" aria-label={SAME_MODEL_TWICE.lines} onPointerDownCapture={redirectTouch}>
        {withNodes && <OutputLine network={network} derivation={derivation} />}
        {steps.map((step, i) =>
          // The lines between hold the parts of the answer.
          secret !== null && i > 0 && i < last ? null : (
            <LineFrame
              key={`${step.layer}${step.kind}`}
              first={i === 0 && !withNodes}
              number={i + 1}
              step={0}
              relation={isRounded(write(step.sum, network)) ? 'about' : 'equals'}
              note={SAME_MODEL_TWICE.notes[step.kind]}
              after={null}
            >
              {i < last || secret === null ? (
                <StepLine network={network} step={step} plain={plain} />
              ) : secret === 'all' ? (
                <UnknownModel network={network} />
              ) : (
                <SecretLine network={network} step={step} secret={secret} />
              )}
            </LineFrame>
          ),
        )}
      </ol>
      {secret === null && <SubSteps network={network} derivation={derivation} />}
    </>
  );
}

/** `ŷ = 2h_1 + 5h_2 + 5`, and below it `h_1 = 0.5x_E + ...` */
function OutputLine({ network, derivation }: { readonly network: Network<Rational>; readonly derivation: Derivation }) {
  const { start, steps } = derivation;
  const sent = (steps[0]?.sum ?? []).flatMap(({ factor }) => (factor.kind === 'bracket' ? [factor] : []));
  return (
    <LineFrame
      first
      number={0}
      step={0}
      relation={isRounded(write(start, network)) ? 'about' : 'equals'}
      note={
        <>
          {SAME_MODEL_TWICE.sends}
          {sent.map(({ at, inside }) => {
            const { tex, text } = nodeNotation(network, at);
            return (
              <span className="line-node" key={`${at.layer}.${at.node}`}>
                <StaticFormula tex={`${tex} = {}`} spoken={`${text.replace('_', ' ')} ${SPOKEN.equals}`} />{' '}
                <Formula
                  segments={write(inside, network)}
                  tex={sumTex(inside, network)}
                  spoken={speak(inside, network)}
                />
              </span>
            );
          })}
        </>
      }
      after={null}
    >
      <Formula
        segments={write(start, network, { unmarked: true }).map(inNodeColour)}
        tex={lineTex(start, network)}
        spoken={speakLine(start, network)}
      />
    </LineFrame>
  );
}

/** What a node sends has its colour, here as behind it. */
function inNodeColour(segment: Segment): Segment {
  return segment.mark.kind === 'node' ? { ...segment, via: segment.mark.at } : segment;
}

interface StepLineProps {
  readonly network: Network<Rational>;
  readonly step: Step;
  readonly plain: boolean;
}

function StepLine({ network, step, plain }: StepLineProps) {
  const segments = useMemo(() => write(step.sum, network, { unmarked: true }), [step, network]);
  return (
    <Formula
      segments={segments}
      tex={lineTex(step.sum, network)}
      spoken={speakLine(step.sum, network)}
      editable={!plain && step.kind === 'writeOut'}
    />
  );
}

/** One linear model, no more is said: not even which inputs it goes without, or what is negative. */
function UnknownModel({ network }: { readonly network: Network<Rational> }) {
  const inputs = network.inputs.map((_, i) => inputNotation(network, i));
  return (
    <StaticFormula
      tex={[...inputs.map(({ tex }) => `{?}${tex}`), '{?}'].join(' + ')}
      spoken={`${SPOKEN.output} ${SPOKEN.equals} ${SAME_MODEL_TWICE.unknownModel(network.inputs)}`}
    />
  );
}

interface SecretLineProps {
  readonly network: Network<Rational>;
  readonly step: Step;
  readonly secret: number;
}

/** The same line with a question mark. Paper, and readers without scripts, get the number (see `Predict`). */
function SecretLine({ network, step, secret }: SecretLineProps): ReactNode {
  const segments = write(step.sum, network, { unmarked: true });
  const isSecret = ({ term, role }: Segment) => term === `x${secret}` && role === 'number';
  const spoken = speakLine(step.sum, network, (segment) => (isSecret(segment) ? SAME_MODEL_TWICE.hiddenFactor : null));
  const exact = write(step.sum, network, { exact: true });
  const tex = segmentsTex(exact.map((segment) => (isSecret(segment) ? { ...segment, tex: '{?}' } : segment)));
  return (
    <span className="formula katex" role="math" aria-label={spoken}>
      <Mathml tex={`${OUTPUT_NOTATION.tex} = ${tex}`} />
      {segments.map((segment) =>
        isSecret(segment) ? (
          <span className="secret" key={`${segment.term}${segment.role}`}>
            <span className="screen-only secret-mark" aria-hidden="true">
              ?
            </span>
            <span className="secret-number">
              <Piece segment={segment} />
            </span>
          </span>
        ) : (
          <Piece key={`${segment.term}${segment.role}`} segment={segment} />
        ),
      )}
    </span>
  );
}

function Piece({ segment }: { readonly segment: Segment }) {
  return <PieceHtml tex={segment.tex} colour={useNodeColour(segment.via)} />;
}

/** On demand: every addition by itself. */
function SubSteps({ network, derivation }: { readonly network: Network<Rational>; readonly derivation: Derivation }) {
  const terms = likeTerms(network, multipliedOut(derivation.steps));
  if (terms.length === 0) return null;
  return (
    <details className="screen-only aside sub-steps">
      <summary>{SAME_MODEL_TWICE.subSteps}</summary>
      <ul className="stack">
        {terms.map(({ key, tex, spoken }) => (
          <li key={key}>
            <StaticFormula tex={tex} spoken={spoken} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The three models: what each makes of the points, as a drawing, as a formula, and as a loss. */
import type { ReactNode } from 'react';
import { cornersOf } from '../../activation/pieces.ts';
import type { ActivationKind } from '../../activation/activation.ts';
import { memoize } from '../../facts/memoize.ts';
import { toNumber, type Rational } from '../../number/rational.ts';
import type { ModelName } from '../../train/pair.ts';
import { mapNumbers, type Network } from '../../model/network.ts';
import { PlainMath } from '../../equation/plain-math.tsx';
import { OUTPUT_SYMBOL } from '#words/names.ts';
import { readableText } from '#words/number.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import { directNetwork } from '../network-picture.tsx';
import { bentLine } from './bent-line.ts';
import type { FloorGuess } from './fit-figure.tsx';
import { CreaseList, ModelPlot, movesPastReact } from './model-plot.tsx';
import { collapsedText, distanceText, modelText, shownNumber } from '#words/chapter/training-numbers.ts';
import { frameOf } from './plot-frame.ts';
import { Predict, guessSentence } from './predict.tsx';
import type { FitData } from './fit-data.ts';
import { floorOf } from './fit-setup.ts';
import { useShown, useShownAtRest, type FitTurns } from './use-turns.ts';
import { rectangleFacets } from './value-shading.tsx';

interface PanelProps {
  readonly title: string;
  readonly kind: 'floor' | 'linear' | 'bent';
  readonly children: ReactNode;
  readonly numbers: ReactNode;
  readonly cover?: ReactNode;
}

function Panel({ title, kind, children, numbers, cover = null }: PanelProps) {
  return (
    <section className="fit-model" data-kind={kind} data-answer={Boolean(cover) || undefined}>
      <h3>{title}</h3>
      {children}
      {numbers}
      {cover}
    </section>
  );
}

interface NumbersProps {
  readonly says: ReactNode;
  readonly loss: string;
  readonly distance: ReactNode;
}

/** What stands under a model: its loss, and what it says. */
function Numbers({ says, loss, distance }: NumbersProps) {
  return (
    <>
      <p className="aside fit-loss">
        <span>{FIT.loss}</span> <b>{loss}</b> <span>{distance}</span>
      </p>
      <p className="says fit-says">{says}</p>
    </>
  );
}

export interface FloorPanelProps {
  readonly data: FitData;
  readonly isAsked: boolean;
  readonly guess: FloorGuess;
  readonly startLoss: number;
  readonly onGuess: (guess: FloorGuess) => void;
}

export function FloorPanel({ data, isAsked, guess, startLoss, onGuess }: FloorPanelProps) {
  const floor = floorOf(data.rows);
  const floorLoss = toNumber(floor.loss);
  const formula = (
    <PlainMath
      text={`${OUTPUT_SYMBOL} ≈ ${modelText(data.inputs, floor.coef, floor.intercept, data.scalings !== null)}`}
    />
  );
  return (
    <Panel
      title={FIT.models.floor}
      kind="floor"
      numbers={
        <>
          <Numbers
            says={isAsked ? '' : formula}
            loss={isAsked ? '?' : shownNumber(floorLoss)}
            distance={isAsked ? '' : <FloorName loss={floor.loss} />}
          />
          {guess.kind === 'guessed' && !isAsked && <p role="status">{guessSentence(guess.value, floorLoss)}</p>}
        </>
      }
    >
      {isAsked ? (
        <Predict
          loss={startLoss}
          onGuess={(value) => onGuess({ kind: 'guessed', value })}
          onSkip={() => onGuess({ kind: 'skipped' })}
        />
      ) : (
        <ModelPlot
          data={data}
          frame={frameIn(data)}
          name={FIT.plot(FIT.models.floor, data.rows.length)}
          network={floorNetworkOf(data)}
          kind="floor"
        />
      )}
    </Panel>
  );
}

/** With the loss as it is exactly, where it can be read. */
function FloorName({ loss }: { readonly loss: Rational }): ReactNode {
  const exact = readableText(loss);
  return exact?.includes('/') ? FIT.theFloorExactly(exact) : FIT.theFloor;
}

export interface LearningPanelProps {
  readonly turns: FitTurns;
  /** The floor is not to be told yet. */
  readonly isAsked: boolean;
  readonly isMoving: boolean;
  /** Over what a training has come to. */
  readonly cover: ReactNode;
}

type NumbersOfProps = Omit<LearningPanelProps, 'isMoving' | 'cover'>;
type PlotOfProps = Omit<LearningPanelProps, 'cover'>;

export function LinearPanel({ cover, ...props }: LearningPanelProps) {
  const { turns, isAsked } = props;
  return (
    <Panel
      title={FIT.models.linear}
      kind="linear"
      numbers={<LinearNumbers turns={turns} isAsked={isAsked} />}
      cover={cover}
    >
      <LinearPlot {...props} />
    </Panel>
  );
}

/** A network that learns, and how its plot follows it. */
function useModel(turns: FitTurns, model: ModelName, isMoving: boolean) {
  const { data, view } = useShownAtRest(turns, model, isMoving && movesPastReact(turns.shown(model).data));
  const moving = {
    network: () => turns.shown(model).view[model].network,
    subscribe: (draw: () => void) => turns.subscribe(model, draw),
  };
  return { data, network: view[model].network, moving };
}

function LinearPlot({ turns, isAsked, isMoving }: PlotOfProps) {
  const { data, network, moving } = useModel(turns, 'linear', isMoving);
  return (
    <ModelPlot
      data={data}
      frame={frameIn(data)}
      name={FIT.plot(FIT.models.linear, data.rows.length)}
      network={network}
      moving={moving}
      beside={isAsked ? null : floorNetworkOf(data)}
      kind="linear"
      isMoving={isMoving}
    />
  );
}

function LinearNumbers({ turns, isAsked }: NumbersOfProps) {
  const { data, view } = useShown(turns, 'numbers');
  const { network, loss } = view.linear;
  return (
    <Numbers
      says={<PlainMath text={`${OUTPUT_SYMBOL} ≈ ${collapsedText(network, data.scalings !== null)}`} />}
      loss={shownNumber(loss)}
      distance={isAsked ? '' : distanceText(loss, toNumber(floorOf(data.rows).loss))}
    />
  );
}

export interface BentPanelProps extends LearningPanelProps {
  readonly name: string;
  readonly kind: ActivationKind;
}

export function BentPanel({ turns, isAsked, isMoving, cover, name, kind }: BentPanelProps) {
  const title = FIT.models.bent(name);
  return (
    <Panel
      title={title}
      kind="bent"
      numbers={<BentNumbers turns={turns} isAsked={isAsked} kind={kind} />}
      cover={cover}
    >
      <BentPlot turns={turns} isAsked={isAsked} isMoving={isMoving} title={title} />
    </Panel>
  );
}

function BentPlot({ turns, isAsked, isMoving, title }: PlotOfProps & { readonly title: string }) {
  const { data, network, moving } = useModel(turns, 'bent', isMoving);
  return (
    <ModelPlot
      data={data}
      frame={frameIn(data)}
      name={FIT.plot(title, data.rows.length)}
      network={network}
      moving={moving}
      beside={isAsked ? null : floorNetworkOf(data)}
      kind="bent"
      isMoving={isMoving}
    />
  );
}

function BentNumbers({ turns, isAsked, kind }: NumbersOfProps & { readonly kind: ActivationKind }) {
  const { data, view } = useShown(turns, 'numbers');
  const { network, loss } = view.bent;
  return (
    <Numbers
      says={<Creases data={data} network={network} kind={kind} />}
      loss={shownNumber(loss)}
      distance={isAsked ? '' : distanceText(loss, toNumber(floorOf(data.rows).loss))}
    />
  );
}

interface CreasesProps {
  readonly data: FitData;
  readonly network: Network<number>;
  readonly kind: ActivationKind;
}

/** Where it bends, in words. */
function Creases({ data, network, kind }: CreasesProps): ReactNode {
  if (data.inputs.length > 2) return FIT.creases.unseen;
  if (cornersOf(kind) === null) return FIT.creases.smooth;
  const frame = frameIn(data);
  if (data.inputs.length === 2) {
    const count = rectangleFacets(network, frame)?.creases.length ?? 0;
    return count === 0 ? FIT.creases.none : FIT.creases.count(count);
  }
  const line = bentLine(network, frame.x.min, frame.x.max);
  if (line.creases.length === 0) return FIT.creases.none;
  return (
    <>
      {FIT.creases.at(line.creases.length)} <CreaseList network={network} line={line} />
    </>
  );
}

const frameIn = memoize(frameOf);

const floorNetworkOf = memoize(({ inputs, rows }: FitData): Network<number> =>
  mapNumbers(directNetwork(inputs, floorOf(rows)), toNumber),
);

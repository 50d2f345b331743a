/** The three models: what each makes of the points, as a drawing, as a formula, and as a loss. */
import { useMemo, type ReactNode } from 'react';
import { cornersOf } from '../../activation/pieces.ts';
import type { ActivationKind } from '../../activation/activation.ts';
import type { Rational } from '../../number/rational.ts';
import type { Network } from '../../model/network.ts';
import type { Floor } from '../../train/least-squares.ts';
import type { ModelView } from '../../train/pair.ts';
import { PlainMath } from '../../equation/plain-math.tsx';
import { OUTPUT_SYMBOL } from '../../words/names.ts';
import { readableText } from '../../words/number.ts';
import { FIT } from '../../words/chapter/what-the-crease-buys-words.ts';
import { bentLine } from './bent-line.ts';
import type { FloorGuess } from './fit-figure.tsx';
import { CreaseList, ModelPlot } from './model-plot.tsx';
import { collapsedText, distanceText, modelText, shownNumber } from '../../words/chapter/training-numbers.ts';
import type { PlotFrame } from './plot-frame.ts';
import { Predict, guessSentence } from './predict.tsx';
import type { FitData } from './fit-data.ts';
import { rectangleFacets } from './value-shading.tsx';

interface Shared {
  readonly data: FitData;
  readonly frame: PlotFrame;
  /** Null: not to be told yet. */
  readonly floorLoss: number | null;
}

interface PanelProps {
  readonly title: string;
  readonly kind: 'floor' | 'linear' | 'bent';
  readonly children: ReactNode;
  readonly says: ReactNode;
  readonly loss: string;
  readonly distance: ReactNode;
  readonly after?: ReactNode;
}

function Panel({ title, kind, children, says, loss, distance, after }: PanelProps) {
  return (
    <section className="fit-model" data-kind={kind}>
      <h3>{title}</h3>
      {children}
      <p className="fit-loss">
        <span>{FIT.loss}</span> <b>{loss}</b> <span>{distance}</span>
      </p>
      <p className="fit-says">{says}</p>
      {after}
    </section>
  );
}

export interface FloorPanelProps extends Shared {
  readonly network: Network<number>;
  readonly floor: Floor;
  readonly isAsked: boolean;
  readonly guess: FloorGuess;
  readonly startLoss: number;
  readonly onGuess: (guess: FloorGuess) => void;
}

export function FloorPanel({
  data,
  frame,
  floorLoss,
  network,
  floor,
  isAsked,
  guess,
  startLoss,
  onGuess,
}: FloorPanelProps) {
  const name = FIT.plot(FIT.models.floor, data.rows.length);
  const formula = (
    <PlainMath
      text={`${OUTPUT_SYMBOL} ≈ ${modelText(data.inputs, floor.coef, floor.intercept, data.scalings !== null)}`}
    />
  );
  return (
    <Panel
      title={FIT.models.floor}
      kind="floor"
      says={isAsked ? '' : formula}
      loss={floorLoss === null ? '?' : shownNumber(floorLoss)}
      distance={floorLoss === null ? '' : <FloorName loss={floor.loss} />}
      after={
        guess.kind === 'guessed' && floorLoss !== null ? (
          <p className="fit-guess" role="status">
            {guessSentence(guess.value, floorLoss)}
          </p>
        ) : null
      }
    >
      {isAsked ? (
        <Predict
          loss={startLoss}
          onGuess={(value) => onGuess({ kind: 'guessed', value })}
          onSkip={() => onGuess({ kind: 'skipped' })}
        />
      ) : (
        <ModelPlot data={data} frame={frame} name={name} network={network} kind="floor" />
      )}
    </Panel>
  );
}

/** With the loss as it is exactly, where it can be read. */
function FloorName({ loss }: { readonly loss: Rational }): ReactNode {
  const exact = readableText(loss);
  return exact?.includes('/') ? FIT.theFloorExactly(exact) : FIT.theFloor;
}

export interface LearningPanelProps extends Shared {
  readonly model: ModelView;
  /** The same as a reader has time to read it. */
  readonly read: ModelView;
  readonly beside: Network<number> | null;
}

export function LinearPanel({ data, frame, floorLoss, model, read, beside }: LearningPanelProps) {
  return (
    <Panel
      title={FIT.models.linear}
      kind="linear"
      says={<PlainMath text={`${OUTPUT_SYMBOL} ≈ ${collapsedText(read.network, data.scalings !== null)}`} />}
      loss={shownNumber(read.loss)}
      distance={floorLoss === null ? '' : distanceText(read.loss, floorLoss)}
    >
      <ModelPlot
        data={data}
        frame={frame}
        name={FIT.plot(FIT.models.linear, data.rows.length)}
        network={model.network}
        beside={beside}
        kind="linear"
      />
    </Panel>
  );
}

export interface BentPanelProps extends LearningPanelProps {
  readonly name: string;
  readonly kind: ActivationKind;
}

export function BentPanel({ data, frame, floorLoss, model, read, beside, name, kind }: BentPanelProps) {
  const { network } = model;
  const title = FIT.models.bent(name);
  const line = data.inputs.length === 1 ? bentLine(network, frame.x.min, frame.x.max) : null;
  const readLine = useMemo(
    () => (data.inputs.length === 1 ? bentLine(read.network, frame.x.min, frame.x.max) : null),
    [data, frame, read],
  );
  const facets = data.inputs.length === 2 ? rectangleFacets(network, frame) : null;
  const count = readLine ? readLine.creases.length : (facets?.creases.length ?? 0);
  const isSmooth = cornersOf(kind) === null;
  return (
    <Panel
      title={title}
      kind="bent"
      says={
        data.inputs.length > 2 ? (
          FIT.creases.unseen
        ) : isSmooth ? (
          FIT.creases.smooth
        ) : count === 0 ? (
          FIT.creases.none
        ) : readLine ? (
          <>
            {FIT.creases.at(count)} <CreaseList network={read.network} line={readLine} />
          </>
        ) : (
          FIT.creases.count(count)
        )
      }
      loss={shownNumber(read.loss)}
      distance={floorLoss === null ? '' : distanceText(read.loss, floorLoss)}
    >
      <ModelPlot
        data={data}
        frame={frame}
        name={FIT.plot(title, data.rows.length)}
        network={network}
        beside={beside}
        kind="bent"
        line={line}
        facets={facets}
      />
    </Panel>
  );
}

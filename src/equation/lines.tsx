/** The derivation as lines: one for each step, the newest last, each with what was done in a few words. */
import { createElement, memo } from 'react';
import { useKept, useLive, useWritten, writeText, type Live, useCrease } from '../live/live.ts';
import { redirectTouch } from '../controls/touch.ts';
import { useCover } from '../controls/use-cover.tsx';
import { useQuiet } from '../controls/use-quiet.ts';
import { LiveFormula } from './formula.tsx';
import { LineFrame } from './line-frame.tsx';
import { explanation, keysBehind, selectRows, type Row } from './rows.ts';
import { lineTex } from './tex.ts';
import { speakLine } from './speech.ts';
import { sameSteps } from './structure.ts';

export interface LinesProps {
  /** Lines up to this step are shown, 0 shows all. */
  readonly step: number;
}

export function Lines({ step }: LinesProps) {
  const rows = useKept(useLive(selectRows), sameSteps);
  return (
    <ol className="lines" onPointerDownCapture={redirectTouch}>
      {rows.map(({ number }, i) => (
        <RowView key={number} index={i} number={number} step={step} />
      ))}
    </ol>
  );
}

interface RowViewProps {
  readonly index: number;
  readonly number: number;
  readonly step: number;
}

const RowView = memo(function RowView({ index, number, step }: RowViewProps) {
  const row = useLive((known) => selectRows(known)[index], [index]);
  const note = useLive((known) => selectRows(known)[index]?.note, [index]);
  const relation = useCrease((known) => selectRows(known)[index]?.relation, [index]);
  const cover = useCover('line');
  const isWritten = relation !== 'none';
  return (
    <LineFrame
      first={index === 0}
      number={number}
      step={step}
      relation={relation}
      // What is written out gives nothing away.
      cover={index > 0 && cover}
      note={<Note text={note} />}
      after={isWritten && <RowCopy row={row} />}
    >
      {isWritten && (
        <LiveFormula
          written={row}
          texOf={rowTex}
          spokenOf={spokenRow}
          editable={row.get().line.kind === 'writeOut'}
          keysOf={keysBehind}
          explain={explanation}
        />
      )}
    </LineFrame>
  );
});

function rowTex({ sum, network }: Row): string {
  return lineTex(sum, network);
}

function spokenRow({ sum, network }: Row): string {
  return speakLine(sum, network);
}

function Note({ text }: { readonly text: Live<string> }) {
  const [now, ref] = useWritten(text, writeText);
  return <span ref={ref}>{now}</span>;
}

const loadCopyButton = async () => (await import('./copy-button.tsx')).CopyButton;

/** Asks for the line when it is copied. */
function RowCopy({ row }: { readonly row: Live<Row> }) {
  const button = useQuiet(loadCopyButton);
  return button && createElement(button, { write: ({ line }) => line(row.get().sum, row.get().network) });
}

/** Which points are learned: a set with a name, or the reader's own. */
import { Suspense, useState, type ReactNode } from 'react';
import { DATA_NAMES } from '../../train/data-sets.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import { OWN_DATA } from '#words/chapter/own-data-words.ts';
import { MOST_DRAWN, MOST_POINTS, dataOf, pointsOf, type FitData, type Rows } from './fit-data.ts';
import { PointsPanel, TablePanel } from './own-panels.ts';
import { NO_TABLE, dataOfTable, type TableDraft } from './table-draft.ts';

type Choice = FitData['name'];

const CHOICES: readonly Choice[] = [...DATA_NAMES, 'points', 'table'];

const NAMES = { ...FIT.data.names, ...OWN_DATA.names };
const ABOUT = { ...FIT.data.about, ...OWN_DATA.about };

export interface DataPartProps {
  readonly data: FitData;
  readonly isLive: boolean;
  readonly onData: (data: FitData) => void;
}

export function DataPart({ data, isLive, onData }: DataPartProps) {
  const [draft, setDraft] = useState(NO_TABLE);
  // A table is asked for before there is one: until then the others stay.
  const [isTable, setTable] = useState(false);
  // Points that were set by hand are there again when they are chosen again.
  const [own, setOwn] = useState<Rows | null>(null);
  const chosen: Choice = isTable ? 'table' : data.name;
  const take = (next: TableDraft) => {
    setDraft(next);
    const read = next.read && dataOfTable(next.read).data;
    if (read) onData(read);
  };
  const pick = (choice: Choice) => {
    setTable(choice === 'table');
    if (choice === 'table') take(draft);
    else onData(choice === 'points' ? pointsOf(own ?? startingPoints(data)) : dataOf(choice));
  };
  return (
    <>
      <div className="screen-only fit-data" inert={!isLive}>
        <Chooser chosen={chosen} onPick={pick} />
      </div>
      <p className="aside">
        {ABOUT[chosen]} <Drawn data={data} />
      </p>
      {chosen === 'points' && (
        <div className="screen-only plate fit-own">
          <Suspense>
            <PointsPanel
              rows={data.rows}
              onRows={(rows) => {
                setOwn(rows);
                onData(pointsOf(rows));
              }}
            />
          </Suspense>
        </div>
      )}
      {chosen === 'table' && (
        <div className="screen-only plate fit-own">
          <Suspense>
            <TablePanel draft={draft} data={data.name === 'table' ? data : null} onDraft={take} />
          </Suspense>
        </div>
      )}
    </>
  );
}

/** Where setting points by hand begins: with those that are there. */
function startingPoints({ inputs, rows }: FitData): Rows {
  return inputs.length === 1 && rows.length <= MOST_POINTS ? rows : dataOf('v').rows;
}

interface ChooserProps {
  readonly chosen: Choice;
  readonly onPick: (choice: Choice) => void;
}

function Chooser({ chosen, onPick }: ChooserProps) {
  return (
    <div className="screen-only flow" role="radiogroup" aria-label={FIT.data.label}>
      {CHOICES.map((choice) => (
        <label className="choice" key={choice}>
          <input
            type="radio"
            className="unseen"
            name="fit-data"
            checked={chosen === choice}
            onChange={() => onPick(choice)}
          />
          <span>{NAMES[choice]}</span>
        </label>
      ))}
    </div>
  );
}

/** What the plots can't show of the data. */
function Drawn({ data: { inputs, rows } }: { readonly data: FitData }): ReactNode {
  return (
    <>
      {inputs.length > 2 && `${OWN_DATA.table.many(inputs.length)} `}
      {rows.length > MOST_DRAWN && OWN_DATA.table.drawn(MOST_DRAWN, rows.length)}
    </>
  );
}

/** A table of the reader's own: pasted, dropped or opened, and which of its columns are taken. */
import { useId, useRef, useState, type DragEvent } from 'react';
import { TABLE_LIMITS, type KeptOut, type Table } from '../../train/table.ts';
import { OWN_DATA } from '#words/chapter/own-data-words.ts';
import { keptOutText, tableErrorText } from '#words/table-words.ts';
import type { FitData } from './fit-data.ts';
import {
  NO_TABLE,
  dataOfTable,
  draftOf,
  withInput,
  withOutput,
  type ReadTable,
  type TableDraft,
} from './table-draft.ts';
import { textOfFile } from './text-of-file.ts';
import '../own-data.css';

const words = OWN_DATA.table;

/** Said at once; the others when they are asked for, so many at most. */
const FIRST_LINES = 3;
const MOST_LINES = 100;

export interface TablePanelProps {
  readonly draft: TableDraft;
  /** What is trained on, where it is a table. */
  readonly data: FitData | null;
  readonly onDraft: (draft: TableDraft) => void;
}

export function TablePanel({ draft, data, onDraft }: TablePanelProps) {
  const { read } = draft;
  return (
    <div className="columns fit-own-grid">
      <Source draft={draft} onDraft={onDraft} />
      <div>
        <Report draft={draft} data={data} />
        {read && <Columns read={read} onChange={(next) => onDraft({ ...draft, read: next })} />}
      </div>
    </div>
  );
}

/** Where the table comes from. */
function Source({ draft, onDraft }: Pick<TablePanelProps, 'draft' | 'onDraft'>) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const open = async (file: File | undefined) => {
    if (!file) return;
    const text = await textOfFile(file);
    setUnreadable(text === null);
    if (text !== null) onDraft(draftOf(text, file.name));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData('text/plain');
    if (file) void open(file);
    else if (text !== '') onDraft(draftOf(text));
  };
  return (
    <div
      className="small fit-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label>
        <span>{isOver ? words.dropHere : words.paste}</span>
        <textarea
          className="field"
          rows={7}
          autoComplete="off"
          wrap="off"
          placeholder={words.placeholder}
          value={draft.text}
          // A paste may be millions of characters: it is read, and not shown.
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (draft.text !== '' || text === '') return;
            event.preventDefault();
            onDraft(draftOf(text));
          }}
          onChange={(event) => onDraft(draftOf(event.target.value))}
        />
      </label>
      <div className="screen-only flow">
        <button type="button" className="button is-small" onClick={() => picker.current?.click()}>
          {words.open}
        </button>
        {draft !== NO_TABLE && (
          <button type="button" className="button is-small" onClick={() => onDraft(NO_TABLE)}>
            {words.clear}
          </button>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/*"
          aria-label={words.open}
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <span>{words.drop}</span>
      </div>
      {isUnreadable && <p role="alert">{words.unreadable}</p>}
      <p>
        <strong>{words.private}</strong>
      </p>
    </div>
  );
}

/** What was read, and what was not. */
function Report({ draft: { read, error, file }, data }: Pick<TablePanelProps, 'draft' | 'data'>) {
  const result = read && dataOfTable(read);
  const count = result?.data?.rows.length ?? 0;
  return (
    <>
      <p role="status">
        {error && tableErrorText(error)}
        {!read && !error && data && words.fromLink(data.rows.length)}
        {file !== null && read && `${words.isFile(file)}: `}
        {result && (count > 0 ? <strong>{words.rows(count)}</strong> : words.noRows)}
        {result && `, ${result.keptOut.length > 0 ? words.leftOut(result.keptOut.length) : words.allRead}. `}
        {read?.table.hasMore && words.more(TABLE_LIMITS.rows)}
      </p>
      {read && result && result.keptOut.length > 0 && <LeftOut table={read.table} keptOut={result.keptOut} />}
    </>
  );
}

function LeftOut({ table, keptOut }: { readonly table: Table; readonly keptOut: readonly KeptOut[] }) {
  const lines = keptOut.slice(0, MOST_LINES).map((row) => <li key={row.line}>{keptOutText(row, table.names)}</li>);
  const uncounted = keptOut.length - lines.length;
  return (
    <div className="small">
      <ul>{lines.slice(0, FIRST_LINES)}</ul>
      {keptOut.length > FIRST_LINES && (
        <details>
          <summary>{words.otherLines(keptOut.length - FIRST_LINES)}</summary>
          <ul>
            {lines.slice(FIRST_LINES)}
            {uncounted > 0 && <li>{words.andMore(uncounted)}</li>}
          </ul>
        </details>
      )}
    </div>
  );
}

interface ColumnsProps {
  readonly read: ReadTable;
  readonly onChange: (read: ReadTable) => void;
}

function Columns({ read, onChange }: ColumnsProps) {
  const id = useId();
  const { table, inputs, output, isScaled } = read;
  const name = (column: number) => table.names[column] ?? words.column(column + 1);
  const isFull = inputs.length === TABLE_LIMITS.inputs;
  return (
    <div className="stack">
      <fieldset>
        <legend>
          {words.inputs} <small>{words.mostInputs(TABLE_LIMITS.inputs)}</small>
        </legend>
        <div className="flow fit-columns-list">
          {table.names.map((_, column) => {
            const isTaken = inputs.includes(column);
            const isFixed = column === output || (isTaken ? inputs.length === 1 : isFull);
            return (
              <label className="screen-only check" key={column}>
                <input
                  type="checkbox"
                  checked={isTaken}
                  disabled={isFixed}
                  onChange={() => onChange(withInput(read, column, !isTaken))}
                />
                {name(column)}
              </label>
            );
          })}
        </div>
      </fieldset>
      <label className="flow small">
        {words.output}
        <select
          className="field"
          value={output}
          onChange={(event) => onChange(withOutput(read, Number(event.target.value)))}
        >
          {table.names.map((_, column) => (
            <option key={column} value={column}>
              {name(column)}
            </option>
          ))}
        </select>
      </label>
      <label className="screen-only check">
        <input
          type="checkbox"
          checked={isScaled}
          aria-describedby={id}
          onChange={() => onChange({ ...read, isScaled: !isScaled })}
        />
        {words.scale}
      </label>
      <p id={id}>{words.scaleWhy}</p>
    </div>
  );
}

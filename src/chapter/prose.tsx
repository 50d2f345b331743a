/**
 * One paragraph's text, with what stands in it: `{name}` is a slot for a live number or a control, `[weights|weight]` a
 * word of the glossary, `$z$` a symbol, `*word*` and `**word**` stress. The texts are data (`#words/chapter`), so that
 * they can be translated; which slots a text has is part of its type.
 */
import { Fragment, type ReactNode } from 'react';
import { GLOSSARY, type GlossaryId } from '#words/chapter/glossary.ts';
import { SYMBOLS, type SymbolName } from '#words/chapter/symbols.ts';
import { PlainMath } from '../equation/plain-math.tsx';
import { StaticFormula } from '../equation/static-formula.tsx';
import { Term } from './term.tsx';

/** The names between braces in a text. */
export type SlotName<T extends string> = string extends T
  ? string
  : T extends `${string}{${infer Name}}${infer Rest}`
    ? Name | SlotName<Rest>
    : never;

export type ProseProps<T extends string> = { readonly text: T } & (SlotName<T> extends never
  ? { readonly slots?: undefined }
  : { readonly slots: Readonly<Record<SlotName<T>, ReactNode>> });

const MARKS = /(\*\*[^*]+\*\*|\*[^*]+\*|\{\w+\}|\[[^\]|]+\|\w+\]|\$\w+\$)/;

export function Prose<T extends string>({ text, slots }: ProseProps<T>): ReactNode {
  return <Marked text={text} slots={slots ?? {}} />;
}

function Marked({ text, slots }: { readonly text: string; readonly slots: Readonly<Record<string, ReactNode>> }) {
  return text
    .split(MARKS)
    .map((part, i) => (
      <Fragment key={i}>{i % 2 === 0 ? <PlainMath text={part} /> : <Mark mark={part} slots={slots} />}</Fragment>
    ));
}

function Mark({ mark, slots }: { readonly mark: string; readonly slots: Readonly<Record<string, ReactNode>> }) {
  if (mark.startsWith('**')) {
    return (
      <strong>
        <Marked text={mark.slice(2, -2)} slots={slots} />
      </strong>
    );
  }
  const inside = mark.slice(1, -1);
  if (mark.startsWith('*')) {
    return (
      <em>
        <Marked text={inside} slots={slots} />
      </em>
    );
  }
  if (mark.startsWith('{')) return slots[inside];
  if (mark.startsWith('$')) {
    const { tex, spoken } = SYMBOLS[symbolName(inside)];
    return <StaticFormula tex={tex} spoken={spoken} />;
  }
  const [shown = '', id = ''] = inside.split('|');
  return <Term id={glossaryId(id)}>{shown}</Term>;
}

function symbolName(name: string): SymbolName {
  if (!(name in SYMBOLS)) throw new RangeError(`no symbol ${name}`);
  return name as SymbolName;
}

function glossaryId(id: string): GlossaryId {
  if (!(id in GLOSSARY)) throw new RangeError(`no entry ${id} in the glossary`);
  return id as GlossaryId;
}

/** A paragraph. */
export function P<T extends string>({ text, slots }: ProseProps<T>): ReactNode {
  return (
    <p>
      <Marked text={text} slots={slots ?? {}} />
    </p>
  );
}

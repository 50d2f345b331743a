/** The view that a sheet is looked at with. The sheet of the stage keeps it in step with its part of the link. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useCrease } from '../live/live.ts';
import { useKnowledge } from '../live/use-store.ts';
import { useLinkPart } from '../live/use-link-part.ts';
import { sheetLinkSentence } from '#words/sheet-link-words.ts';
import { USUAL_VIEW, decodeSheet, encodeSheet, type SheetView } from './sheet-view.ts';

interface ViewHolder {
  readonly view: SheetView;
  readonly change: (change: (before: SheetView) => SheetView) => void;
}

const ViewContext = createContext<ViewHolder | null>(null);

/** What the reader has set of the sheet around. Throws outside of one: that would be a bug. */
export function useSheetView(): ViewHolder {
  const holder = useContext(ViewContext);
  if (!holder) throw new Error('a view without a sheet');
  return holder;
}

export function OwnView({ children }: { readonly children: ReactNode }) {
  const [view, change] = useState(USUAL_VIEW);
  const holder = useMemo(() => ({ view, change }), [view]);
  return <ViewContext.Provider value={holder}>{children}</ViewContext.Provider>;
}

export function LinkedView({ children }: { readonly children: ReactNode }) {
  const inputs = useCrease((known) => known.inputs.length, []);
  const known = useKnowledge();
  const [view, change] = useState(USUAL_VIEW);
  /** Nothing is written before the link has been read. */
  const [isRead, setRead] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = (text: string) => {
    const read = text === '' ? null : decodeSheet(text, known.inputs.length);
    setProblem(read && !read.ok ? sheetLinkSentence(read.error) : null);
    change(read?.ok ? read.value : USUAL_VIEW);
    setRead(true);
  };
  const { opened, write } = useLinkPart('sheet', open);
  // The HTML has the usual view: it is not another one before that has come alive.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => open(opened), []);
  const text = encodeSheet(view, inputs);
  useEffect(() => {
    if (isRead) write(text);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isRead, text]);
  const holder = useMemo(() => ({ view, change }), [view]);
  return (
    <ViewContext.Provider value={holder}>
      {children}
      {problem !== null && (
        <p className="surface small sheet-problem" role="alert">
          {problem}
        </p>
      )}
    </ViewContext.Provider>
  );
}

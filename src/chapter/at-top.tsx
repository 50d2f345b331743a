/**
 * A button that acts on the network at the top, out of sight: it says what it did where it stands, leads there and back
 * again, and takes it back.
 */
import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import type { Document } from '../state/document.ts';
import type { Edit } from '../state/edit.ts';
import type { CreaseStore } from '../state/store.ts';
import { isSwitchedOn } from '../state/view.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { Icon } from '../controls/icon.tsx';
import { AT_TOP } from '#words/chapter/article.ts';

/** The element that holds the network at the top. */
export const STAGE_ID = 'network';

const StageStore = createContext<CreaseStore | null>(null);

/** Around the whole article: what is in it knows the stage, also inside of a standing example. */
export function WithStage({ children }: { readonly children: ReactNode }) {
  return <StageStore.Provider value={useCreaseStore()}>{children}</StageStore.Provider>;
}

function useStageStore(): CreaseStore {
  const store = useContext(StageStore);
  if (!store) throw new Error('this part stands outside of the article');
  return store;
}

/** Is the class to find out what is asked? */
export function useAreHidden(): boolean {
  return useStore(useStageStore(), ({ figures }) => isSwitchedOn(figures, 'hidden'));
}

export interface AtTopProps {
  /** Null: there is nothing to do just now. */
  readonly edit: Edit | null;
  /** What the network at the top is once that is done, as a sentence. */
  readonly done: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function AtTop({ edit, done, className = '', children }: AtTopProps) {
  const store = useStageStore();
  const button = useRef<HTMLButtonElement>(null);
  const [made, setMade] = useState<{ readonly document: Document; readonly done: string } | null>(null);
  const [isAway, setAway] = useState(false);
  // True as long as nothing else has been done since.
  const isThere = useStore(store, ({ history }) => made !== null && history.present === made.document);
  const act = () => {
    if (!edit) return;
    const before = store.getState().history.present;
    store.getState().actions.edit(edit);
    const after = store.getState().history.present;
    if (after !== before) setMade({ document: after, done });
  };
  const back = () => {
    setAway(false);
    button.current?.scrollIntoView({ block: 'center' });
    button.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`button ${className}`}
        aria-disabled={edit === null || undefined}
        onClick={act}
      >
        {children}
      </button>
      <span className="screen-only flow aside at-top" data-shown={isThere || undefined}>
        <span role="status">{isThere ? made?.done : ''}</span>
        {isThere && (
          <>
            <button
              type="button"
              onClick={() => {
                document.getElementById(STAGE_ID)?.scrollIntoView();
                setAway(true);
              }}
            >
              {AT_TOP.see}
            </button>
            <button
              type="button"
              onClick={() => {
                store.getState().actions.undo();
                button.current?.focus();
              }}
            >
              {AT_TOP.undo}
            </button>
          </>
        )}
      </span>
      {isAway && <Back from={button} onBack={back} onSeen={() => setAway(false)} />}
    </>
  );
}

interface BackProps {
  /** Where the reader was. */
  readonly from: RefObject<HTMLElement | null>;
  readonly onBack: () => void;
  /** The reader has come back alone. */
  readonly onSeen: () => void;
}

/** Stays in view while the reader is away. It takes the focus: one key leads back. */
function Back({ from, onBack, onSeen }: BackProps) {
  const button = useRef<HTMLButtonElement>(null);
  const seen = useEffectEvent(onSeen);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    let hasLeft = false;
    // A browser that is busy tells of several changes at once, in their order.
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting } of entries) {
        if (isIntersecting && hasLeft) seen();
        hasLeft ||= !isIntersecting;
      }
    });
    if (from.current) observer.observe(from.current);
    return () => observer.disconnect();
  }, [from]);
  // In the article it would be held by the section that it comes from.
  return createPortal(
    <button ref={button} type="button" className="screen-only button is-strong floating back-to-story" onClick={onBack}>
      <Icon name="down" size={16} /> {AT_TOP.back}
    </button>,
    document.body,
  );
}

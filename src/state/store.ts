/**
 * The one store. Document and history in one slice (what the reader makes), where the reader is looking in the other.
 * `createCreaseStore` is a factory: the stage has one, a standing example in the chapter has its own.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Network, NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import type { Shared } from './codec.ts';
import type { LinkError } from './link-fault.ts';
import { equalDocument, type Document } from './document.ts';
import { applyEdit, type Edit } from './edit.ts';
import * as History from './history.ts';

/**
 * What the reader points at or has focused, as keys of weights, biases, nodes and inputs (see `highlight.ts`).
 * Everything whose own keys contain these, or are contained in them, lights up.
 */
export type Highlight = ReadonlySet<string>;

export interface CreaseState {
  readonly history: History.History<Document, Edit>;
  /** What was loaded last before the history begins. */
  readonly origin: Document;
  /** Step of the derivation from 1; 0 shows the whole of it beside the whole network. */
  readonly step: number;
  /** How far the network is folded: at rest the step, between two steps the way from one to the next, which is `step`. */
  readonly progress: number;
  /** The fold goes on by itself, until this is taken back. */
  readonly isPlaying: boolean;
  /** The node whose weights the desk and the chips show when there is no room for all; null: the first hidden one. */
  readonly selected: NodeAt | null;
  readonly highlight: Highlight | null;
  /** The piece that is pointed at in a list, as the patterns of its cells: the sheet lights it. */
  readonly pointedPiece: ReadonlySet<string> | null;
  /** Key of the weight or bias that is being edited right now: it stays written in the equations even when it is 0. */
  readonly active: string | null;
  /** What figures have put into the link: see `Shared`. They set it themselves. */
  readonly figures: string | undefined;
  /** The last link that could not be read, until another network is opened or the reader has put it away. */
  readonly brokenLink: LinkError | null;
  readonly actions: Actions;
}

export interface Actions {
  /** Applies an edit; a step of its own unless a gesture is open. */
  edit(edit: Edit): void;
  /** Opens a gesture: all edits until `commit` are one step of the history. */
  begin(): void;
  commit(): void;
  /** Ends the gesture and takes back what it did. */
  cancel(): void;
  undo(): void;
  redo(): void;
  setStep(step: number): void;
  /** From 0 to the number of steps. */
  fold(progress: number, isPlaying: boolean): void;
  select(at: NodeAt | null): void;
  highlight(keys: Highlight | null): void;
  /** Takes a highlight back, unless another one has come since. */
  dim(keys: Highlight): void;
  pointAtPiece(cells: ReadonlySet<string> | null): void;
  setActive(key: string | null): void;
  reportBroken(link: LinkError | null): void;
}

export type CreaseStore = StoreApi<CreaseState>;

/** A store of its own with nothing to undo, at the document and step of `initial`. Knows no address: see `address.ts`. */
export function createCreaseStore(initial: Shared): CreaseStore {
  return createStore<CreaseState>((set) => {
    const history = (change: (history: CreaseState['history']) => CreaseState['history']) =>
      set((state) => {
        const next = change(state.history);
        return next === state.history
          ? state
          : { history: next, ...afterForgetting(state, next), ...afterShapeChange(state, next.present) };
      });
    const reportBroken = (brokenLink: LinkError | null) =>
      set((state) => (state.brokenLink === brokenLink ? state : { brokenLink }));
    return {
      history: History.startHistory(initial.document),
      origin: initial.document,
      step: initial.step,
      figures: initial.figures,
      progress: initial.step,
      isPlaying: false,
      selected: null,
      highlight: null,
      pointedPiece: null,
      active: null,
      brokenLink: null,
      actions: {
        edit: (edit) => {
          history((h) => History.change(h, orStart(h, applyEdit(h.present, edit)), edit));
          if (edit.kind === 'load') reportBroken(null);
        },
        begin: () => history(History.begin),
        commit: () => history(History.commit),
        cancel: () => history(History.cancel),
        undo: () => history(History.undo),
        redo: () => history(History.redo),
        setStep: (step) => set({ step, progress: step, isPlaying: false }),
        fold: (progress, isPlaying) => set({ step: Math.ceil(progress), progress, isPlaying }),
        select: (selected) => set({ selected }),
        highlight: (highlight) => set((state) => (state.highlight === highlight ? state : { highlight })),
        dim: (keys) => set((state) => (state.highlight === keys ? { highlight: null } : state)),
        pointAtPiece: (pointedPiece) =>
          set((state) => (state.pointedPiece === pointedPiece ? state : { pointedPiece })),
        reportBroken,
        setActive: (active) => set((state) => (state.active === active ? state : { active })),
      },
    };
  });
}

/** A gesture that comes back to where it began has changed nothing: it leaves no step. */
function orStart({ gesture }: CreaseState['history'], next: Document): Document {
  return gesture && equalDocument(gesture.from, next) ? gesture.from : next;
}

/** The history is no longer than its limit: its oldest step may go. */
function afterForgetting({ history }: CreaseState, next: CreaseState['history']): Partial<CreaseState> {
  const [oldest] = history.past;
  const kept = next.past.length === 0 || next.past[0] === oldest;
  return !kept && oldest?.label.kind === 'load' ? { origin: oldest.label.document } : {};
}

/** Addresses held by the view may have lost what they spoke of. */
function afterShapeChange(state: CreaseState, present: Document): Partial<CreaseState> {
  const { network } = present;
  const gone = state.selected && !network.layers[state.selected.layer]?.[state.selected.node];
  const sameShape = sameWidths(network, state.history.present.network);
  return {
    ...(gone ? { selected: null } : {}),
    ...(sameShape ? {} : { highlight: null, pointedPiece: null, active: null }),
  };
}

/** As many inputs and layers, each as wide. */
export function sameWidths(p: Network<Rational>, q: Network<Rational>): boolean {
  return (
    p === q ||
    (p.inputs.length === q.inputs.length &&
      p.layers.length === q.layers.length &&
      p.layers.every((layer, l) => layer.length === q.layers[l]?.length))
  );
}

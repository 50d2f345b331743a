/**
 * The training as the page sees it: what is chosen, what is shown, and whether it moves. At most one request is under way,
 * and the next one waits for a frame of the screen: where no frame comes (the tab is in the background), training rests.
 *
 * Whatever is changed while it plays, data or shape or rate, training begins anew from the same seed, and plays on. A
 * worker that fails leaves what is shown; the next one comes back to that step by itself.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { pairOf, viewOf, type PairView } from '../../train/pair.ts';
import type { Port } from '../../state/worker-run.ts';
import type { FitReply, FitRequest } from './fit-protocol.ts';
import { pairSetupOf, type FitSetup } from './fit-setup.ts';

export interface FitState {
  readonly setup: FitSetup;
  /** Its losses end at the furthest step that has been reached. */
  readonly view: PairView;
  readonly motion: Motion;
  /** Steps a frame. */
  readonly speed: number;
  readonly hasFailed: boolean;
  readonly actions: FitActions;
}

export type Motion =
  | { readonly kind: 'rest' }
  /** On and on. */
  | { readonly kind: 'play' }
  | { readonly kind: 'go'; readonly step: number };

export interface FitActions {
  play(): void;
  pause(): void;
  /** Any step, before or after the one that is shown. */
  goTo(step: number): void;
  change(change: Partial<FitSetup>): void;
  /** Another training altogether, at a step of it. */
  open(setup: FitSetup, step: number): void;
  setSpeed(speed: number): void;
  /** Ends the worker. */
  close(): void;
}

export type FitStore = StoreApi<FitState>;

export interface FitHost {
  /** A new worker; `hear` gets its replies, `fail` is called when it can't go on. */
  readonly open: (hear: (reply: FitReply) => void, fail: () => void) => Port<FitRequest>;
  /** Calls in the next frame. */
  readonly nextFrame: (call: () => void) => void;
}

/** A worker that is asked for longer could not be drawn between. */
const MS = 10;
/** Play ends there. */
export const MOST_STEPS = 1_000_000;

const REST: Motion = { kind: 'rest' };

/** Before the first step of `setup`, or at a step that is to be shown at once. */
export function createFitStore(setup: FitSetup, { open, nextFrame }: FitHost, first = startOf(setup)): FitStore {
  return createStore<FitState>((set, get) => {
    let port: Port<FitRequest> | null = null;
    /** What the worker has been told to train. */
    let told: FitSetup | null = null;
    /** The newest request: the reply to an older one is about something else. */
    let newest = 0;
    /** The step that was asked for and has not been answered. */
    let asked: number | null = null;
    let isDue = false;

    const goal = (): number | null => {
      const { motion, view, speed } = get();
      if (motion.kind === 'rest') return null;
      return motion.kind === 'go' ? motion.step : Math.min(MOST_STEPS, view.step + speed);
    };
    const ask = () => {
      const step = goal();
      if (asked !== null || step === null) return;
      port ??= openPort();
      const { setup: wanted } = get();
      asked = step;
      port.post({ id: ++newest, setup: wanted === told ? null : pairSetupOf(wanted), step, ms: MS });
      told = wanted;
    };
    const askNextFrame = () => {
      if (isDue) return;
      isDue = true;
      nextFrame(() => {
        isDue = false;
        ask();
      });
    };
    const hear = ({ id, view, arrived }: FitReply) => {
      if (id !== newest) return;
      const step = asked;
      asked = null;
      const { setup: wanted, motion } = get();
      // It has been changed meanwhile.
      if (wanted !== told) return ask();
      const isOver =
        motion.kind === 'play'
          ? (view.diverged !== null && arrived) || view.step >= MOST_STEPS
          : motion.kind === 'rest' || (arrived && motion.step === step);
      set({ view, motion: isOver ? REST : motion });
      if (!isOver) askNextFrame();
    };
    const closePort = () => {
      port?.close();
      port = null;
      told = null;
      asked = null;
      newest++;
    };
    const openPort = () => {
      const opened = open(hear, () => {
        if (port !== opened) return;
        closePort();
        set({ motion: REST, hasFailed: true });
      });
      return opened;
    };
    const move = (motion: Motion) => {
      set({ motion, hasFailed: false });
      ask();
    };

    return {
      setup,
      view: first,
      motion: REST,
      speed: 1,
      hasFailed: false,
      actions: {
        play: () => move({ kind: 'play' }),
        pause: () => set({ motion: REST }),
        goTo: (step) => move({ kind: 'go', step: Math.max(0, Math.min(MOST_STEPS, step)) }),
        change: (change) => {
          const { setup: before, motion } = get();
          const next = { ...before, ...change };
          set({ setup: next, view: startOf(next), motion: motion.kind === 'play' ? motion : REST, hasFailed: false });
          ask();
        },
        open: (next, step) => {
          set({ setup: next, view: startOf(next), motion: REST, hasFailed: false });
          if (step > 0) move({ kind: 'go', step: Math.min(MOST_STEPS, step) });
        },
        setSpeed: (speed) => set({ speed }),
        close: closePort,
      },
    };
  });
}

/** Before the first step: as quick as a change has to be. */
function startOf(setup: FitSetup): PairView {
  return viewOf(pairOf(pairSetupOf(setup)));
}

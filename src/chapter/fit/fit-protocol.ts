/** What the page and the worker that trains say to each other: each request has one reply, in order. */
import type { PairSetup, PairView } from '../../train/pair.ts';

export interface FitRequest {
  readonly id: number;
  /** To begin with; null: go on with the pair that there is. */
  readonly setup: PairSetup | null;
  /** The step to go to, on or back. */
  readonly step: number;
  /** So long at most, ms: what is left is asked for again. */
  readonly ms: number;
}

export interface FitReply {
  /** Of the request. */
  readonly id: number;
  readonly view: PairView;
  /** Is it where it was asked to go, or as far as that can be? */
  readonly arrived: boolean;
}

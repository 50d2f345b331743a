/** What the page and the worker that simplifies say to each other. Everything is plain data. */
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import type { Simplified } from './simplifier.ts';

/** What takes longer is stopped. */
export const MOST_SECONDS = 20;

/** The worker computes in one go: a run is ended by closing it. */
export interface SimplifierRequest {
  readonly run: number;
  readonly network: Network<Rational>;
  readonly domain: Domain;
}

export type SimplifierReply =
  /** `looks`: so many cells were looked at, some more than once. */
  | { readonly kind: 'progress'; readonly run: number; readonly looks: number }
  /** `stopped` is out of time. */
  | { readonly kind: 'done'; readonly run: number; readonly answer: Simplified }
  /** What the page says for a worker that was closed, or that has failed. */
  | { readonly kind: 'cancelled' | 'failed'; readonly run: number };

/** What the page and the worker that enumerates pieces say to each other. Everything is plain data. */
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Network } from '../model/network.ts';
import type { Analysis } from './analysis.ts';
import type { Decision } from './decision.ts';

export type AnalysisRequest =
  /** A newer run ends the one before it. */
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly network: Network<Rational>;
      /** The inputs that the reader has chosen to look at, beside all inputs. */
      readonly chosen: Domain;
    }
  | { readonly kind: 'cancel'; readonly run: number };

export type AnalysisReply =
  | { readonly kind: 'progress'; readonly run: number; readonly cells: number }
  | { readonly kind: 'done'; readonly run: number; readonly answer: Answer }
  | { readonly kind: 'cancelled'; readonly run: number; readonly cells: number };

export interface Answer {
  /** Null for networks with smooth nodes: they have no pieces. */
  readonly analysis: Analysis | null;
  readonly all: Decision;
  readonly chosen: Decision;
}

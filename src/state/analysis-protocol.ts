/** What the page and the worker that enumerates pieces say to each other. Everything is plain data. */
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import type { Analysis, AnalysisProgress } from '../facts/analysis.ts';
import type { Decision } from '../facts/decision.ts';

export interface AnalysisQuestion {
  readonly network: Network<Rational>;
  /** The inputs that the reader has chosen to look at, beside all inputs. */
  readonly chosen: Domain;
}

export type AnalysisRequest =
  /** A newer run ends the one before it. */
  | ({ readonly kind: 'start'; readonly run: number } & AnalysisQuestion)
  | { readonly kind: 'cancel'; readonly run: number };

export type AnalysisReply =
  | ({ readonly kind: 'progress'; readonly run: number } & AnalysisProgress)
  /** The pieces. The verdicts are still to come: after this the worker hears nothing until they are there. */
  | { readonly kind: 'found'; readonly run: number; readonly analysis: Analysis | null }
  | { readonly kind: 'done'; readonly run: number; readonly verdicts: Verdicts }
  /** Of a worker that has failed the page says so itself. */
  | { readonly kind: 'cancelled' | 'failed'; readonly run: number };

export interface Verdicts {
  readonly all: Decision;
  readonly chosen: Decision;
}

/** After this reply the worker computes in one go: it hears no request before its next reply. */
export function isDeafAfter(reply: AnalysisReply): boolean {
  return reply.kind === 'found' || (reply.kind === 'progress' && reply.stage === 'joining');
}

/**
 * The analysis command's answers as JSON: names, meaning and order are those of tests/vectors/README.md, numbers are text
 * (`p/q`, or `~` and 20 digits). `null`: does not apply, or is too long.
 */
import type { Activation, SmoothKind } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';
import { knownConstant, type Signal } from './atoms.ts';
import type { Affine } from './affine.ts';
import { certifiedText } from '../number/decimal-text.ts';
import { rational, toFractionText, type Rational } from '../number/rational.ts';

export interface Answers {
  readonly evaluate: readonly EvaluateAnswer[];
  readonly collapse: CollapseAnswer | null;
  readonly affine: AffineAnswer;
  /** Only where the domain is all of R^n. */
  readonly affine_nonneg?: AffineAnswer;
  readonly crease_count: number | null;
  readonly regions: RegionsAnswer | null;
  readonly neurons: readonly (readonly NeuronAnswer[])[] | null;
  readonly kinks: readonly (readonly KinkAnswer[])[];
  readonly simplest: SimplestAnswer | null;
}

export interface EvaluateAnswer {
  readonly x: readonly string[];
  readonly z: readonly (readonly string[])[];
  readonly a: readonly (readonly string[])[];
  readonly y: string;
}

export interface FormAnswer {
  readonly coef: readonly string[];
  readonly intercept: string;
  /** Where the intercept is not known to be rational: what it is the sum of. */
  readonly intercept_terms?: readonly InterceptTerm[];
}

export type InterceptTerm =
  { readonly rational: string } | { readonly times: string; readonly atom: string; readonly at: string };

export interface CollapseAnswer {
  readonly form: FormAnswer;
  readonly neurons: readonly (readonly FormAnswer[])[];
}

export interface AffineAnswer {
  readonly verdict: 'affine' | 'not-affine' | 'undecided';
  readonly method: string;
  readonly must_decide: boolean;
  readonly form: FormAnswer | null;
  readonly witness: WitnessAnswer | null;
}

export interface WitnessAnswer {
  readonly p: readonly string[];
  readonly q: readonly string[];
  readonly mid: readonly string[];
  readonly f_p: string;
  readonly f_q: string;
  readonly f_mid: string;
  readonly defect: string;
}

export interface RegionsAnswer {
  readonly cell_count: number;
  readonly form_count: number;
  readonly region_count: number;
  readonly cells: readonly CellAnswer[] | null;
  readonly crease_facets: readonly CreaseFacetAnswer[] | null;
}

export interface CellAnswer {
  readonly pattern: string;
  readonly on_kink: readonly (readonly [number, number])[];
  readonly coef: readonly string[];
  readonly intercept: string;
  readonly region: number;
  readonly point: readonly string[];
  readonly facets: readonly string[];
  readonly vertices?: readonly (readonly string[])[];
  readonly measure?: string;
}

export interface CreaseFacetAnswer {
  readonly row: readonly string[];
  readonly below: number;
  readonly above: number;
  readonly jump: string;
}

export interface NeuronAnswer {
  readonly z_min: string | null;
  readonly z_max: string | null;
  readonly status: string;
  readonly constant: boolean;
  readonly constant_on_kink: boolean;
  readonly reaches_output: boolean;
  readonly folds_to: readonly number[];
}

export type KinkAnswer =
  | {
      readonly kind: 'kink';
      readonly row: readonly string[];
      readonly members: readonly { readonly neuron: number; readonly kink: number; readonly scale: string }[];
      readonly jump: readonly string[];
      readonly cancels: boolean;
      readonly cuts_interior?: boolean;
    }
  | {
      readonly kind: SmoothKind;
      readonly row: readonly string[];
      readonly members: readonly { readonly neuron: number; readonly factor: string }[];
      readonly coefficient: readonly string[];
      readonly cancels: boolean;
    };

/** The simplest equal network over the domain, and what became of each node of the original. */
export interface SimplestAnswer {
  readonly network: NetworkAnswer;
  readonly bent_nodes: number;
  readonly creases: number | null;
  readonly minimal: boolean;
  /** The linear part beside the bent nodes, where there is one hidden layer or none. */
  readonly direct: FormAnswer | null;
  readonly nodes: readonly (readonly NodeFateAnswer[])[];
}

/** A network as questions have it. */
export interface NetworkAnswer {
  readonly inputs: readonly string[];
  readonly layers: readonly { readonly neurons: readonly NeuronJson[] }[];
}

export interface NeuronJson {
  readonly weights: readonly string[];
  readonly bias: string;
  readonly activation: string;
  readonly alpha?: string;
}

export interface NodeFateAnswer {
  readonly fate: string;
  readonly why?: string;
  /** [layer, neuron] of the simplest network. */
  readonly at?: readonly [number, number];
  /** [layer, neuron] of the original. */
  readonly with?: readonly (readonly [number, number])[];
}

/** Each as `p/q`, or `p` for a whole number. */
export function texts(values: readonly Rational[]): string[] {
  return values.map(toFractionText);
}

/** Integers (a.., b) as text. */
export function rowTexts(row: readonly bigint[]): string[] {
  return row.map((entry) => toFractionText(rational(entry)));
}

/** An affine function with its numbers as text. */
export function formAnswer({ coef, intercept }: Affine): FormAnswer {
  return { coef: texts(coef), intercept: toFractionText(intercept) };
}

/** A form whose intercept is a constant signal: with its terms where it is not rational. */
export function formWithConstant(coef: readonly Rational[], intercept: Signal): FormAnswer {
  if (intercept.terms.size === 0) return formAnswer({ coef, intercept: intercept.intercept });
  return { coef: texts(coef), intercept: constantText(intercept), intercept_terms: interceptTerms(intercept) };
}

function interceptTerms({ intercept, terms }: Signal): InterceptTerm[] {
  const atoms = [...terms].map(([{ family, argument }, times]): InterceptTerm => {
    return { times: toFractionText(times), atom: family, at: constantText(argument) };
  });
  return [{ rational: toFractionText(intercept) }, ...atoms];
}

function constantText(constant: Signal): string {
  return certifiedText(knownConstant(constant));
}

/** The network in the form of a question: `question.ts` reads it back as the same one. */
export function networkAnswer(network: Network<Rational>): NetworkAnswer {
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer) => ({
      neurons: layer.map(({ weights, bias, activation }) => ({
        weights: texts(weights),
        bias: toFractionText(bias),
        ...activationJson(activation),
      })),
    })),
  };
}

function activationJson(activation: Activation<Rational>): { activation: string; alpha?: string } {
  return activation.kind === 'leakyRelu'
    ? { activation: activation.kind, alpha: toFractionText(activation.slope) }
    : { activation: activation.kind };
}

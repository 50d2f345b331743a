/** What can be wrong with a link, as data; the sentences are in `words`. */
import type { TypedNumberError } from '../number/typed-number.ts';

export interface LinkError {
  /** The key in the link (`h1`); empty when the link as a whole is meant. */
  readonly part: string;
  /** Which node of a layer, then which weight of it; which name or value of a list. From 1; empty: the whole part. */
  readonly item: readonly number[];
  readonly reason: LinkReason;
}

export type LinkReason =
  | { readonly kind: 'tooLong'; readonly length: number }
  | { readonly kind: 'badEscape' }
  | { readonly kind: 'version'; readonly text: string }
  | { readonly kind: 'unknownPart' }
  | { readonly kind: 'repeatedPart' }
  | { readonly kind: 'missingPart' }
  | { readonly kind: 'unknownPreset'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'repeatedName'; readonly text: string }
  | {
      readonly kind: 'count';
      readonly what: 'inputs' | 'nodes' | 'weights' | 'values';
      readonly found: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: 'number';
      readonly what: 'weight' | 'bias' | 'slope' | 'value';
      readonly text: string;
      readonly error: TypedNumberError;
    }
  | { readonly kind: 'nodeForm'; readonly text: string }
  | { readonly kind: 'activation'; readonly text: string }
  /** The other end of the range stands at `other`. */
  | { readonly kind: 'bound'; readonly text: string; readonly other: string }
  | { readonly kind: 'step'; readonly text: string }
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'view'; readonly text: string };

/** Thrown within the readers of a link, caught by `decode`. */
export class Broken {
  constructor(readonly error: LinkError) {}
}

export function broken(part: string, reason: LinkReason, item: readonly number[] = []): never {
  throw new Broken({ part, item, reason });
}

type Counted = Extract<LinkReason, { kind: 'count' }>['what'];

export function checkCount(
  part: string,
  item: readonly number[],
  what: Counted,
  found: number,
  min: number,
  max: number,
): void {
  if (found < min || found > max) broken(part, { kind: 'count', what, found, min, max }, item);
}

/** Presets as documents, and which preset a network is. */
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { decode } from './codec.ts';
import { equalNetwork, type Document } from './document.ts';
import { memoize } from '../facts/memoize.ts';
import { DEFAULT_PRESET, PRESETS, presetById, type PresetId } from './preset.ts';

const documents = new Map<string, Document>();

/** The document of a preset. A preset that does not decode is a bug: this throws. */
export function presetDocument(id: PresetId): Document {
  const known = documents.get(id);
  if (known) return known;
  const decoded = decode(presetById(id)?.link ?? '');
  if (!decoded?.ok) throw new Error(`preset ${id} does not decode`);
  documents.set(id, decoded.value.document);
  return decoded.value.document;
}

/** The chapter's network: what the page shows without a link, and what the build renders. Always the same record. */
export function defaultDocument(): Document {
  return presetDocument(DEFAULT_PRESET);
}

/** The preset that this network is, whatever its current inputs; null when it has been changed. */
export const presetOf = memoize(
  (network: Network<Rational>): PresetId | null =>
    PRESETS.find(({ id }) => equalNetwork(presetDocument(id).network, network))?.id ?? null,
);

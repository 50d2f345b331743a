/**
 * The link format (`docs/link-format.md`): a document and a step as text for the part of an address after `#`.
 *
 *   v=1&in=E,H,G&at=1,2,-1.5&f=relu&h1=0.5,3,4:0.5;4,1,2:1&y=2,5:5&step=3
 *
 * Readable, editable by hand, exact (`1/3` survives). `decode` gives a valid value or says which part is wrong; one bad
 * item fails the whole, and sizes are checked before anything is built. `decode(encode(s))` equals `s`.
 */
import { LIMITS, NAME_PATTERN, type Layer } from '../model/network.ts';
import { fail, ok, type Result } from '../number/result.ts';
import { ONE, equal, toShortText, type Rational } from '../number/rational.ts';
import { USUAL_RANGE, isRange, rangesOf, withRanges, type Document, type Range } from './document.ts';
import {
  LINEAR,
  commonActivation,
  readLayer,
  readNumber,
  readOptionalActivation,
  writeActivation,
  writeLayer,
} from './layer-text.ts';
import { Broken, broken, checkCount, type LinkError } from './link-fault.ts';
import { presetById } from './preset.ts';
import { VIEW_SWITCHES } from './view.ts';

export interface Shared {
  readonly document: Document;
  /** Step of the derivation, 0 for the whole of it. */
  readonly step: number;
  /** The place on the page that the link leads to, by its id. One that the page does not have is passed over. */
  readonly section?: string;
  /** Parts that belong to one place of the page each, as they are written: `fit=data:v&view=hidden`. See `link-part.ts`. */
  readonly figures?: string | undefined;
}

export const VERSION = '1';

/** A figure's own part has at most so many characters. */
export const MAX_FIGURE = 12_000;

/** Longer than any link that `encode` writes (some 16,500 characters at most, and a figure's own part). */
export const MAX_LINK = 30_000;

/**
 * Reads a hash, with or without its `#`. Null when it is not one of ours (empty, or the name of a section): that is
 * nothing to complain about. One that is too long is not looked into, whatever it is.
 */
export function decode(hash: string): Result<Shared, LinkError> | null {
  const start = hash.startsWith('#') ? 1 : 0;
  const length = hash.length - start;
  if (length > MAX_LINK) return fail({ part: '', item: [], reason: { kind: 'tooLong', length } });
  const text = hash.slice(start);
  if (isSectionName(text)) return null;
  try {
    return ok(read(text));
  } catch (thrown) {
    if (thrown instanceof Broken) return fail(thrown.error);
    throw thrown;
  }
}

/** No `=`, and no escape that is broken: both are marks of a link. */
function isSectionName(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes('=');
  } catch {
    return false;
  }
}

/** The place on the page that a hash leads to: a name alone, or the `section` of a link. Null: none. */
export function sectionOf(hash: string): string | null {
  if (hash.length > MAX_LINK) return null;
  const [, alone, beside] = /^#(?:([^=&]+)|(?:.*&)?section=([^&]*).*)$/.exec(hash) ?? [];
  const name = alone ?? beside ?? '';
  return SECTION.test(name) ? name : null;
}

/** The text after `#`. Short: an activation is written only where it differs from the one that most hidden nodes have. */
export function encode({ document, step, section, figures }: Shared): string {
  const { network, x, ranges = [] } = document;
  const common = commonActivation(network);
  const hidden = network.layers.slice(0, -1);
  const parts = [`v=${VERSION}`, `in=${network.inputs.map(writeName).join(',')}`, `at=${x.map(toShortText).join(',')}`];
  if (common.kind !== 'linear') parts.push(`f=${writeActivation(common)}`);
  hidden.forEach((layer, l) => parts.push(`h${l + 1}=${writeLayer(layer, common)}`));
  parts.push(`y=${writeLayer(network.layers.at(-1) as Layer<Rational>, LINEAR)}`);
  for (const [part, end] of ENDS) {
    if (ranges.some((range) => !equal(range[end], USUAL_RANGE[end]))) {
      parts.push(`${part}=${ranges.map((range) => toShortText(range[end])).join(',')}`);
    }
  }
  if (step > 0) parts.push(`step=${step}`);
  if (figures) parts.push(figures);
  if (section !== undefined) parts.push(`section=${section}`);
  return parts.join('&');
}

/** The ends of the chosen ranges, and the parts that hold them. */
const ENDS = [
  ['from', 'min'],
  ['to', 'max'],
] as const;

const PARTS = /^(v|in|at|f|h[1-4]|y|from|to|step|section|preset|view)$/;

/** A preset has them. */
const OF_NETWORK = /^(in|f|h\d|y)$/;

/** Ids of our own: lower-case words. */
const SECTION = /^[a-z][a-z0-9-]{0,39}$/;

/** What figures have of a link, in words of their own: each reads and writes its part (`live/use-link-part.ts`). */
const FIGURES = ['fit', 'sheet'];

function read(text: string): Shared {
  const parts = splitParts(text);
  const figures = [
    ...text.split('&').filter((part) => FIGURES.some((name) => part.startsWith(`${name}=`))),
    ...readView(parts.get('view')),
  ].join('&');
  const place = {
    step: readStep(parts.get('step')),
    ...readSection(parts.get('section')),
    ...(figures && { figures }),
  };
  const preset = parts.get('preset');
  const version = parts.get('v');
  if (version !== undefined && version !== VERSION) broken('v', { kind: 'version', text: version });
  if (preset !== undefined) return readPreset(preset, parts, place);
  if (version === undefined) broken('v', { kind: 'missingPart' });

  const inputs = readNames(parts.get('in'));
  const hiddenActivation = readOptionalActivation(parts.get('f'), 'f', []) ?? LINEAR;
  const layers: Layer<Rational>[] = [];
  let width = inputs.length;
  for (let l = 1; l <= LIMITS.hiddenLayers.max; l++) {
    const layerText = parts.get(`h${l}`);
    if (layerText === undefined) {
      for (let later = l + 1; later <= LIMITS.hiddenLayers.max; later++) {
        if (parts.has(`h${later}`)) broken(`h${l}`, { kind: 'missingPart' });
      }
      break;
    }
    const layer = readLayer(layerText, `h${l}`, width, LIMITS.nodesPerLayer.max, hiddenActivation);
    layers.push(layer);
    width = layer.length;
  }
  const output = parts.get('y');
  if (output === undefined) broken('y', { kind: 'missingPart' });
  layers.push(readLayer(output, 'y', width, 1, LINEAR));
  const at = parts.get('at');
  const x = at === undefined ? inputs.map(() => ONE) : readValues(at, 'at', inputs.length);
  return { document: readRanges({ network: { inputs, layers }, x }, parts), ...place };
}

/** A preset may be looked at from other inputs and at a step: `preset=xor&at=0,1&step=2`. */
function readPreset(id: string, parts: ReadonlyMap<string, string>, place: Omit<Shared, 'document'>): Shared {
  for (const part of parts.keys()) {
    if (OF_NETWORK.test(part)) broken(part, { kind: 'unknownPart' });
  }
  const preset = presetById(id);
  if (!preset) broken('preset', { kind: 'unknownPreset', text: id });
  const document = read(preset.link).document;
  const at = parts.get('at');
  const moved = at === undefined ? document : { ...document, x: readValues(at, 'at', document.x.length) };
  return { document: readRanges(moved, parts), ...place };
}

/** The document with the ends of the chosen ranges that the link says. */
function readRanges(document: Document, parts: ReadonlyMap<string, string>): Document {
  let ranges = rangesOf(document);
  for (const [part, end] of ENDS) {
    const text = parts.get(part);
    if (text === undefined) continue;
    const values = readValues(text, part, ranges.length);
    ranges = ranges.map((range, i): Range => ({ ...range, [end]: values[i] }));
  }
  ranges.forEach((range, i) => {
    if (isRange(range)) return;
    const [min, max] = [toShortText(range.min), toShortText(range.max)];
    if (parts.has('to')) broken('to', { kind: 'bound', text: max, other: min }, [i + 1]);
    broken('from', { kind: 'bound', text: min, other: max }, [i + 1]);
  });
  return withRanges(document, ranges);
}

function splitParts(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const piece of text.split('&')) {
    if (piece === '') continue;
    const equals = piece.indexOf('=');
    const part = unescape(equals === -1 ? piece : piece.slice(0, equals), piece.slice(0, 12));
    const value = equals === -1 ? '' : unescape(piece.slice(equals + 1), part);
    if (!PARTS.test(part) && !FIGURES.includes(part)) broken(part.slice(0, 24), { kind: 'unknownPart' });
    if (parts.has(part)) broken(part, { kind: 'repeatedPart' });
    parts.set(part, value);
  }
  return parts;
}

function unescape(text: string, part: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return broken(part, { kind: 'badEscape' });
  }
}

function readStep(text: string | undefined): number {
  if (text === undefined) return 0;
  // At most three steps for each hidden layer.
  if (!/^\d{1,2}$/.test(text) || Number(text) > 3 * LIMITS.hiddenLayers.max) broken('step', { kind: 'step', text });
  return Number(text);
}

function readSection(text: string | undefined): Pick<Shared, 'section'> {
  if (text === undefined) return {};
  if (!SECTION.test(text)) broken('section', { kind: 'section', text });
  return { section: text };
}

/** In alphabetical order, so that equal views are equal texts. */
function readView(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const items = text.split(';').sort();
  items.forEach((item, i) => {
    if (!VIEW_SWITCHES.some((name) => name === item)) broken('view', { kind: 'view', text: item });
    if (items[i - 1] === item) broken(item, { kind: 'repeatedPart' });
  });
  return [`view=${items.join(';')}`];
}

function readNames(text: string | undefined): readonly string[] {
  if (text === undefined) broken('in', { kind: 'missingPart' });
  // A % that is still there was escaped twice, as some messengers do.
  const names = unescape(text, 'in').replaceAll('+', ' ').split(',');
  checkCount('in', [], 'inputs', names.length, LIMITS.inputs.min, LIMITS.inputs.max);
  names.forEach((name, i) => {
    if (!NAME_PATTERN.test(name)) broken('in', { kind: 'name', text: name }, [i + 1]);
    if (names.indexOf(name) !== i) broken('in', { kind: 'repeatedName', text: name }, [i + 1]);
  });
  return names;
}

function readValues(text: string, part: string, count: number): readonly Rational[] {
  const values = text.split(',');
  checkCount(part, [], 'values', values.length, count, count);
  return values.map((value, i) => readNumber(value, 'value', part, [i + 1]));
}

/** A space is a plus, as in the links of forms: an address has none. */
function writeName(name: string): string {
  return encodeURIComponent(name).replaceAll('%20', '+');
}

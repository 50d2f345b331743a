/** What is wrong with a link, in one sentence that names the part, the node and the number. */
import { plural } from './count.ts';
import type { TypedNumberError } from '../../number/typed-number.ts';
import { LIMITS } from '../../model/network.ts';
import { MAX_LINK, VERSION } from '../../state/codec.ts';
import type { LinkError } from '../../state/link-fault.ts';
import { capital } from './names.ts';
import { tooLongText } from './number-error.ts';
import { ordinalText } from './ordinal.ts';
import { visible } from './visible.ts';

export function linkErrorSentence(error: LinkError): string {
  return capital(sentence(error));
}

function sentence({ part, item, reason }: LinkError): string {
  switch (reason.kind) {
    case 'tooLong':
      return `the link has ${reason.length} characters, and at most ${MAX_LINK} can be read.`;
    case 'badEscape':
      return `in part ${visible(part)}, a % is not followed by the two digits of a character.`;
    case 'version':
      return `the link says version ${quoted(reason.text)}, and this page reads version ${VERSION}.`;
    case 'unknownPart':
      return `the link has a part ${quoted(part)}, which ${isPartName(part) ? 'can’t stand beside a preset' : 'no link has'}.`;
    case 'repeatedPart':
      return `part ${part} is in the link twice.`;
    case 'missingPart':
      return `part ${part} (${MEANING[part] ?? 'of the network'}) is missing from the link.`;
    case 'unknownPreset':
      return `there is no preset called ${quoted(reason.text)}.`;
    case 'name':
      return reason.text === ''
        ? `in part ${part}, the ${ordinal(item[0])} name is missing.`
        : `in part ${part}, the ${ordinal(item[0])} name ${quoted(reason.text)} is not made of 1 to ${LIMITS.nameLength} letters, digits, spaces and _.`;
    case 'repeatedName':
      return `in part ${part}, the ${ordinal(item[0])} name ${quoted(reason.text)} is taken already.`;
    case 'count': {
      const { what, found, min, max } = reason;
      const wanted = min === max ? `${max}` : `${min} to ${max}`;
      return `${place(part, item)} there ${plural(found, 'is', 'are')} ${counted(found, what)} where there should be ${wanted}.`;
    }
    case 'number': {
      const which = numberRole(reason.what, item);
      if (reason.text.trim() === '') return `${place(part, nodeOf(part, item))} ${which} is missing.`;
      const why = numberProblem(reason.error);
      return `${place(part, nodeOf(part, item))} ${which} ${quoted(reason.text)} can’t be read as a number: ${why}.`;
    }
    case 'nodeForm':
      return reason.text === ''
        ? `${place(part, item)} nothing is written.`
        : `${place(part, item)} ${quoted(reason.text)} should be its weights, a colon, and its bias.`;
    case 'activation':
      return `${place(part, item)} ${quoted(reason.text)} is not an activation function.`;
    case 'bound':
      return `in part ${part}, the ${ordinal(item[0])} value ${quoted(reason.text)} is not ${part === 'to' ? 'above' : 'below'} ${visible(reason.other)}, where the domain ${part === 'to' ? 'starts' : 'ends'}.`;
    case 'step':
      return `in part ${part}, the step ${quoted(reason.text)} is not a whole number from 0 to ${3 * LIMITS.hiddenLayers.max}.`;
    case 'section':
      return `in part ${part}, ${quoted(reason.text)} is not the name of a section.`;
    case 'view':
      return `in part ${part}, ${quoted(reason.text)} is not a way to look at the page: there are hidden and projector.`;
  }
}

/** What a part holds, for a link that has lost it. */
const MEANING: Readonly<Record<string, string>> = {
  v: 'the version',
  in: 'the names of the inputs',
  h1: 'the first hidden layer',
  h2: 'the second hidden layer',
  h3: 'the third hidden layer',
  h4: 'the fourth hidden layer',
  y: 'the output',
};

/** A key that a link may have, although not this one here. */
function isPartName(part: string): boolean {
  return Object.hasOwn(MEANING, part) || part === 'f';
}

/** `in part h1, node 2,`; the output part has one node only. */
function place(part: string, [node]: readonly number[]): string {
  return node === undefined || part === 'y' ? `in part ${part},` : `in part ${part}, node ${node},`;
}

/** The values of `at`, `from` and `to` belong to no node. */
function nodeOf(part: string, item: readonly number[]): readonly number[] {
  return part === 'at' || part === 'from' || part === 'to' ? [] : item;
}

type NumberRole = Extract<LinkError['reason'], { kind: 'number' }>['what'];

function numberRole(what: NumberRole, item: readonly number[]): string {
  return what === 'weight' || what === 'value' ? `the ${ordinal(item.at(-1))} ${what}` : `the ${what}`;
}

function numberProblem(error: TypedNumberError): string {
  switch (error.kind) {
    case 'empty':
    case 'notANumber':
      return 'a number is written like 0.5, -3 or 1/3';
    case 'zeroDenominator':
      return 'a fraction can’t have 0 below the line';
    case 'ambiguousComma':
      return 'a number in a link is written with a point';
    case 'tooLong':
      return `it is ${tooLongText(error.why)}`;
  }
}

function counted(found: number, what: Extract<LinkError['reason'], { kind: 'count' }>['what']): string {
  const one = { inputs: 'input', nodes: 'node', weights: 'weight', values: 'value' }[what];
  return `${found} ${plural(found, one, what)}`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

function ordinal(position = 1): string {
  return ORDINALS[position - 1] ?? ordinalText(position);
}

/** Whole characters of what was found, as much as a sentence bears. */
function quoted(text: string): string {
  const characters = [...visible(text)];
  return characters.length <= 24 ? `“${characters.join('')}”` : `“${characters.slice(0, 23).join('')}…”`;
}

/** What comes from outside and means no good, or has been through too many hands: text, links, entries and JSON. */
import fc from 'fast-check';
import { networkAnswer } from '../src/algebra/answers.ts';
import { toFractionText } from '../src/number/rational.ts';
import { encode } from '../src/state/codec.ts';
import { PRESETS } from '../src/state/preset.ts';
import { documents } from './arbitrary-document.ts';
import { smallRationals } from './arbitrary-network.ts';

const PROTOTYPE = '__proto__ constructor prototype toString hasOwnProperty valueOf __defineGetter__ then length'.split(
  ' ',
);
const ESCAPES = ['%', '%E', '%E0%A4', '%00', '%u0041', '%25', '%26', '%3D', '%41', '%F0%9F%99', '%C0%AF', '%0A', '%20'];
const MARKUP = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;', '<!--', ']]>', "'", '`${1}`'];
const TEX = [
  '\\frac{1}{',
  '\\href{javascript:alert(1)}{x}',
  '$',
  '\\def\\a{\\a}\\a',
  '_{',
  '^',
  '\\\\',
  '{'.repeat(99),
  '%\n',
];
const NUMBERS = [
  'NaN Infinity -0 0x1F 1_000 1e5 1e999 -1e-999 1E+99 1,000 . - + --1 1.2.3 1e e1 −3 –3 ١٢٣ １２ ½ ∞'.split(' '),
  '1/0 0/0 1/2/3 1/-3 1e-3/1e-3 0.5/0.25'.split(' '),
  [' 1 / 3 ', '9'.repeat(20), '9'.repeat(21), `1/${'7'.repeat(20)}`, `0.${'0'.repeat(19)}1`, `${'1/'.repeat(40)}1`],
].flat();
const UNICODE = [
  '🙂',
  '👩‍👩‍👧‍👦',
  'é',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud83d',
  '\udc00',
  'İ',
  'ﬀ',
  'ẞ',
  '中文',
  '\u0301',
];
const CONTROL = ['\0', '\u0007', '\b', '\t', '\n', '\r\n', '\u001b[31m', '\u007f', '\u0085'];
const LONG = [
  'x',
  '1',
  '9',
  '&',
  '=',
  ',',
  ';',
  ':',
  '~',
  '%',
  '%41',
  '/',
  ' ',
  '-',
  '1,',
  '1:0;',
  '&at=1',
  '🙂',
  '1/',
  '(',
].map((text) => text.repeat(Math.ceil(12_000 / text.length)));
const SEPARATORS = ['&', '=', ',', ';', ':', '~', '#', '?', '+', ' ', ''];

/** Pieces of text that are known to make trouble somewhere. */
const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom(...ESCAPES, ...SEPARATORS) },
  { weight: 2, arbitrary: fc.constantFrom(...PROTOTYPE, ...MARKUP, ...TEX) },
  { weight: 2, arbitrary: fc.constantFrom(...UNICODE, ...CONTROL) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

interface Mutation {
  readonly how: 'insert' | 'replace' | 'cut' | 'repeat' | 'token' | 'escape' | 'swap';
  /** Where, as parts of the length. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const mutations: fc.Arbitrary<Mutation> = fc.record({
  how: fc.constantFrom('insert', 'replace', 'cut', 'repeat', 'token', 'token', 'token', 'escape', 'swap'),
  from: fraction,
  to: fraction,
  text: hostileTexts,
});

/** Most of it as it was. */
function mutated(text: string, { how, from, to, text: put }: Mutation): string {
  const start = Math.floor(from * text.length);
  const end = Math.min(text.length, start + Math.floor((to * text.length) / 4));
  const [before, between, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (how) {
    case 'insert':
      return before + put + between + after;
    case 'replace':
      return before + put + after;
    case 'cut':
      return before + after;
    case 'repeat':
      return before + between.repeat(2 + Math.floor(to * 30)) + after;
    case 'escape':
      return before + encodeURIComponent(between.replace(/\p{Surrogate}/gu, '')) + after;
    case 'swap':
      return after + between + before;
    case 'token': {
      const tokens = text.split(/([&=,;:~])/);
      tokens[2 * Math.floor((from * tokens.length) / 2)] = put;
      return tokens.join('');
    }
  }
}

function mutatedTexts(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(whole, fc.array(mutations, { minLength: 0, maxLength: 3 }))
    .map(([text, all]) => all.reduce(mutated, text));
}

const anyDocuments = fc.oneof(
  { weight: 4, arbitrary: documents({ numbers: smallRationals, maxNodes: 3, maxHiddenLayers: 3 }) },
  { weight: 1, arbitrary: documents({ maxNodes: 4 }) },
);

/** Links of real documents and presets, most of them damaged, and text that was never one. */
export const hostileLinks: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: mutatedTexts(fc.tuple(anyDocuments, fc.nat(12)).map(([document, step]) => encode({ document, step }))),
  },
  { weight: 2, arbitrary: mutatedTexts(fc.constantFrom(...PRESETS.map(({ link }) => link))) },
  {
    weight: 2,
    arbitrary: mutatedTexts(
      fc.constantFrom(...PRESETS.map(({ id }) => `#preset=${id}&at=1,2&from=-1,0&to=3,4&step=2`)),
    ),
  },
  { weight: 1, arbitrary: hostileTexts },
);

/** What may be typed where a number is expected. */
export const hostileEntries: fc.Arbitrary<string> = fc.oneof(
  mutatedTexts(smallRationals.map(toFractionText)),
  mutatedTexts(
    fc.stringMatching(/^[-+−]?\d{1,22}([.,]\d{0,22})?([eE][-+]?\d{1,4})?([-+/]\d{1,22}([.,]\d{0,5})?){0,3}$/),
  ),
  fc.stringMatching(/^[-+−–0-9.,/eE \t]{0,60}$/),
  hostileTexts,
);

const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileTexts,
  fc.constantFrom<unknown>(null, true, 0, -0, 1e308, [], {}, [[]], '', 'relu', 'leakyRelu', '1/3', ['1'], {
    min: [],
    max: [],
  }),
  fc.constant(JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`)),
  fc.constant(Array.from({ length: 20_000 }, () => '1')),
  fc.constant(JSON.parse('{"__proto__": {"network": 1}, "constructor": 1, "toString": "1"}')),
);

/** One value somewhere inside is another, is gone, is there twice, or has a neighbour that nobody knows. */
const jsonMutations = fc.record({
  how: fc.constantFrom('put', 'put', 'drop', 'double', 'add'),
  path: fc.array(fc.nat(7), { maxLength: 7 }),
  value: hostileJson,
  key: fc.oneof(fc.constantFrom(...PROTOTYPE, 'domain', 'points', 'alpha', 'network', 'layers'), hostileTexts),
});
type JsonMutation = typeof jsonMutations extends fc.Arbitrary<infer M> ? M : never;

function mutatedJson(json: unknown, { how, path, value, key }: JsonMutation): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof json !== 'object' || json === null) return how === 'put' ? value : json;
  const entries = Object.entries(json);
  const at = entries.length === 0 ? 0 : first % entries.length;
  const [name = '', inside] = entries[at] ?? [];
  if (rest.length > 0 && typeof inside === 'object' && inside !== null) {
    entries[at] = [name, mutatedJson(inside, { how, path: rest, value, key })];
  } else if (how === 'put') entries[at] = [name, value];
  else if (how === 'drop') entries.splice(at, 1);
  else if (how === 'double') entries.splice(at, 0, [name, inside]);
  else entries.push([key, value]);
  if (Array.isArray(json)) return entries.map(([, item]) => item as unknown);
  // An own property, whatever it is called.
  const made = {};
  for (const [own, item] of entries) {
    Object.defineProperty(made, own, { value: item, enumerable: true, configurable: true, writable: true });
  }
  return made;
}

/** Questions of the analysis command, as JSON, most of them damaged. */
export const hostileQuestions: fc.Arbitrary<unknown> = fc
  .tuple(
    documents({ numbers: smallRationals, maxNodes: 2, maxHiddenLayers: 2 }),
    fc.boolean(),
    fc.array(jsonMutations, { maxLength: 3 }),
  )
  .map(([{ network, x }, boxed, all]) => {
    const question = {
      network: networkAnswer(network),
      domain: boxed ? { min: x.map(() => '0'), max: x.map(() => '7/2') } : null,
      points: [x.map(toFractionText)],
    };
    return all.reduce(mutatedJson, question as unknown);
  });

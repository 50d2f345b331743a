import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { documents, largestNetwork, typableRationals } from '../../tests/arbitrary-document.ts';
import { views } from '../../tests/arbitrary-view.ts';
import { negate, rational, toShortText, toFractionText, type Rational } from '../number/rational.ts';
import { parseTypedNumber } from '../number/typed-number.ts';
import type { Activation } from '../activation/activation.ts';
import { LIMITS } from '../model/network.ts';
import { MAX_FIGURE, MAX_LINK, decode, encode, sectionOf, type Shared } from './codec.ts';
import type { LinkError } from './link-fault.ts';
import { DEFAULT_SLOPE } from './default-activation.ts';
import { isWithinLimits } from './document-limits.ts';
import { PRESETS, presetById } from './preset.ts';

const steps = fc.integer({ min: 0, max: 3 * LIMITS.hiddenLayers.max });
const sections = fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/);
const shared: fc.Arbitrary<Shared> = fc.record(
  { document: documents(), step: steps, section: sections, figures: views.map((view) => `view=${view}`) },
  { requiredKeys: ['document', 'step'] },
);

const CHAPTER = presetById('chapter-8')?.link ?? '';

function read(text: string): Shared {
  const result = decode(text);
  if (!result?.ok) throw new Error(`${text}: ${JSON.stringify(result?.error ?? 'no link')}`);
  return result.value;
}

function errorOf(text: string): LinkError {
  const result = decode(text);
  if (!result || result.ok) throw new Error(`${text} was read`);
  return result.error;
}

describe('round trip', () => {
  it('L1 decode(encode(s)) equals s, for documents up to every limit', () => {
    fc.assert(
      fc.property(shared, (s) => {
        const link = encode(s);
        expect(read(link)).toEqual(s);
        expect(read(`#${link}`)).toEqual(s);
      }),
      { numRuns: 200 },
    );
  });

  it('L1 of the largest network with the longest numbers, which is as long as a link gets', () => {
    const longest = rational(-(10n ** 20n - 1n), 10n ** 20n - 3n);
    const network = largestNetwork(longest, { kind: 'linear' });
    const withSlopes = {
      ...network,
      // Each slope differs from the others, so that each must be written.
      layers: network.layers.map((layer, l) =>
        layer.map((node, j) => {
          const slope = rational(-(10n ** 20n - 1n), 10n ** 20n - 11n - BigInt(60 * l + 6 * j));
          return { ...node, activation: { kind: 'leakyRelu', slope } as const };
        }),
      ),
    };
    const x = network.inputs.map(() => longest);
    const figures = `fit=${'x'.repeat(MAX_FIGURE)}`;
    const ranges = x.map((min) => ({ min, max: negate(min) }));
    const s: Shared = { document: { network: withSlopes, x, ranges }, step: 12, figures };
    const link = encode(s);
    expect(read(link)).toEqual(s);
    expect(link.length).toBeLessThanOrEqual(MAX_LINK);
    expect(link.length).toBeGreaterThan(0.8 * MAX_LINK);
  });

  it('L1 equal documents have equal links, different ones different links', () => {
    fc.assert(
      fc.property(shared, shared, (s, t) => {
        expect(encode(structuredClone(s))).toBe(encode(s));
        if (encode(s) === encode(t)) expect(s).toEqual(t);
      }),
    );
  });

  it('L1 a number is written as the number that it is, in no more room than its fraction and two characters', () => {
    fc.assert(
      fc.property(typableRationals, (value) => {
        const text = toShortText(value);
        expect(parseTypedNumber(text)).toEqual({ ok: true, value });
        expect(text.length).toBeLessThanOrEqual(toFractionText(value).length + 2);
        expect(text).toMatch(/^[-0-9./]+$/);
      }),
    );
    expect([rational(1, 8), rational(1, 32), rational(-7, 2)].map(toShortText)).toEqual(['0.125', '1/32', '-3.5']);
  });

  it('L1 a link is made of characters that an address keeps as they are', () => {
    fc.assert(
      fc.property(shared, (s) => {
        const link = encode(s);
        expect(link).toMatch(/^[A-Za-z0-9=&,;:.~/_+%-]+$/);
        expect(new URL(`https://example.org/#${link}`).hash).toBe(`#${link}`);
        expect(read(encodeURIComponent(link).replaceAll('%3D', '=').replaceAll('%26', '&'))).toEqual(s);
      }),
    );
  });
});

describe('the place that a hash leads to', () => {
  it('L7 is a name alone, or a part of a link, and no more than that', () => {
    fc.assert(
      fc.property(shared, sections, (s, name) => {
        expect(sectionOf(`#${encode(s)}`)).toBe(s.section ?? null);
        expect(sectionOf(`#${name}`)).toBe(name);
        expect(decode(`#${name}`)).toBeNull();
      }),
    );
    for (const hash of ['', '#', '#Network', '#a b', '#section=', '#v=1&section=A', `#${'a'.repeat(41)}`]) {
      expect(sectionOf(hash)).toBeNull();
    }
    expect(errorOf(`${CHAPTER}&section=A`)).toMatchObject({ part: 'section', reason: { kind: 'section', text: 'A' } });
  });
});

describe('how the page is looked at', () => {
  it('L8 each item stands once, in any order, beside a network or a preset', () => {
    fc.assert(
      fc.property(views, fc.constantFrom(CHAPTER, 'preset=xor'), (view, link) => {
        const figures = `view=${view}`;
        expect(read(`${link}&${figures}`)).toEqual({ ...read(link), figures });
        const items = view.split(';');
        expect(read(`${link}&view=${items.toReversed().join(';')}`).figures).toBe(figures);
        const [again = ''] = items;
        expect(errorOf(`${link}&${figures};${again}`)).toMatchObject({
          part: again.split(':')[0],
          reason: { kind: 'repeatedPart' },
        });
      }),
    );
  });

  it('L8 whatever else stands there is named', () => {
    for (const text of ['', 'hide', 'Hidden', 'hidden:1', 'above']) {
      expect(errorOf(`${CHAPTER}&view=${text}`), text).toMatchObject({ part: 'view', reason: { kind: 'view', text } });
    }
  });
});

describe('length', () => {
  it('L4 the chapter’s network takes less than 200 characters, with its #', () => {
    const document = { ...read(CHAPTER).document, x: [rational(-123, 100), rational(1, 3), rational(-7, 2)] };
    for (const step of [0, 3]) expect(`#${encode({ document, step })}`.length).toBeLessThan(200);
    const relu = read(presetById('chapter-8-relu')?.link ?? '');
    expect(`#${encode({ ...relu, step: 3 })}`.length).toBeLessThan(200);
  });

  it('L4 6-8-8-1 with numbers of up to three decimals takes less than 2,000', () => {
    const threeDecimals = fc.integer({ min: -99_999, max: 99_999 }).map((n) => rational(n, 1000));
    fc.assert(
      fc.property(ofWidths(6, [8, 8], threeDecimals), (s) => {
        expect(s.document.network.layers.map((layer) => layer.length)).toEqual([8, 8, 1]);
        expect(`#${encode(s)}`.length).toBeLessThan(2000);
      }),
      { numRuns: 30 },
    );
  });
});

describe('hand-written links', () => {
  it('L5 the parts may stand in any order', () => {
    fc.assert(
      fc.property(
        shared.chain((s) =>
          fc.tuple(
            fc.constant(s),
            fc.shuffledSubarray(encode(s).split('&'), { minLength: encode(s).split('&').length }),
          ),
        ),
        ([s, parts]) => {
          expect(read(parts.join('&'))).toEqual(s);
        },
      ),
    );
  });

  it('L5 numbers may be written as they are typed', () => {
    const link = (numbers: string) => `v=1&in=E&y=${numbers}:0`;
    for (const [text, n, d] of [
      ['.5', 1, 2],
      ['5.', 5, 1],
      ['+2', 2, 1],
      ['1e-3', 1, 1000],
      ['%E2%88%922', -2, 1],
      ['1%20/%203', 1, 3],
      ['2/6', 1, 3],
    ] as const) {
      expect(read(link(text)).document.network.layers[0]?.[0]?.weights, text).toEqual([rational(n, d)]);
    }
  });

  it('L5 a name may have spaces, underscores and letters of any language', () => {
    for (const names of ['sepal+length,sepal_width', 'sepal%20length,sepal_width', 'sepal length,sepal_width']) {
      expect(read(`v=1&in=${names}&y=1,2:0`).document.network.inputs, names).toEqual(['sepal length', 'sepal_width']);
    }
    const document = read('v=1&in=höhe,人口&y=1,2:0').document;
    expect(document.network.inputs).toEqual(['höhe', '人口']);
    expect(encode({ document, step: 0 })).toContain('&in=h%C3%B6he,%E4%BA%BA%E5%8F%A3&'.slice(1));
  });

  it('L5 what is left out has a value: inputs 1, step 0, no ranges, linear nodes, slope 1/100', () => {
    const { document, step } = read('v=1&in=A,B&h1=1,2:0;3,4:0:leakyRelu&y=1,1:0');
    expect(document.x).toEqual([rational(1), rational(1)]);
    expect([step, document.ranges]).toEqual([0, undefined]);
    const kinds: readonly Activation<Rational>[] = document.network.layers.flat().map((node) => node.activation);
    expect(kinds).toEqual([{ kind: 'linear' }, { kind: 'leakyRelu', slope: DEFAULT_SLOPE }, { kind: 'linear' }]);
  });

  it('L2 what is no link of ours is nobody’s mistake', () => {
    for (const text of ['', 'hide', 'Hidden', 'hidden:1', 'above']) expect(decode(text), text).toBeNull();
  });
});

describe('broken links', () => {
  const base = 'v=1&in=E,H&at=1,2&f=relu&h1=1,2:3;4,5:6&y=1,1:0&step=3';
  const without = (part: string) =>
    base
      .split('&')
      .filter((piece) => !piece.startsWith(`${part}=`))
      .join('&');
  const replaced = (part: string, value: string) => `${without(part)}&${part}=${value}`;

  it.each<[string, string, string, readonly number[], string, object?]>([
    ['no version', without('v'), 'v', [], 'missingPart'],
    ['another version', replaced('v', '2'), 'v', [], 'version', { text: '2' }],
    ['no inputs', without('in'), 'in', [], 'missingPart'],
    ['no output', without('y'), 'y', [], 'missingPart'],
    ['a layer left out', without('h1') + '&h2=1,2:3', 'h1', [], 'missingPart'],
    ['a part twice', `${base}&y=1,1:0`, 'y', [], 'repeatedPart'],
    ['a part that no link has', `${base}&h5=1:0`, 'h5', [], 'unknownPart'],
    ['a bad name', replaced('in', 'E,x-1'), 'in', [2], 'name', { text: 'x-1' }],
    ['a name of signs', replaced('in', '%5Calpha,H'), 'in', [1], 'name', { text: '\\alpha' }],
    ['a name that begins with a mark', replaced('in', 'E,%CC%81a'), 'in', [2], 'name'],
    ['two spaces in a name', replaced('in', 'E,a++b'), 'in', [2], 'name', { text: 'a  b' }],
    ['a name too long', replaced('in', `E,${'a'.repeat(25)}`), 'in', [2], 'name', { text: 'a'.repeat(25) }],
    ['no name', replaced('in', 'E,'), 'in', [2], 'name', { text: '' }],
    ['a name twice', replaced('in', 'E,E'), 'in', [2], 'repeatedName', { text: 'E' }],
    [
      'too many inputs',
      replaced('in', 'A,B,C,D,E,F,G'),
      'in',
      [],
      'count',
      { what: 'inputs', found: 7, min: 1, max: 6 },
    ],
    ['too few values', replaced('at', '1'), 'at', [], 'count', { what: 'values', found: 1, min: 2, max: 2 }],
    [
      'too many nodes',
      replaced('h1', Array(9).fill('1,2:3').join(';')),
      'h1',
      [],
      'count',
      { what: 'nodes', found: 9 },
    ],
    ['two outputs', replaced('y', '1,1:0;1,1:0'), 'y', [], 'count', { what: 'nodes', found: 2, min: 1, max: 1 }],
    ['a weight too many', replaced('h1', '1,2:3;4,5,6:7'), 'h1', [2], 'count', { what: 'weights', found: 3, max: 2 }],
    ['not a weight', replaced('h1', '1,2:3;4,abc:6'), 'h1', [2, 2], 'number', { what: 'weight', text: 'abc' }],
    ['not a bias', replaced('h1', '1,2:3;4,5:x'), 'h1', [2], 'number', { what: 'bias', text: 'x' }],
    [
      'a comma in a bias',
      replaced('h1', '1,2:3,4;4,5:6'),
      'h1',
      [1],
      'number',
      { what: 'bias', text: '3,4', error: { kind: 'ambiguousComma' } },
    ],
    ['no bias', replaced('h1', '1,2:3;4,5:'), 'h1', [2], 'number', { what: 'bias', error: { kind: 'empty' } }],
    ['1/0', replaced('at', '1,1/0'), 'at', [2], 'number', { what: 'value', error: { kind: 'zeroDenominator' } }],
    ['too many digits', replaced('y', '1,1:1e30'), 'y', [1], 'number', { what: 'bias', error: { kind: 'tooLong' } }],
    ['a domain without an inside', replaced('to', '1,0'), 'to', [2], 'bound', { text: '0', other: '0' }],
    ['one that begins where it ends', replaced('from', '1,10'), 'from', [2], 'bound', { text: '10', other: '10' }],
    ['one that ends before it begins', `${base}&from=-1,5&to=0,4`, 'to', [2], 'bound', { text: '4', other: '5' }],
    ['too few beginnings', replaced('from', '1'), 'from', [], 'count', { found: 1, min: 2, max: 2 }],
    ['a domain of too few inputs', replaced('to', '1'), 'to', [], 'count', { what: 'values', found: 1, min: 2 }],
    ['no colon', replaced('h1', '1,2;4,5:6'), 'h1', [1], 'nodeForm', { text: '1,2' }],
    ['a colon too many', replaced('h1', '1,2:3:relu:4;4,5:6'), 'h1', [1], 'nodeForm'],
    ['no such activation', replaced('h1', '1,2:3:ReLU;4,5:6'), 'h1', [1], 'activation', { text: 'ReLU' }],
    ['no such activation of all', replaced('f', 'step'), 'f', [], 'activation', { text: 'step' }],
    ['a slope where there is none', replaced('f', 'relu~1/2'), 'f', [], 'activation', { text: 'relu~1/2' }],
    ['not a slope', replaced('f', 'leakyRelu~a'), 'f', [], 'number', { what: 'slope', text: 'a' }],
    ['a step too far', replaced('step', '13'), 'step', [], 'step', { text: '13' }],
    ['half a step', replaced('step', '1.5'), 'step', [], 'step', { text: '1.5' }],
    ['half an escape', replaced('in', 'E,%H'), 'in', [], 'badEscape'],
    ['half an escape and no part', '%E0%A4%A', '%E0%A4%A', [], 'badEscape'],
    ['an = that is escaped', 'v%3D1', 'v=1', [], 'unknownPart'],
    ['no such preset', 'preset=chapter-9', 'preset', [], 'unknownPreset', { text: 'chapter-9' }],
    ['a preset with weights', 'preset=xor&h1=1,1:0', 'h1', [], 'unknownPart'],
    ['a preset of another version', 'preset=xor&v=2', 'v', [], 'version'],
    ['a preset with too many values', 'preset=xor&at=1,2,3', 'at', [], 'count', { what: 'values', found: 3 }],
  ])('L2 %s', (_, link, part, item, kind, more = {}) => {
    expect(read(base).step).toBe(3);
    expect(errorOf(link)).toMatchObject({ part, item, reason: { kind, ...more } });
  });

  it('L2 a number that is none: the part, the node and the number are named, wherever it stands', () => {
    fc.assert(
      fc.property(
        documents().chain((document) =>
          fc.tuple(fc.constant(document), fc.nat(), fc.constantFrom('abc', '', '1/0', '--')),
        ),
        ([document, where, wrong]) => {
          const link = encode({ document, step: 0 });
          const places = [...link.matchAll(/(?<=[=,;:~])-?\d[^,;:&~]*/g)].filter(({ index }) => !isName(link, index));
          const place = places[where % places.length];
          if (!place) throw new Error('a link without a number');
          const error = errorOf(link.slice(0, place.index) + wrong + link.slice(place.index + place[0].length));
          const before = link.slice(0, place.index);
          const part = /(?:^|&)([a-z]+\d?)=[^&]*$/.exec(before)?.[1] ?? '';
          const inPart = before.slice(before.lastIndexOf('=') + 1);
          const inNode = inPart.slice(inPart.lastIndexOf(';') + 1);
          const position = inNode.split(',').length;
          const node = inPart.split(';').length;
          expect(error.part).toBe(part);
          expect(error.reason.kind).toBe('number');
          if (error.reason.kind !== 'number') return;
          const what = inNode.includes('~')
            ? 'slope'
            : part === 'at' || part === 'from' || part === 'to'
              ? 'value'
              : inNode.includes(':')
                ? 'bias'
                : 'weight';
          expect(error.reason).toMatchObject({ what, text: wrong });
          const inLayer = what === 'weight' ? [node, position] : [node];
          expect(error.item).toEqual(what === 'value' ? [position] : part === 'f' ? [] : inLayer);
        },
      ),
    );
  });

  it('L2 never throws, whatever the text, and gives only documents within the limits', () => {
    const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      soup.map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expectSound(text);
      }),
      { numRuns: 1500 },
    );
  });

  it('L2 nor of a link that was damaged', () => {
    const damaged = shared.chain((s) =>
      fc
        .array(
          fc.tuple(
            fc.nat(),
            fc.nat(3),
            fc.constantFrom('', '&', '=', ',', ';', ':', '~', '%', '0', 'e', '/', '-', 'é'),
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        )
        .map((changes) =>
          changes.reduce((text, [where, cut, put]) => {
            const at = where % text.length;
            return text.slice(0, at) + put + text.slice(at + cut) || '=';
          }, encode(s)),
        ),
    );
    fc.assert(
      fc.property(damaged, (text) => {
        expectSound(text);
      }),
      { numRuns: 700 },
    );
  });

  it('L3 sizes are checked before anything is built', () => {
    // Of two million characters none is looked at.
    const huge = `#${'%'.repeat(2_000_000)}`;
    const looks = [vi.spyOn(globalThis, 'decodeURIComponent'), vi.spyOn(RegExp.prototype, 'exec')];
    const found = [decode(huge), sectionOf(huge)];
    const counts = looks.map(({ mock }) => mock.calls.length);
    vi.restoreAllMocks();
    expect(counts).toEqual([0, 0]);
    expect(found).toMatchObject([{ error: { reason: { kind: 'tooLong', length: 2_000_000 } } }, null]);
    expect(errorOf(`v=1&in=${'A,'.repeat(MAX_LINK)}`).reason).toMatchObject({ kind: 'tooLong' });
    expect(errorOf(`v=1&in=A&y=${'1,'.repeat(7000)}1:x`).reason).toMatchObject({ kind: 'count', found: 7001 });
    expect(errorOf(`v=1&in=A&h1=${';'.repeat(7000)}&y=1:0`).reason).toMatchObject({ kind: 'count', found: 7001 });
  });
});

describe('presets', () => {
  it.each(PRESETS)('L6 #preset=$id is its link', ({ id, link }) => {
    expect(read(`#preset=${id}`)).toEqual(read(link));
    expect(read(`#preset=${id}&step=2&v=1`)).toEqual({ ...read(link), step: 2 });
  });

  it('L6 a preset may be looked at from another input', () => {
    const { document } = read('#preset=xor&at=0,1/3');
    expect(document).toEqual({ ...read('#preset=xor').document, x: [rational(0), rational(1, 3)] });
  });
});

/** What a link is made of, and what it is not. */
const PIECES =
  'v=1 & in= A , at= h1= h2= h4= y= ; : 1 -2/3 ~ relu leakyRelu f= step= preset= xor = % %41 # __proto__ constructor= 🙂'
    .split(' ')
    .concat('\u0000', ' ');

/** Decodes to null, to a document that keeps to the limits, or to an error that names a part of the text. */
function expectSound(text: string): void {
  const result = decode(text);
  if (result === null) expect(text).not.toContain('=');
  else if (result.ok) {
    expect(isWithinLimits(result.value.document)).toBe(true);
    expect(read(encode(result.value))).toEqual(result.value);
  } else {
    const { part, item, reason } = result.error;
    if (reason.kind === 'missingPart') expect(['v', 'in', 'y', 'h1', 'h2', 'h3']).toContain(part);
    else if (reason.kind === 'badEscape') expect(text).toContain('%');
    else expect(safelyDecoded(text)).toContain(part);
    expect(item.every((position) => Number.isInteger(position) && position >= 1)).toBe(true);
  }
}

function safelyDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escape) => {
    try {
      return decodeURIComponent(escape);
    } catch {
      return escape;
    }
  });
}

/** Does this place lie in the list of names, or in the version? */
function isName(link: string, index: number): boolean {
  return /(?:^|&)(?:in|v)=[^&]*$/.test(link.slice(0, index));
}

/** Networks of exactly these widths. */
function ofWidths(inputs: number, hidden: readonly number[], numbers: fc.Arbitrary<Rational>): fc.Arbitrary<Shared> {
  const layer = (fanIn: number, width: number) =>
    fc.array(
      fc.record({
        weights: fc.array(numbers, { minLength: fanIn, maxLength: fanIn }),
        bias: numbers,
        activation: fc.constant<Activation<Rational>>({ kind: 'relu' }),
      }),
      { minLength: width, maxLength: width },
    );
  const widths = [...hidden, 1];
  return fc.record({
    document: fc.record({
      network: fc.record({
        inputs: fc.constant(['E', 'H', 'G', 'A', 'B', 'C'].slice(0, inputs)),
        layers: fc.tuple(...widths.map((width, l) => layer(l === 0 ? inputs : (widths[l - 1] ?? 0), width))),
      }),
      x: fc.array(numbers, { minLength: inputs, maxLength: inputs }),
    }),
    step: steps,
  });
}

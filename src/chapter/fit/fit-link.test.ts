import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS } from '../../activation/activation.ts';
import { rational } from '../../number/rational.ts';
import { decode, encode } from '../../state/codec.ts';
import { defaultDocument } from '../../state/preset-document.ts';
import { DATA_NAMES } from '../../train/data-sets.ts';
import { OPTIMIZERS } from '../../train/optimizer.ts';
import { goTogether, pairOf, viewOf } from '../../train/pair.ts';
import { fitLinkSentence } from '#words/chapter/fit-link-words.ts';
import { dataOf, pointsOf, tableOf, type FitData } from './fit-data.ts';
import { decodeFit, encodeFit, type LinkedFit } from './fit-link.ts';
import { FIRST_SETUP, pairSetupOf } from './fit-setup.ts';

const number = fc
  .tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 30 }))
  .map(([n, d]) => rational(n, d));
const rows = (width: number) =>
  fc.array(fc.array(number, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 });
const column = fc.option(fc.string({ maxLength: 8 }));

const data: fc.Arbitrary<FitData> = fc.oneof(
  fc.constantFrom(...DATA_NAMES).map(dataOf),
  rows(2).map(pointsOf),
  fc
    .integer({ min: 1, max: 6 })
    .chain((inputs) =>
      fc.tuple(fc.array(column, { minLength: inputs, maxLength: inputs }), rows(inputs + 1), fc.boolean()),
    )
    .map(([names, values, isScaled]) => tableOf(names, values, isScaled)),
);

const fits: fc.Arbitrary<LinkedFit> = fc
  .record({
    data,
    hidden: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
    activation: fc.constantFrom(...ACTIVATION_KINDS.filter((kind) => kind !== 'linear')),
    optimizer: fc.constantFrom(...OPTIMIZERS),
    rate: fc.double({ min: 1e-9, max: 50, noNaN: true }),
    batch: fc.option(fc.integer({ min: 1, max: 5000 })),
    seed: fc.nat(2 ** 32 - 1),
    step: fc.nat(1_000_000),
    drawn: fc.option(
      fc.infiniteStream(fc.double({ min: -1e3, max: 1e3, noNaN: true })).map((stream) => [...stream.take(700)]),
    ),
  })
  .map(({ step, drawn, ...setup }) => {
    const widths = [setup.data.inputs.length, ...setup.hidden, 1];
    const count = widths.slice(1).reduce((sum, nodes, l) => sum + nodes * ((widths[l] ?? 0) + 1), 0);
    const start = drawn?.slice(0, count).map((value) => value + 0) ?? null;
    return { setup: { ...setup, start }, step };
  });

const text = (fit: LinkedFit) => encodeFit(fit) ?? '';

describe('the part fit of a link', () => {
  it('holds data, settings, seed and step, to the last bit, and goes through the whole link', () => {
    fc.assert(
      fc.property(fits, (fit) => {
        const written = encodeFit(fit);
        if (written === null) return;
        expect(decodeFit(written)).toEqual({ ok: true, value: fit });
        const link = encode({ document: defaultDocument(), step: 0, figures: `fit=${written}` });
        expect(decode(`#${link}&section=what-the-crease-buys`)).toMatchObject({
          ok: true,
          value: { figures: `fit=${written}` },
        });
      }),
      { numRuns: 150 },
    );
  });

  it('replays to the very same weights', () => {
    fc.assert(
      fc.property(fits, fc.nat(12), ({ setup }, step) => {
        const small = { ...setup, hidden: [3], start: null, rate: 0.02 };
        const read = decodeFit(text({ setup: small, step }));
        if (!read.ok) throw new Error(fitLinkSentence(read.error));
        const [here, there] = [small, read.value.setup].map((one) => {
          const pair = pairOf(pairSetupOf(one));
          goTogether(pair, step);
          return viewOf(pair);
        });
        expect(there).toEqual(here);
      }),
      { numRuns: 40 },
    );
  });

  it('says what is wrong with it in one sentence, and never throws', () => {
    const damaged = fits.chain((fit) => {
      const written = text(fit);
      return fc
        .tuple(fc.nat(written.length), fc.nat(3), fc.string({ maxLength: 3 }))
        .map(([at, cut, put]) => written.slice(0, at) + put + written.slice(at + cut));
    });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (link) => {
        const read = decodeFit(link);
        if (read.ok) return;
        expect(fitLinkSentence(read.error)).toMatch(/^The training in this link can’t be opened: .+\.$/s);
      }),
      { numRuns: 400 },
    );
    const usual = text({ setup: FIRST_SETUP, step: 5 });
    const sentence = (link: string) => {
      const read = decodeFit(link);
      return read.ok ? '' : fitLinkSentence(read.error);
    };
    expect(sentence(usual.replace('rate:0.05', 'rate:-1'))).toContain('“-1” can’t be rate, a learning rate above 0');
    expect(sentence(usual.replace('data:v', 'data:w'))).toContain('“w” can’t be data, the name of its data');
    expect(sentence(usual.replace(';seed:22', ''))).toContain('it says nothing about seed');
    expect(sentence(`${usual};start:1,2`)).toContain('more or fewer numbers than the network has weights');
    expect(sentence(usual.replace('data:v', 'points:1,2~3'))).toContain('points has rows of different lengths');
  });

  it('is not there for data that are too many for a link', () => {
    const many = pointsOf(Array.from({ length: 4000 }, (_, i) => [rational(i, 7), rational(i)]));
    expect(encodeFit({ setup: { ...FIRST_SETUP, data: many }, step: 0 })).toBeNull();
  });
});

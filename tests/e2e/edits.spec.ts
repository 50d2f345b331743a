/** Whatever is edited, and however: what has been written past React is in the end what a fresh page draws. */
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { ACTIVATION_KINDS } from '../../src/activation/activation.ts';
import { parametersOf } from '../../src/model/network.ts';
import { encode } from '../../src/state/codec.ts';
import { documents } from '../arbitrary-document.ts';
import { smallRationals } from '../arbitrary-network.ts';
import { expect, test } from './lasting.ts';
import { expectAsFresh } from './read-stage.ts';
import { live } from './stage.ts';

/** Each opens a network where another was edited, and a fresh page beside it: some seconds. */
const RUNS = 3;
/** With more weights and biases the chips show those of one node. */
const MOST_PARAMETERS = 12;

const links = (kinds: Parameters<typeof documents>[0]) =>
  documents({ ...kinds, numbers: smallRationals, maxNodes: 2, maxHiddenLayers: 3 })
    .filter(({ network }) => parametersOf(network).length <= MOST_PARAMETERS)
    .map((document) => encode({ document, step: 0 }));

/** Each form of a number, and each sign: a change from one to another is what has to be drawn again. */
const TEXTS =
  '0 1 -1 2 -3 0.5 -0.25 1/3 -2/7 -22/7 99.9 -100.125 12345.678 -98765.4321 123456789/7 -1234567890123 1e-9'.split(' ');
const texts = fc.constantFrom(...TEXTS);

/** What a reader does to one of the numbers on the stage, the network and the equations. */
type Act =
  | { readonly kind: 'type'; readonly field: number; readonly text: string }
  | { readonly kind: 'press'; readonly field: number; readonly keys: readonly string[] }
  | { readonly kind: 'drag'; readonly field: number; readonly offsets: readonly number[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const fields = fc.nat(1000);
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), field: fields, text: texts }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      field: fields,
      keys: fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'Shift+ArrowDown', 'Alt+ArrowUp', 'Home'), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('drag' as const),
      field: fields,
      offsets: fc.array(fc.integer({ min: -90, max: 90 }), { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Act>({ kind: 'undo' }, { kind: 'redo' }) },
);

async function perform(page: Page, act: Act): Promise<void> {
  // Firefox gives no focus to a page behind another.
  await page.bringToFront();
  if (act.kind === 'undo' || act.kind === 'redo') {
    await page.keyboard.press(act.kind === 'undo' ? 'Control+z' : 'Control+Shift+z');
    return;
  }
  const all = page.locator('.card-network, .card-derivation, .card-desk').getByRole('spinbutton');
  const target = all.nth(act.field % (await all.count()));
  switch (act.kind) {
    case 'type': {
      await target.focus();
      // With the focus its node comes to hand, and other fields may come before this one.
      const field = page.locator('input:focus');
      await field.fill(act.text);
      await field.press('Enter');
      break;
    }
    case 'press':
      await target.focus();
      for (const key of act.keys) await page.keyboard.press(key);
      break;
    case 'drag': {
      await target.scrollIntoViewIfNeeded();
      const box = await target.boundingBox();
      if (!box) return;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (const dx of act.offsets) {
        await page.mouse.move(x + dx, y);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
      await page.mouse.up();
      await page.mouse.move(2, 2);
    }
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

type Example = readonly [link: string, acts: Act[]];

/** What has failed once. */
const FAILED: readonly Example[] = [
  // A weight that is nothing, of an input with a name in other letters.
  ['v=1&in=%D9%A3&at=-3&y=0:0&to=1/3', [{ kind: 'type', field: 218, text: '-2/7' }]],
  // An input has the name of something that every record has.
  ['v=1&in=E0,toString,0&at=0.5,1,0&y=-1,0,2:-1:relu', [{ kind: 'type', field: 995, text: '-1234567890123' }]],
  // Enter, and the field is left at once: its term goes, and the focus with it.
  [
    'v=1&in=HS,Mp,a&at=1,1,-2/3&y=2.6,0,4:0:relu',
    [
      { kind: 'type', field: 778, text: '-1234567890123' },
      { kind: 'type', field: 998, text: '0' },
    ],
  ],
];

for (const { name, kinds, examples } of [
  { name: 'linear', kinds: ['linear'], examples: [] },
  { name: 'ReLU', kinds: ['relu', 'linear'], examples: FAILED },
  { name: 'any function', kinds: ACTIVATION_KINDS, examples: [] },
] as const) {
  test(`any edits of any network, ${name}`, async ({ page, context, isMobile }) => {
    test.skip(isMobile, 'the same code on every screen');
    test.setTimeout(60_000 + RUNS * 30_000);
    const fresh = await context.newPage();
    await fc.assert(
      fc.asyncProperty(links({ kinds }), fc.array(acts, { minLength: 3, maxLength: 8 }), async (link, list) => {
        await page.goto(`./#${link}`);
        await live(page);
        await page.mouse.move(3, 3);
        for (const act of list) await perform(page, act);
        await expect(page.locator('.stage').locator('[data-lit], [data-dragging]')).toHaveCount(0);
        await expectAsFresh(page, fresh, link);
      }),
      { numRuns: RUNS, endOnFailure: true, examples: examples.map((example): [string, Act[]] => [...example]) },
    );
  });
}

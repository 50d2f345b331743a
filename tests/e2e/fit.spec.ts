import type { Locator, Page } from '@playwright/test';
import type { FitReply, FitRequest } from '../../src/chapter/fit/fit-protocol.ts';
import type { PairView } from '../../src/train/pair.ts';
import { REPLAY_SETUPS, REPLAY_STEPS, replayedInNode, workerFile } from '../training-setups.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

/** Opens the page at section 4, and waits until its figure answers. */
async function open(page: Page, link = '#what-the-crease-buys'): Promise<Locator> {
  await page.goto(`./${link}`);
  const figure = page.locator('.fit-figure');
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('.fit-figure') ?? {}).some((key) => key.startsWith('__react')),
  );
  return figure;
}

const step = (figure: Locator) => figure.locator('.fit-step');
const loss = (figure: Locator, model: string) => figure.locator(`.fit-model[data-kind=${model}] .fit-loss`);
const press = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true }).click();

test('the linear network comes down to the floor, ReLU goes through it, and the plot leads back', async ({ page }) => {
  const figure = await open(page);
  await expect(figure).toContainText('How low can a linear model get?');
  await expect(loss(figure, 'linear')).not.toContainText('floor');
  await figure.getByLabel('Your guess for its loss').fill('0.1');
  await press(figure, 'Check');
  await expect(figure).toContainText('You said 0.1. No line gets that low.');
  const before = await loss(figure, 'bent').textContent();
  await press(figure, 'Run 500 steps');
  await expect(step(figure)).toHaveText('Step 500');
  await expect(loss(figure, 'linear')).toContainText('on the floor');
  await expect(loss(figure, 'bent')).toContainText('below the floor');
  await expect(figure.getByRole('status').last()).toContainText('Step 500. Linear network: loss 0.3789');
  // The time machine: to the start, and one step on.
  const cursor = figure.getByRole('slider', { name: 'Step that is shown' });
  await cursor.focus();
  await page.keyboard.press('Home');
  await expect(step(figure)).toHaveText('Step 0');
  await expect(loss(figure, 'bent')).toContainText(before ?? '');
  await page.keyboard.press('ArrowRight');
  await expect(step(figure)).toHaveText('Step 1');
  await expect(cursor).toHaveAttribute('aria-valuemax', '500');
  await page.keyboard.press('End');
  await expect(step(figure)).toHaveText('Step 500');
  await expectAccessible(page, { only: '.fit-figure' });
});

test('it plays, a change begins anew and plays on, and it can be paused', async ({ page }) => {
  const figure = await open(page);
  await press(figure, 'Play');
  await expect(step(figure)).toHaveText(/Step [1-9]\d+/);
  // What moves is drawn on a canvas; at rest, as lines of SVG.
  await expect(figure.locator('canvas')).toHaveCount(3);
  // The linear one is on the floor by now.
  for (const plot of ['.fit-model[data-kind=bent]', '.course']) {
    const drawn = () => figure.locator(`${plot} canvas`).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const first = await drawn();
    await expect.poll(drawn, `${plot} moves`).not.toBe(first);
  }
  await figure.getByRole('radio', { name: 'XOR' }).check();
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(step(figure)).toHaveText(/Step [1-9]\d+/);
  await press(figure, 'Pause');
  const rested = await step(figure).textContent();
  await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(figure.locator('canvas')).toHaveCount(0);
  await expect(figure.locator('.course .fit-line')).toHaveCount(2);
  await press(figure, 'One step');
  await expect(step(figure)).not.toHaveText(rested ?? '');
});

test('a learning rate that is too large stops at the last step that can be shown, and offers half', async ({
  page,
}) => {
  const figure = await open(page);
  await figure.getByLabel('Learning rate').fill('70');
  await press(figure, 'Run 500 steps');
  await expect(figure.getByRole('alert')).toContainText('with the learning rate 3.2');
  await press(figure, 'Try 1.6');
  await expect(figure.getByRole('alert')).toHaveCount(0);
  await expect(step(figure)).toHaveText('Step 0');
});

test('what is trained goes to the top and comes down again, and a link opens the very same step', async ({ page }) => {
  const figure = await open(page);
  await press(figure, 'Just show me');
  await press(figure, 'Run 500 steps');
  await expect(step(figure)).toHaveText('Step 500');
  const learned = await loss(figure, 'bent').textContent();
  await expect(figure).toContainText(/Weights rounded to (\d decimals?|whole numbers): loss \S+ instead of \S+\./);
  const unrounded = figure.getByLabel('without rounding');
  await unrounded.check();
  await expect(figure).toContainText(`as a fraction: ${learned?.match(/loss \S+/)?.[0]}, before and after.`);
  await unrounded.uncheck();
  await expect(figure.getByRole('button', { name: 'Start from the network at the top' })).toBeDisabled();
  await press(figure, 'Open the ReLU network at the top');
  await expect(figure).toContainText('The trained network is at the top now.');
  await expect(page).toHaveURL(/f=relu&h1=.+&fit=data:v;hidden:4;.+;step:500&section=what-the-crease-buys$/);
  const link = page.url();
  await press(figure, 'Start from the network at the top');
  await expect(step(figure)).toHaveText('Step 0');
  await expect(loss(figure, 'bent')).toContainText('below the floor');
  await press(figure, 'Undo');
  await expect(figure.getByRole('button', { name: 'Start from the network at the top' })).toBeDisabled();

  // The link, opened anew.
  await page.goto('about:blank');
  const again = await open(page, link.slice(link.indexOf('#')));
  await expect(step(again)).toHaveText('Step 500');
  expect(await loss(again, 'bent').textContent()).toBe(learned);
  // One that is broken says what is wrong with it.
  await page.goto('about:blank');
  const broken = await open(page, '#preset=xor&fit=data:v;rate:fast&section=what-the-crease-buys');
  await expect(broken.getByRole('alert')).toContainText('it says nothing about hidden');
  await expect(step(broken)).toHaveText('Step 0');
});

test('points are placed, moved and removed by hand, and a node that died is said to have', async ({ page }) => {
  const figure = await open(page);
  await figure.getByRole('radio', { name: 'Your points' }).check();
  const points = figure.getByRole('group', { name: 'Your points', exact: true }).getByRole('button');
  await expect(points).toHaveCount(17);
  await figure.locator('.fit-points').evaluate((plot) => plot.scrollIntoView({ block: 'center' }));
  const box = await figure.locator('.fit-points').boundingBox();
  if (!box) throw new Error('no plot');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 4 };
  await page.mouse.click(middle.x, middle.y);
  await expect(points).toHaveCount(18);
  await expect(points.nth(17)).toHaveAccessibleName('Point 18: x 0, y 1.75');
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + box.width / 12, middle.y, { steps: 3 });
  await page.mouse.up();
  await expect(points.nth(17)).toHaveAccessibleName(/^Point 18: x 0\.\d+, y 1\.75$/);
  // By keys, and as a number in the table.
  await points.nth(17).press('Home');
  await points.nth(17).press('PageDown');
  await expect(points.first()).toBeFocused();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(points.first()).toHaveAccessibleName('Point 1: x −2, y 2.5');
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(17);
  await figure.getByLabel('y of point 17').fill('1/3');
  await page.keyboard.press('Enter');
  await expect(points.nth(16)).toHaveAccessibleName(/, y 1\/3$/);
  await figure.getByLabel('y of point 17').fill('high');
  await page.keyboard.press('Enter');
  await expect(figure).toContainText('can’t be part of a number');
  await expect(page).toHaveURL(/fit=points:-1\.75,1\.75~.*,1\/3;hidden:8;/);
  await expectAccessible(page, { only: '.fit-figure' });

  await figure.getByRole('radio', { name: 'Hinge' }).check();
  await figure.getByLabel('Nodes in a layer').selectOption('1');
  const dead = figure.locator('.fit-dead');
  await expect(async () => {
    await press(figure, 'Another seed');
    await expect(step(figure)).toHaveText('Step 0');
    await press(figure, 'Run 500 steps');
    await expect(step(figure)).toHaveText('Step 500');
    expect(await dead.textContent()).toContain(
      '1 of 1 node is dead: node 1. Off at every point and everywhere between',
    );
  }).toPass();
  await dead.getByText('Why does that happen?').click();
  await expect(dead).toContainText('half of all starts get stuck');
  await press(figure, 'Start again with another seed');
  await expect(step(figure)).toHaveText('Step 0');
});

/** A table of three inputs, as a European spreadsheet writes it, and rows that can't be read. */
const TABLE = [
  'weight;size;age;price',
  ...Array.from({ length: 30 }, (_, i) => `${1000 * (i % 10)};${i % 7},5;${i};${Math.max(0, (i % 10) - 4)},25`),
  'heavy;1;2;3',
  '1;2;3;',
].join('\n');

test('a table of the reader’s own is read, its columns are chosen, and it is learned in its own units', async ({
  page,
}) => {
  const figure = await open(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.method()));
  await figure.getByRole('radio', { name: 'Your table' }).check();
  await figure.getByLabel('Paste your table here').fill('weight;size');
  await expect(figure).toContainText('That is a line of names without any numbers below it.');
  await figure.getByLabel('Paste your table here').fill(TABLE);
  await expect(figure).toContainText('30 rows read, 2 rows left out.');
  await expect(figure).toContainText('Line 32 is left out: “heavy” in column weight is not a number.');
  await expect(figure).toContainText('Nothing is uploaded');
  await press(figure, 'Just show me');
  await press(figure, 'Run 500 steps');
  await expect(step(figure)).toHaveText('Step 500');
  await expect(loss(figure, 'linear')).toContainText('on the floor');
  await expect(loss(figure, 'bent')).toContainText('below the floor');
  // One input: its curve is drawn again.
  await figure.getByRole('checkbox', { name: 'age' }).uncheck();
  await figure.getByRole('checkbox', { name: 'size' }).uncheck();
  await expect(step(figure)).toHaveText('Step 0');
  await expect(figure.locator('.fit-model .fit-line[data-kind=bent]')).toHaveCount(1);
  // Another one, as a file.
  await figure
    .locator('input[type=file]')
    .setInputFiles({ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2\n3,4\n') });
  await expect(figure).toContainText('From the file two.csv: 2 rows read');
  expect(asked.filter((method) => method !== 'GET')).toEqual([]);
  await expectAccessible(page, { only: '.fit-figure' });
});

test('whoever asks for little motion is not offered any', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await open(page);
  await expect(figure.getByRole('button', { name: 'Play' })).toHaveCount(0);
  await press(figure, 'Run 500 steps');
  await expect(step(figure)).toHaveText('Step 500');
  await expectAccessible(page, { only: '.fit-figure' });
});

test('the worker of this engine comes to the very same bits as Node', async ({ page }) => {
  await page.goto('./');
  for (const setup of REPLAY_SETUPS) {
    const there = await page.evaluate(
      ({ url, request }) =>
        new Promise<PairView>((resolve, reject) => {
          const port = new Worker(url, { type: 'module' });
          port.onmessage = ({ data }: MessageEvent<FitReply>) => resolve(data.view);
          port.onerror = () => reject(new Error('the worker has failed'));
          port.postMessage(request);
        }),
      { url: workerFile(), request: { id: 1, setup, step: REPLAY_STEPS, ms: 60_000 } satisfies FitRequest },
    );
    expect(there).toEqual(replayedInNode(setup));
  }
});

test('without JavaScript there is a finished example', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./#what-the-crease-buys');
  const figure = page.locator('.fit-figure');
  await expect(figure.locator('.fit-model .fit-line')).toHaveCount(3);
  await expect(figure.locator('.course .fit-line')).toHaveCount(2);
  await expect(loss(figure, 'linear')).toContainText('on the floor');
  await expect(loss(figure, 'bent')).toContainText('below the floor');
  await expect(figure.getByRole('button')).toHaveCount(0);
  await context.close();
});

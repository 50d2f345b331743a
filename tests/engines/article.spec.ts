/** Every figure of the article: by finger, and by keys. */
import { SWITCH_ON_RELU } from '#words/chapter/switch-on-relu-words.ts';
import { expect, test } from './fixtures.ts';
import { activation, button, field, slider, type Reader } from './reader.ts';

const VERDICT = '[role=status][aria-label=Verdict]';
const BY = ['finger', 'mouse'] as const;

/** Presses it by keys. */
async function pressByKeys(reader: Reader, target: Parameters<Reader['focus']>[0]): Promise<void> {
  await reader.focus(target);
  await reader.keys('Enter');
}

test('one neuron: its numbers are dragged, stepped and typed; one pass is played', async ({ reader }) => {
  await reader.openAt('one-neuron');
  const sum = '.neuron .neuron-sum b';
  const weight = field('weight of E in this neuron', '#one-neuron .neuron');
  await reader.sees(sum, '−55');
  for (const by of BY) {
    await reader.drag(
      weight,
      [
        [10, 0],
        [40, 0],
      ],
      by,
    );
    await reader.sees(sum, '−67');
    await reader.type(weight, '4');
    await reader.sees(sum, '−55');
  }
  await reader.focus(weight);
  await reader.keys('ArrowUp');
  await reader.sees(sum, '−56.2');
  await reader.keys('ArrowDown');
  // It plays by itself; then its steps are gone through by keys.
  await reader.press(button('Play one pass'), 'finger');
  await reader.sees('.pass-says', /leaves the neuron/);
  await reader.focus(button('Output', '#one-neuron'));
  await reader.keys('ArrowLeft');
  await reader.sees('.pass-says', /ReLU takes −55 and gives 0/);
  await reader.press({ css: '#one-neuron label', name: 'Hidden node 1' }, 'finger');
  await reader.sees(sum, '1');
});

test('a word explains itself beside itself', async ({ reader }) => {
  await reader.openAt('one-neuron');
  const word = button('bias', '#one-neuron');
  const note = '[role=note][aria-label=Bias]';
  await reader.press(word, 'finger');
  expect(await reader.isInView(await reader.box(note))).toBe(true);
  await reader.keys('Escape');
  await reader.counts(note, 0);
  await pressByKeys(reader, word);
  await reader.sees(note, /whatever its inputs are/);
});

test('activation functions: the point moves by finger, by mouse and by keys; another function is looked at', async ({
  reader,
}) => {
  await reader.openAt('activation-functions');
  const value = '.gallery-card .gallery-value';
  const axes = '#activation-functions .axes';
  await reader.sees(value, /at z = −1\.5: 0/);
  for (const by of BY) {
    const { x, y, width, height } = await reader.box(axes);
    await reader.move({ x: x + 0.3 * width, y: y + 0.3 * height }, [[0.45 * width, 0]], by);
    await reader.sees(value, /at z = 2: 2/);
    await reader.focus(slider('z of the point on ReLU'));
    await reader.keys('End');
    await reader.sees(value, /at z = 4: 4/);
  }
  await reader.type(field('sum z on the axes'), '1/3');
  await reader.sees(value, /at z = 1\/3: 1\/3/);
  await reader.press(button('Look at Tanh'), 'finger');
  await reader.box(slider('z of the point on Tanh'));
});

test('the same model twice: a guess, the moves, more layers, another network', async ({ reader }) => {
  await reader.openAt('same-model-twice');
  const part = '#same-model-twice';
  await reader.counts(`${part} .secret-mark`, 1);
  await reader.focus(`${part} .predict input`);
  await reader.keys(...'20,5', 'Enter');
  await reader.sees(`${part} .predict-truth`, 'You said 20.5. It is 21: 21 = 2·0.5 + 5·4.');
  await reader.press(button('Guess again', part), 'finger');
  await reader.press(button('Just show me', part), 'finger');
  await reader.sees(`${part} .predict-truth`, 'It is 21: 21 = 2·0.5 + 5·4.');

  const change = field('Change of weight from E to hidden node 1', part);
  await reader.drag(
    change,
    [
      [10, 0],
      [40, 0],
    ],
    'finger',
  );
  await reader.sees(change, '1.5');
  await reader.sees(`${part} .move-now`, '23');
  await reader.keys('Control+z');
  await reader.sees(`${part} .move-now`, '21');

  const layers = `${part} .layers-figure`;
  await reader.press(button('Take one away', layers), 'finger');
  await reader.sees(layers, /Nine hidden layers, 59 weights and biases/);
  await pressByKeys(reader, button('Add a layer', layers));
  await reader.sees(layers, /Ten hidden layers, 65 weights and biases/);

  const k = field('k, the factor', part);
  await reader.type(k, '-3');
  await reader.sees(`${part} .same-verdict`, 'The same function, for every input.');
  await reader.press(activation('ReLU', '.stage-bar'), 'finger');
  await reader.sees(`${part} .same-verdict`, /^Not the same function: at/);
});

test('switch on ReLU: the two sums, the pieces, the sheets', async ({ reader }) => {
  await reader.openAt('switch-on-relu');
  const part = '#switch-on-relu';
  const results = { css: `${part} .bar[data-result] b` };
  await expect.poll(() => reader.texts(results)).toEqual(['0', '3']);
  await reader.type(field('number b', part), '5');
  await expect.poll(() => reader.texts(results)).toEqual(['8', '8']);
  await reader.drag(
    field('number b', part),
    [
      [-40, 0],
      [-400, 0],
    ],
    'finger',
  );
  await reader.counts({ css: `${part} p`, name: SWITCH_ON_RELU.different }, 1);
  await reader.box(`${part} #sheets`);
  await reader.sees(`${part} .crease-figure`, /flat, no crease/);
  await reader.press(button('Just show me', part), 'finger');
  await reader.counts(`${part} .piece-list li`, 4);
  await reader.press(activation('ReLU', `${part} .crease-figure`), 'finger');
  await reader.sees(VERDICT, /^Does not collapse/);
  await reader.sees(`${part} .crease-figure`, /2 creases, 4 flat pieces/);
});

test('does it always bend: find the bend, open a way, solve a challenge, and it is kept', async ({ reader }) => {
  // The challenge below begins with this network: it is taken up all the same.
  await reader.openAt('does-it-always-bend', 'preset=chapter-8-relu');
  const part = '#does-it-always-bend';
  await reader.sees(`${part} .find-says`, /Both sums are positive/);
  await reader.type(field('input G of the starting network', part), '-3');
  await reader.sees(`${part} .find-says`, /^Off: hidden node 1\./);
  await reader.drag(
    field('input G of the starting network', part),
    [
      [20, 0],
      [80, 0],
    ],
    'finger',
  );
  await reader.sees(`${part} .find-says`, /Both sums are positive/);

  await reader.press(button('Try it: Exactly one crease', part), 'finger');
  await reader.type(field('weight from hidden node 2 to output', `${part} .bench`), '0');
  await reader.sees({ css: `${part} .challenges-head *` }, /1 of 6 solved/);
  await reader.load('does-it-always-bend');
  await reader.openAt('does-it-always-bend');
  await reader.sees({ css: `${part} .challenges-head *` }, /1 of 6 solved/);
  await reader.press(button('Forget my progress', part), 'finger');
  await reader.sees({ css: `${part} .challenges-head *` }, /0 of 6 solved/);

  await reader.press(button('Open it at the top', `${part} .way:nth-child(3)`), 'finger');
  await reader.sees(VERDICT, /^Collapses to 6 x E minus 3 x H plus 3/);
});

test('what comes next: the slope, at another input and of another weight', async ({ reader }) => {
  await reader.openAt('what-comes-next', 'preset=chapter-8-relu');
  const part = '#what-comes-next';
  const factors = () => reader.texts(`${part} .factor b`);
  await expect.poll(factors).toEqual(['1', '1', '2', '2']);
  await reader.drag(
    field('input G for the slopes', part),
    [
      [-20, 0],
      [-60, 0],
    ],
    'finger',
  );
  await expect.poll(factors).toEqual(['1', '0', '2', '0']);
  await reader.focus({ css: `${part} select` });
  await reader.keys('ArrowDown');
  await reader.press(button('All slopes for these inputs', part), 'finger');
  await reader.sees(`${part} .all-slopes .weights:last-child`, /Output/);
});

test('the contents lead to every section, and the bar back to the network', async ({ reader }) => {
  await reader.open();
  for (const id of ['one-neuron', 'same-model-twice', 'what-comes-next']) {
    const contents = `nav[aria-label=Contents] a[href$="${id}"]`;
    await reader.press(contents, id === 'one-neuron' ? 'finger' : 'mouse');
    await reader.until(() =>
      reader.evaluate((section) => {
        const { top } = document.querySelector(`#${section} h2`)?.getBoundingClientRect() ?? { top: -1 };
        return top >= 0 && top < innerHeight;
      }, id),
    );
    // WebKit goes back there after a scroll that is not the reader's own, for as long as anything of the page is loading.
    if (id !== 'what-comes-next') await reader.keys('Home');
  }
  await reader.press('.stage-bar-back');
  await reader.counts('.stage-bar', 0);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`every formula of the article is set in faces that have come, ${width} px wide`, async ({ reader }) => {
    await reader.browser.resize(width, height);
    await reader.openAt('what-comes-next', 'preset=chapter-8-relu');
    const end = await reader.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < end; y += 700) {
      await reader.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
      await reader.frame();
    }
    const failed = await reader.evaluate(async () => {
      await document.fonts.ready;
      // Stand-ins are faces of the system, which may not have them.
      const own = [...document.fonts].filter(({ family }) => !family.includes('stand-in'));
      return own.filter(({ status }) => status === 'error').map(({ family }) => family);
    });
    expect(failed).toEqual([]);
    expect(await reader.overflow()).toBeLessThanOrEqual(0);
  });
}

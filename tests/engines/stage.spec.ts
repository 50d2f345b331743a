/** The first screen: by mouse, by finger, by keys. */
import { expect, test } from './fixtures.ts';
import { activation, button, field, slider } from './reader.ts';

const E_TO_1 = 'weight from E to hidden node 1';
const chip = field(E_TO_1, '.diagram');
const onDesk = field(E_TO_1, '.desk');
const VERDICT = '[role=status][aria-label=Verdict]';
const SIDEWAYS = [
  [10, 0],
  [26, 0],
  [40, 0],
] as const;

/** Of a wide window and of the narrowest. */
const SIZES = [
  [1440, 900],
  [390, 844],
] as const;

for (const [width, height] of SIZES) {
  test(`the starting network, its algebra and its verdict are there, ${width} px wide`, async ({ reader }) => {
    await reader.browser.resize(width, height);
    await reader.load();
    await reader.sees(VERDICT, /^Collapses to 21 x E plus 11 x H plus 18 x G plus 11/);
    await reader.counts('.diagram .node', 2);
    await reader.counts('.derivation .line', 3);
    expect(await reader.overflow()).toBeLessThanOrEqual(0);
    await reader.open('preset=chapter-8-relu');
    await reader.counts('.derivation .case', 4);
    expect(await reader.overflow()).toBeLessThanOrEqual(0);
  });
}

test('the switch: the same weights, four pieces, and back', async ({ reader }) => {
  await reader.open();
  for (const by of ['mouse', 'finger', 'keys'] as const) {
    if (by === 'keys') {
      await reader.focus(activation('Linear'));
      await reader.keys('ArrowRight');
    } else await reader.press(activation('ReLU'), by);
    await reader.sees(VERDICT, /^Does not collapse: two creases, four flat pieces\./);
    await reader.counts('.derivation .case', 4);
    await reader.sees(onDesk, '0.5');
    if (by === 'keys') await reader.keys('ArrowLeft');
    else await reader.press(activation('Linear'), by);
    await reader.sees(VERDICT, /^Collapses to 21 x E/);
  }
});

test('a weight is dragged on its edge, in the equation and on its slider; a drag is one step of undo', async ({
  reader,
}) => {
  await reader.open();
  for (const by of ['mouse', 'finger'] as const) {
    for (const target of [chip, field(E_TO_1, '.derivation')]) {
      await reader.drag(target, SIDEWAYS, by);
      await reader.sees(onDesk, '1.5');
      await reader.sees(VERDICT, /^Collapses to 23 x E/);
      await reader.press(button('Undo'), by);
      await reader.sees(onDesk, '0.5');
    }
  }
  await reader.drag(slider(E_TO_1, '.desk'), SIDEWAYS);
  await expect.poll(() => reader.texts(onDesk)).not.toEqual(['0.5']);
  await reader.press(button('Undo'));
  await reader.sees(onDesk, '0.5');
});

test('Escape takes a drag back, and the pointer that is still down moves nothing', async ({ reader }) => {
  await reader.open();
  for (const target of [chip, slider(E_TO_1, '.desk')]) {
    const { x, y } = await reader.middle(target);
    await reader.browser.pointer([{ kind: 'move', x, y }, { kind: 'down' }, { kind: 'move', x: x + 20, y }]);
    await reader.browser.pointer([{ kind: 'move', x: x + 80, y }]);
    await expect.poll(() => reader.texts(onDesk)).not.toEqual(['0.5']);
    await reader.keys('Escape');
    await reader.sees(onDesk, '0.5');
    await reader.browser.pointer([{ kind: 'move', x: x - 40, y }, { kind: 'up' }]);
    await reader.frame();
    await reader.sees(onDesk, '0.5');
  }
});

test('a number is typed in every form that people write, and a wrong one says why', async ({ reader }) => {
  await reader.open();
  for (const [typed, shown, coefficient] of [
    ['1/3', '1/3', '62 over 3 times'],
    ['0,5', '0.5', '21'],
    ['-3', '−3', '14'],
  ] as const) {
    await reader.type(chip, typed);
    await reader.sees(onDesk, shown);
    await reader.sees(VERDICT, new RegExp(`^Collapses to ${coefficient} x E`));
  }
  await reader.type(onDesk, 'abc');
  await reader.sees('[role=alert]', /can’t be part of a number/);
  await reader.keys('Escape');
  await reader.counts('[role=alert]', 0);
  await reader.sees(onDesk, '−3');
});

test('keys step a number wherever it stands', async ({ reader }) => {
  await reader.open();
  for (const control of [chip, onDesk, field(E_TO_1, '.derivation'), slider(E_TO_1, '.desk')]) {
    await reader.focus(control);
    await reader.keys('ArrowUp', 'Shift+ArrowUp', 'Alt+ArrowUp');
    await reader.sees(onDesk, '1.61');
    await reader.keys('ArrowDown');
    await reader.sees(onDesk, '1.51');
    await reader.press(button('Reset'));
    await reader.sees(onDesk, '0.5');
  }
});

test('undo and redo by keys; typing is taken back before an edit is', async ({ reader }) => {
  await reader.open();
  await reader.type(onDesk, '7');
  await reader.press(activation('ReLU'));
  await reader.sees(VERDICT, /^Does not collapse/);
  await reader.keys('Control+z');
  await reader.sees(VERDICT, /^Collapses to 34 x E/);
  await reader.keys('Control+z');
  await reader.sees(onDesk, '0.5');
  await reader.keys('Control+Shift+z');
  await reader.sees(onDesk, '7');
  await reader.focus(onDesk);
  await reader.keys('Control+a', '8', 'Control+z');
  await reader.sees(onDesk, '7');
});

test('steps: Combine dissolves the hidden nodes, by pointer, by finger and by keys', async ({ reader }) => {
  await reader.open();
  const current = '.derivation a[aria-current=step]';
  for (const by of ['mouse', 'finger'] as const) {
    for (const [i, step] of [/Write/, /Multiply/, /Combine/].entries()) {
      await reader.press(`.steps li:nth-child(${i + 1}) a`, by);
      await reader.sees(current, step);
    }
    await reader.counts(chip, 0);
    // The step that is shown leads back to the whole.
    await reader.press(current, by);
    await reader.counts(chip, 1);
  }
  await reader.press('.steps li:first-child a');
  await reader.focus(current);
  await reader.keys('ArrowRight', 'ArrowRight');
  await reader.sees(current, /Combine/);
  await reader.counts(chip, 0);
  await expect.poll(() => reader.url()).toContain('step=3');
  await reader.reload();
  await reader.sees(current, /Combine/);
});

test('links: they open, are written, survive a reload; a broken one says which part is wrong', async ({ reader }) => {
  await reader.load('v=1&in=A,B&at=1,1&h1=0.1,0:0;0.2,0:0&y=1,1:0');
  await reader.sees(VERDICT, /^Collapses to 0\.3 x A\./);
  await reader.open('preset=cancelling-pair');
  await reader.sees(VERDICT, /^Collapses to 6 x E minus 3 x H plus 3/);
  await reader.open();
  await reader.type(onDesk, '7');
  await expect.poll(() => reader.url()).toMatch(/h1=7,3,4/);
  await reader.reload();
  await reader.sees(onDesk, '7');
  await reader.open('v=1&in=E,H,G&h1=0.5,3,x:0.5;4,1,2:1&y=2,5:5');
  await reader.sees('[role=alert]', /h1/);
  await reader.press(button('Open the starting network'));
  await reader.counts('[role=alert]', 0);
});

test('the sheet: its point is dragged and stepped, it turns, and its window is chosen', async ({ reader }) => {
  await reader.open('preset=chapter-8-relu');
  // Until the engine has come the sheet is another one, and its point elsewhere.
  await reader.sees(VERDICT, /^Does not collapse/);
  const value = field('value of E', '.diagram');
  const handle = '.stage .sheet-handle';
  for (const by of ['mouse', 'finger'] as const) {
    const [before] = await reader.texts(value);
    await reader.drag(handle, by === 'mouse' ? SIDEWAYS : SIDEWAYS.map(([x]) => [-x, 0] as const), by);
    await expect.poll(() => reader.texts(value)).not.toEqual([before]);
    await reader.press(button('Undo'));
    await reader.sees(value, before ?? '');
  }
  await reader.focus('.stage .sheet-handle [aria-label="E of the point"]');
  await reader.keys('ArrowRight');
  await reader.sees(value, '1.1');

  const picture = () => reader.evaluate(() => document.querySelector('.stage .sheet-view')?.innerHTML ?? '');
  const drawn = await picture();
  await reader.press(button('Turn left', '.stage'));
  await expect.poll(picture).not.toBe(drawn);
  await reader.press(button('View of the sheet', '.stage'));
  const menu = await reader.box('.stage .sheet-menu');
  expect(menu.x).toBeGreaterThanOrEqual(0);
  await reader.type(field('E to', '.stage .sheet-menu'), '7');
  await reader.sees(field('E to', '.stage .sheet-menu'), '7');
  await reader.keys('Escape');
  await reader.counts('.stage .sheet-menu', 0);
});

test('panels open beside what they are of, take the focus, and give it back', async ({ reader }) => {
  await reader.open();
  const node = { css: '.diagram .node', name: 'Hidden node 1: intermediate value 1, output 1' };
  for (const by of ['mouse', 'finger', 'keys'] as const) {
    if (by === 'keys') {
      await reader.focus(node);
      await reader.keys('Enter');
    } else await reader.press(node, by);
    const panel = await reader.box('[role=dialog][aria-label="Hidden node 1"]');
    expect(await reader.isInView(panel)).toBe(true);
    // What it changes is to be seen.
    const network = await reader.box('.diagram');
    expect(panel.x).toBeGreaterThanOrEqual(network.x + network.width - 1);
    await reader.until(() => reader.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null));
    await reader.keys('Escape');
    await reader.counts('[role=dialog]', 0);
    expect(await reader.focused()).toBe(node.name);
  }
  await reader.press(button('Shape', '.diagram'));
  await reader.press(button('Add an input', '[role=dialog]'));
  await reader.counts('.diagram .input-node', 4);
  await reader.keys('Escape', 'Control+z');
  await reader.counts('.diagram .input-node', 3);
});

test('menus: a preset and another activation are chosen, by keys and by pointer', async ({ reader }) => {
  await reader.open();
  await reader.press(button('Presets'));
  const entry = '[role=menu] [role=menuitemradio]';
  await reader.counts(entry, 8);
  await reader.until(() => reader.evaluate(() => document.activeElement?.closest('[role=menu]') !== null));
  await reader.keys('End', 'Enter');
  await reader.counts(entry, 0);
  await reader.sees(VERDICT, /^(?!Collapses to 21 x E)/);
  await reader.open('preset=chapter-8');
  await reader.press('.stage .switch-more');
  await reader.press(`${entry}:nth-child(2)`, 'finger');
  await reader.sees(VERDICT, /^Does not collapse/);
  await reader.sees('.stage .switch-more', /^(?!More)/);
});

test('numbers and letters of a formula stand on one line, and a control on the number that it changes', async ({
  reader,
}) => {
  await reader.open();
  await reader.box(field(E_TO_1, '.derivation'));
  const off = await reader.evaluate(() => {
    const found: string[] = [];
    for (const slot of document.querySelectorAll<HTMLElement>('.derivation .line .number-slot')) {
      if (!slot.checkVisibility()) continue;
      const number = slot.querySelector('[aria-hidden]');
      if (!number) continue;
      const [a, b] = [slot.getBoundingClientRect(), number.getBoundingClientRect()];
      const isOver = a.left <= b.left + 1 && a.right >= b.right - 1 && a.top <= b.top + 2 && a.bottom >= b.bottom - 2;
      if (!isOver) found.push(`${slot.textContent} ${JSON.stringify([a, b])}`);
    }
    return found;
  });
  expect(off).toEqual([]);
  // What is only heard takes no room: a line is as high as what is seen of it.
  const rooms = await reader.evaluate(() =>
    [...document.querySelectorAll('.derivation .line')].map((line) => {
      const formula = line.querySelector('.line-body .formula-group');
      return line.getBoundingClientRect().height / (formula?.getBoundingClientRect().height ?? 1);
    }),
  );
  for (const room of rooms) expect(room).toBeLessThan(1.5);
});

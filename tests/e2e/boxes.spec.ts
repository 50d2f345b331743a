/** What stands in a frame stays in it: numbers in their circles and pills, pictures in theirs, whatever the weights are. */
import type { Page } from '@playwright/test';
import { ACTIVATION_KINDS } from '../../src/activation/activation.ts';
import { canBeDrawn } from '../../src/diagram/layout.ts';
import { decode } from '../../src/state/codec.ts';
import { expect, test } from './lasting.ts';
import { came } from './stage.ts';

/** Two weights each. */
const EXTREMES = [
  ['1e20', '-1e20'],
  ['1e-9', '-1e-9'],
  ['1/3', '-2/7'],
  ['-123456.789', '0.1234567890123456789'],
  ['-99.995', '1e-20'],
] as const;

/** Three inputs, two nodes of a kind with two of the extremes each, and an output of that kind or a linear one. */
const LINKS = ACTIVATION_KINDS.map((kind, k) => {
  const [p, q] = EXTREMES[k % EXTREMES.length] as (typeof EXTREMES)[number];
  const [r, s] = EXTREMES[(k + 1 + Math.floor(k / EXTREMES.length)) % EXTREMES.length] as (typeof EXTREMES)[number];
  const output = k % 2 === 0 ? kind : 'linear';
  return `#v=1&in=E,H,G&at=${p},${s},-1.5&f=${kind}&h1=${p},1,${q}:${q};0.5,${r},3:${s}&y=${q},2:1:${output}`;
});

test('no number leaves its circle or pill, and no picture its frame, whatever the weights and the activations', async ({
  page,
}) => {
  await page.goto('');
  await page.getByRole('radio', { name: 'Hidden node 1', exact: true }).first().waitFor();
  await page.locator('.neuron-figure .choice', { hasText: 'Hidden node 1' }).click();
  await expect(page.locator('.neuron-figure figcaption')).toContainText('network at the top');
  for (const link of LINKS) {
    await open(page, link);
    expect(await page.evaluate(leaving), link).toEqual([]);
  }
});

/** A network of random weights, the same ones each time: inputs, hidden layers, and the output. */
function linkOf(widths: readonly number[]): string {
  let seed = 11;
  const number = () => {
    seed = (seed * 48271) % 2147483647;
    return Math.round((seed / 2147483647) * 400 - 200) / 100;
  };
  const numbers = (count: number) => Array.from({ length: count }, number).join(',');
  const layers = widths.slice(1).map((count, l) => {
    const nodes = Array.from({ length: count }, () => `${numbers(widths[l] ?? 0)}:${number()}`);
    return `${l === widths.length - 2 ? 'y' : `h${l + 1}`}=${nodes.join(';')}`;
  });
  const names = Array.from({ length: widths[0] ?? 0 }, (_, i) => 'ABCDEF'[i]).join(',');
  return `#v=1&in=${names}&at=${numbers(widths[0] ?? 0)}&f=relu&${layers.join('&')}`;
}

test('no chip lies on a name or a number, in networks of all sizes, whichever node is in hand', async ({ page }) => {
  await page.goto('');
  await page.getByRole('radio', { name: 'Hidden node 1', exact: true }).first().waitFor();
  // The layouts of larger ones are checked as numbers (layout.test.ts).
  for (const widths of [
    [3, 2, 1],
    [2, 4, 4, 4, 1],
    [6, 8, 8, 1],
  ]) {
    await open(page, linkOf(widths));
    // A large one is shown as matrices at first.
    const drawing = page.getByRole('button', { name: 'Drawing', exact: true });
    const shared = decode(linkOf(widths));
    if (shared?.ok && canBeDrawn(shared.value.document.network)) await expect(drawing).toHaveCount(0);
    else await drawing.click();
    const nodes = page.locator('.node, .output-node');
    for (const i of [0, widths[1] ?? 0]) {
      await nodes.nth(i).focus();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await page.evaluate(covered), `${widths.join('-')}, node ${i}`).toEqual([]);
    }
  }
});

test('what stands in rows stands in line, and nothing of the article is too small or leaves its place', async ({
  page,
  isMobile,
}) => {
  await page.goto('./#does-it-always-bend');
  await page.locator('#does-it-always-bend').evaluate((section) => section.scrollIntoView());
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('does-it-always-bend') ?? {}).some((key) => key.startsWith('__react')),
  );
  await page.getByRole('button', { name: 'Try it: Build XOR' }).click();
  await expect(page.getByRole('group', { name: 'Workbench' }).locator('table')).toHaveCount(3);
  expect(await page.evaluate(outOfLine)).toEqual([]);
  // Two inputs and a constant make an odd number of tiles.
  await open(page, '#v=1&in=E,H&at=1,2&h1=1,2:3;2,-1:1&y=1,1:0');
  expect(await page.evaluate(outOfLine)).toEqual([]);
  const heads = await lefts(page, 'h1, .section-head > h2, .glossary > h2');
  if (!isMobile) expect(new Set(heads).size, String(heads)).toBe(1);
  const matrixForm = page.getByRole('button', { name: 'Matrix form' });
  await matrixForm.click();
  // A large network has no other form, and so no button for it.
  for (const link of [linkOf([4, 6, 5, 1]), '#preset=chapter-8']) {
    await open(page, link);
    await expect(page.locator('.matrix-line').first()).toBeVisible();
    expect(await page.evaluate(cutLines), link).toEqual([]);
  }
  await matrixForm.click();
});

const lefts = (page: Page, of: string) =>
  page.locator(of).evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().left));

/** Lines of matrices that are wider than their place, and can't be scrolled. In the page. */
function cutLines(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.matrix-line')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .filter((line) => getComputedStyle(line).overflowX !== 'auto')
    .map((line) => line.getAttribute('aria-label') ?? '');
}

/** What does not stand where its neighbours stand. In the page. */
function outOfLine(): string[] {
  const found: string[] = [];
  const boxes = (of: string, within: ParentNode = document) =>
    [...within.querySelectorAll(of)].map((element) => element.getBoundingClientRect());
  const differ = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers) > 1;

  // The buttons of the cards stand at their lower left.
  const ways = [...document.querySelectorAll('.way')].map((way) => {
    const [card, button] = [way.getBoundingClientRect(), way.querySelector('button')?.getBoundingClientRect()];
    return { left: (button?.left ?? 0) - card.left, below: card.bottom - (button?.bottom ?? 0) };
  });
  if (ways.length < 3 || differ(ways.map(({ left }) => left)) || differ(ways.map(({ below }) => below)))
    found.push(`the buttons of the three ways: ${JSON.stringify(ways)}`);

  // The column of the biases is in one place, of all nodes; the table before has the inputs.
  const biases = [...document.querySelectorAll('.challenge table')].map((table) =>
    boxes('tr > :last-child', table).map(({ left }) => left),
  );
  if (biases.length > 0 && differ(biases.slice(1).flat())) found.push(`the last columns: ${JSON.stringify(biases)}`);

  // The rows of tiles are full.
  for (const tiles of document.querySelectorAll('.moves')) {
    const rows = new Map<number, DOMRect[]>();
    for (const tile of boxes('.move', tiles)) rows.set(tile.top, [...(rows.get(tile.top) ?? []), tile]);
    const ends = [...rows.values()].map((row) => row.at(-1)?.right ?? 0);
    if (differ(ends)) found.push(`a row of tiles is not full: ${ends.join()}`);
  }

  // The link to a section follows the last word of its heading.
  for (const head of document.querySelectorAll('.section-head')) {
    const [words, link] = [head.querySelector('h2'), head.querySelector('.section-link')];
    const [last, place] = [[...(words?.getClientRects() ?? [])].at(-1), link?.getBoundingClientRect()];
    if (!last || !place) throw new Error('a heading without its link');
    const middle = place.top + place.height / 2;
    if (place.left - last.right > 12 || middle < last.top || middle > last.bottom)
      found.push(`the link of “${words?.textContent}” floats off`);
  }

  // Words of the figure of a neuron keep off its rim.
  const figure = document.querySelector('.neuron-figure')?.getBoundingClientRect();
  for (const word of boxes('.neuron small, .neuron figcaption, .neuron-sum > *, .neuron-output > *'))
    if (figure && word.width > 0 && (word.left < figure.left + 6 || word.right > figure.right - 6))
      found.push('a word of the neuron touches the rim of its figure');

  // Formulas in small cards can be read; only what is set below or above a letter is smaller.
  const texts = document.createTreeWalker(document.querySelector('#activation-functions') ?? document.body, 4);
  while (texts.nextNode()) {
    const { parentElement: element, textContent } = texts.currentNode;
    if (!element || !textContent?.trim() || element.closest('sub, sup, .msupsub, .katex-mathml, .visually-hidden'))
      continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < 12) found.push(`“${textContent}” is ${size} px high`);
  }
  return found;
}

test('the chosen face of the switch stands out from its track, in both themes; forced colours leave every circle', async ({
  page,
}) => {
  await page.goto('');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const contrast = await page.evaluate(() => {
      const luminance = (element: Element | null) => {
        const numbers = getComputedStyle(element as Element).backgroundColor.match(/[\d.]+/g) ?? [];
        const [r = 0, g = 0, b = 0] = numbers.slice(0, 3).map((channel) => {
          const share = Number(channel) / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const track = luminance(document.querySelector('.switch'));
      const face = luminance(document.querySelector('.switch input:checked + .switch-face'));
      return (Math.max(track, face) + 0.05) / (Math.min(track, face) + 0.05);
    });
    expect(contrast, colorScheme).toBeGreaterThanOrEqual(3);
  }
  // Where the system chooses the colours, what was told by a colour behind it has a line around it.
  await came(page, 'late-styles');
  await page.emulateMedia({ forcedColors: 'active' });
  const bare = await page.evaluate(() => {
    const round = '.node, .output-node, .neuron-sum, .neuron-output, .neuron-input > b, .neuron-circle';
    return [...document.querySelectorAll(round)].flatMap((element) => {
      const { borderStyle, borderWidth } = getComputedStyle(element);
      return borderStyle === 'none' || Number.parseFloat(borderWidth) < 1 ? [element.className] : [];
    });
  });
  expect(bare).toEqual([]);
});

/** Numbers and names of the diagram that a chip lies on. In the page. */
function covered(): string[] {
  const texts = '.node-sum, .node-output, .node-label, .node-inside, .output-value, .input-node .symbol, .value';
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const boxes = [...document.querySelectorAll(texts)].filter(isShown).map((element) => {
    const field = element.querySelector<HTMLElement>('.number-field');
    if (field) {
      // Of a field what is written in it.
      const { left, top, width, height } = field.getBoundingClientRect();
      const [style, rest] = [getComputedStyle(field), getComputedStyle(field.querySelector('input') ?? field)];
      const written = Number(style.getPropertyValue('--em')) * Number.parseFloat(rest.fontSize);
      return { text: element.className, box: new DOMRect(left + (width - written) / 2, top, written, height) };
    }
    const range = document.createRange();
    range.selectNodeContents(element);
    return { text: `${element.className} “${element.textContent}”`, box: range.getBoundingClientRect() };
  });
  return [...document.querySelectorAll<HTMLElement>('.diagram .chip-field')].filter(isShown).flatMap((chip) => {
    const { left, right, top, bottom } = chip.getBoundingClientRect();
    // A pill is drawn lower than its target.
    const inset = Number.parseFloat(getComputedStyle(chip).getPropertyValue('--pill-inset')) + 1;
    return boxes
      .filter(({ box }) => box.width > 0)
      .filter(
        ({ box }) =>
          box.left < right - 1 && box.right > left + 1 && box.top < bottom - inset && box.bottom > top + inset,
      )
      .map(({ text }) => `“${chip.querySelector('input')?.value}” on ${text}`);
  });
}

/** The page has taken the link when the diagram shows it. */
async function open(page: Page, link: string): Promise<void> {
  await page.evaluate(async (hash) => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    location.hash = hash;
    await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    await drawn();
  }, link);
}

/** What is seen outside its frame, or too small to be read. In the page. */
function leaving(): string[] {
  const SLACK = 1;
  /** px; the browser adds the corners of a stroke to a box. */
  const STROKE = 2.5;
  /** px; nothing shorter can be said than one digit and an exponent. */
  const smallestOf = (text: string) => (/^≈?−?\d(?:e−?\d+)?$/.test(text) ? 8.9 : 10.9);
  const found: string[] = [];
  const name = (element: Element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`;
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  /** How far an element is seen outside a frame, px: what the elements around it cut off is not seen. */
  const outside = (element: Element, frame: DOMRect, until: Element): number => {
    let { left, right, top, bottom } = element.getBoundingClientRect();
    const out = () => Math.max(frame.left - left, right - frame.right, frame.top - top, bottom - frame.bottom);
    // Most are inside, and that is quick to see.
    if (right === left || out() <= 0 || !isShown(element)) return 0;
    for (let at = element.parentElement; at && at !== until.parentElement; at = at.parentElement) {
      if (getComputedStyle(at).overflow === 'visible') continue;
      const around = at.getBoundingClientRect();
      [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
      [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
    }
    return left < right && top < bottom ? out() : 0;
  };
  const textBox = (element: Element): DOMRect => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };

  // Numbers in circles and capsules: within the rim at the height of their figures.
  const inRound: readonly (readonly [text: string, frame: string])[] = [
    ['.node-sum', '.node'],
    ['.output-value', '.output-node'],
    ['.neuron-sum > b', '.neuron-sum'],
    ['.neuron-output > b', '.neuron-output'],
    ['.neuron-input > b', '.neuron-input > b'],
    ['.picture-node > text', '.picture-node > rect'],
    ['.picture-output > text', '.picture-output > rect'],
  ];
  for (const [text, frame] of inRound) {
    for (const element of document.querySelectorAll(text)) {
      if (!isShown(element) || element.textContent === '') continue;
      const rim = element.closest(frame) ?? element.parentElement?.querySelector(frame.replace(/^.*> /, ''));
      if (!rim) throw new Error(`no ${frame} around ${text}`);
      const [box, around] = [textBox(element), rim.getBoundingClientRect()];
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const radius = Math.min(around.width, around.height) / 2;
      const away = Math.abs(box.top + box.height / 2 - around.top - around.height / 2) + 0.36 * size;
      const bend = radius - Math.sqrt(Math.max(0, radius ** 2 - away ** 2));
      if (box.left < around.left + bend - SLACK || box.right > around.right - bend + SLACK) {
        found.push(`${text} “${element.textContent}” is wider than its ${frame}`);
      }
      if (size < smallestOf(element.textContent) && !element.closest('svg'))
        found.push(`${text} “${element.textContent}” is ${size} px high`);
    }
  }

  // A sum does not run into the graph beside it.
  for (const node of document.querySelectorAll('.node')) {
    const [sum, graph] = [node.querySelector('.node-sum'), node.querySelector('.activation-graph')];
    if (!sum || !graph || !isShown(graph) || node.closest('[data-stacked]')) continue;
    if (textBox(sum).right > graph.getBoundingClientRect().left + SLACK)
      found.push(`“${sum.textContent}” runs into its graph`);
  }

  // Fields: all of the number that they show at rest.
  const fields = '.chip-field input, .value-field input, .desk-field input, .neuron input';
  for (const field of document.querySelectorAll<HTMLInputElement>(fields)) {
    if (!isShown(field) || field === document.activeElement) continue;
    if (field.scrollWidth > field.clientWidth + SLACK) found.push(`the field “${field.value}” cuts its number`);
    const size = Number.parseFloat(getComputedStyle(field).fontSize);
    if (size < smallestOf(field.value)) found.push(`the field “${field.value}” is ${size} px high`);
  }

  // Pictures, and everything in a figure or a panel of the stage.
  const frames = [
    ['.scaled-graph, .network-picture, .activation-graph', 'path, circle, rect, text', STROKE],
    ['.neuron-figure, .card-network', '*', SLACK],
  ] as const;
  for (const [framed, parts, slack] of frames) {
    for (const around of document.querySelectorAll(framed)) {
      if (!isShown(around)) continue;
      const frame = around.getBoundingClientRect();
      for (const part of around.querySelectorAll(parts)) {
        if (part.closest('[popover], .visually-hidden, .katex-mathml')) continue;
        const out = outside(part, frame, around);
        if (out > slack) found.push(`${name(part)} leaves ${name(around)} by ${out.toFixed(1)} px`);
      }
    }
  }
  return [...new Set(found)];
}

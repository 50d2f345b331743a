/** What stands in a frame stays in it: numbers in their circles and pills, pictures in theirs, whatever the weights are. */
import type { Page } from '@playwright/test';
import { ACTIVATION_KINDS } from '../../src/model/activation.ts';
import { expect, test } from './fixtures.ts';

/** Two weights each. */
const EXTREMES = [
  ['1e20', '-1e20'],
  ['1e-9', '-1e-9'],
  ['1/3', '-2/7'],
  ['-123456.789', '0.1234567890123456789'],
  ['-99.995', '1e-20'],
] as const;

/** Three inputs, two nodes of a kind with two of the extremes, and an output of that kind or a linear one. */
const LINKS = ACTIVATION_KINDS.flatMap((kind, k) =>
  [2 * k, 2 * k + 1].map((i) => {
    const [p, q] = EXTREMES[i % EXTREMES.length] as (typeof EXTREMES)[number];
    const output = i % 2 === 0 ? kind : 'linear';
    return `#v=1&in=E,H,G&at=${p},${q},-1.5&f=${kind}&h1=${p},1,${q}:${q};0.5,${q},3:${p}&y=${q},2:1:${output}`;
  }),
);

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
  const STROKE = 2;
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

/** What the page keeps in memory, as far as it does not hang on chance: for tests that look for leaks. */
import { expect, type Page } from '@playwright/test';

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

/** Not what the page keeps: compiled code comes with every part that is used, and the browser's own objects are its own. */
const NOT_KEPT = new Set(['code', 'native', 'hidden', 'synthetic']);

/** A string counts for no more: of formulas the page keeps so many characters, and how many bytes they are is chance. */
const MOST_OF_A_STRING = 64;

/** What the page keeps after garbage has been collected, MB. */
export async function kept(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const chunks: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.detach();
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = types[0][nodes[node + type] ?? 0] ?? '';
    if (NOT_KEPT.has(kind)) continue;
    const own = nodes[node + size] ?? 0;
    bytes += kind === 'string' ? Math.min(own, MOST_OF_A_STRING) : own;
  }
  return bytes / 2 ** 20;
}

/** The chapter's network with a function that curves: a sheet of more than a thousand faces. */
const CURVED = '#v=1&in=E,H,G&at=1,2,-1.5&f=tanh&h1=0.5,3,4:0.5;4,1,2:1&y=2,5:5';

/** More networks than the page remembers the facts of. */
const OTHERS = Array.from({ length: 20 }, (_, i) => `#v=1&in=E,H&f=relu&h1=${i + 1},1:0&y=1:0`);

/** Shows the same networks in all parts of the page, whatever it has shown before: it remembers the last few. */
export async function showKnown(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.mouse.move(2, 2);
  await open(page, '#preset=chapter-8', 'collapses');
  await scrollThrough(page);
  for (const link of OTHERS) await open(page, link, 'bends');
  // The sheet remembers what it was last made of, curved and flat: chance, unless both are these. And the browser keeps the
  // fields of a page, gone ones too, until the next entry in its history.
  await open(page, CURVED, 'bends');
  await open(page, '#preset=chapter-8-relu', 'bends');
  await open(page, '#preset=chapter-8', 'collapses');
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
}

async function open(page: Page, hash: string, kind: 'bends' | 'collapses'): Promise<void> {
  await page.evaluate((link) => {
    scrollTo(0, 0);
    location.hash = link;
  }, hash);
  await expect(page.locator('.verdict')).toHaveAttribute('data-kind', kind);
  await expect(page.locator('.card-sheet .sheet-canvas')).toHaveCount(hash === CURVED ? 1 : 0);
}

/** What comes when the reader does has come. A section that is not seen keeps the network that it showed last. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const section of document.querySelectorAll('.story .section')) {
      section.scrollIntoView({ behavior: 'instant' });
      for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await expect(page.locator('.section .formula:not(:has(> .katex-mathml))'), 'all is there to be heard').toHaveCount(0);
}

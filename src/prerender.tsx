import { renderToStaticMarkup } from 'react-dom/server';
import { prerender } from 'react-dom/static';
import { NetworkPicture } from './chapter/network-picture.tsx';
import { loadKatex } from './equation/katex-html.ts';
import { DRAWN_FOR, DrawnForContext, type DrawnFor } from './diagram/drawn-for.ts';
import { fittingScript } from './diagram/fitting-script.ts';
import { Page } from './page.tsx';
import { CARD_COMING, cardOrderScript } from './stage/card-order.ts';
import { nodeValue } from './facts/values.ts';
import type { NodeAt } from './model/network.ts';
import { ZERO } from './number/rational.ts';
import { defaultDocument } from './state/preset-document.ts';
import { createCreaseStore } from './state/store.ts';
import { DRAWINGS } from './styles/sizes.ts';

import { DIAGRAM } from '#words/diagram.ts';
import { shortNumberText } from '#words/number.ts';
import { valueText } from '#words/value.ts';

export { HEAD } from '#words/page-words.ts';

/**
 * The HTML of the page as it is before the first edit; the build puts it into index.html. The diagram stands there once,
 * drawn for a tablet, which can be stretched to any wider box; a script right behind it makes it the drawing for a box like
 * the real one before the page is painted. Where no script runs, a phone has a picture instead (diagram.css).
 */
export async function render(): Promise<string> {
  await loadKatex();
  const pages: string[] = [];
  for (const drawnFor of DRAWN_FOR) pages.push(await renderFor(drawnFor));
  const pictures = pages.map((page) => elementIn(page, PICTURE));
  const [, , tablet = ''] = pictures;
  const script = fittingScript(
    tablet,
    pictures,
    DRAWINGS.map(({ to }) => to),
  );
  const page = pages[pictures.indexOf(tablet)] ?? '';
  const card = elementIn(page, CARD);
  const fitted = card.replace(
    tablet,
    () => `<noscript>${phonePicture()}</noscript>${tablet}<script>${script}</script>`,
  );
  return page.replace(card, () => `<script>${CARD_COMING}</script>${fitted}<script>${cardOrderScript()}</script>`);
}

/** Where nothing can be pressed, a picture says as much. */
function phonePicture(): string {
  const { network, x } = defaultDocument();
  const textOf = (at: NodeAt) => valueText(nodeValue({ network, x }, at).a, 6);
  return renderToStaticMarkup(
    <NetworkPicture
      network={network}
      name={DIAGRAM.name}
      inputText={(input) => shortNumberText(x[input] ?? ZERO, 6)}
      nodeText={textOf}
      output={textOf({ layer: network.layers.length - 1, node: 0 })}
    />,
  );
}

async function renderFor(drawnFor: DrawnFor): Promise<string> {
  const store = createCreaseStore({ document: defaultDocument(), step: 0 });
  // Large parts behind a boundary would be put at the end of the page, out of sight until a script moves them.
  const whole: Parameters<typeof prerender>[1] & { readonly progressiveChunkSize: number } = {
    progressiveChunkSize: Infinity,
  };
  const { prelude } = await prerender(
    <DrawnForContext value={drawnFor}>
      <Page store={store} />
    </DrawnForContext>,
    whole,
  );
  return new Response(prelude).text();
}

/** Drawn for one width. */
const PICTURE = /<div [^>]*data-drawn-for=/;
const CARD = /<div class="[^"]*\bcard"/;

/** The first element whose tag begins so, to the end of it. */
function elementIn(page: string, tag: RegExp): string {
  const start = page.search(tag);
  if (start < 0) throw new Error(`The page has no ${tag.source}`);
  let depth = 0;
  for (const { 0: tag, index } of page.slice(start).matchAll(/<\/?div\b/g)) {
    depth += tag === '<div' ? 1 : -1;
    if (depth === 0) return page.slice(start, start + index + '</div>'.length);
  }
  throw new Error(`${tag.source} has no end`);
}

import { prerender } from 'react-dom/static';
import { loadKatex } from './equation/katex-html.ts';
import { Page } from './page.tsx';
import { defaultDocument } from './state/preset-document.ts';
import { createCreaseStore } from './state/store.ts';

/** The HTML of the page as it is before the first edit; the build puts it into index.html. */
export async function render(): Promise<string> {
  await loadKatex();
  const store = createCreaseStore({ document: defaultDocument(), step: 0 });
  // Large parts behind a boundary would be put at the end of the page, out of sight until a script moves them.
  const whole: Parameters<typeof prerender>[1] & { readonly progressiveChunkSize: number } = {
    progressiveChunkSize: Infinity,
  };
  const { prelude } = await prerender(<Page store={store} />, whole);
  return new Response(prelude).text();
}

import { prerender } from 'react-dom/static';
import { Page } from './page.tsx';

/** The HTML of the page as it is before the first edit; the build puts it into index.html. */
export async function render(): Promise<string> {
  const { prelude } = await prerender(<Page />);
  return new Response(prelude).text();
}

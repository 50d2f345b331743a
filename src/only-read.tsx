/** Sentences for those whose browser does not run the script: they stand in the HTML, and the script leaves them there. */
import { PAGE } from '#words/page-words.ts';

export function OnlyRead() {
  const html = import.meta.env.SSR
    ? `<p class="only-read is-old">${PAGE.old}</p><p class="only-read is-failed">${PAGE.failed}</p>`
    : '';
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
}

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortMarkup, shortScripts } from '../scripts/build/short-markup.ts';

/** Text, and tags with their attributes, as the tokenizer of an HTML parser tells them apart. */
function tokensOf(html: string): unknown[] {
  const tokens: unknown[] = [];
  let at = 0;
  const upTo = (end: RegExp): string => {
    const length = html.slice(at).search(end);
    const taken = html.slice(at, length < 0 ? html.length : at + length);
    at += taken.length;
    return taken;
  };
  while (at < html.length) {
    const text = upTo(/<\/?[a-z]/);
    if (text !== '') tokens.push(text);
    if (at >= html.length) break;
    const name = upTo(/[\s>]|\/>/);
    const attributes: [string, string][] = [];
    for (;;) {
      upTo(/[^\s/]/);
      if (html[at] === '>') break;
      const key = upTo(/[\s=>/]/);
      if (html[at] !== '=') {
        attributes.push([key, '']);
        continue;
      }
      at++;
      const isQuoted = html[at] === '"';
      if (isQuoted) at++;
      attributes.push([key, upTo(isQuoted ? /"/ : /[\s>]/)]);
      if (isQuoted) at++;
    }
    at++;
    tokens.push([name, attributes]);
  }
  return tokens;
}

const hostile = fc.string({ unit: fc.constantFrom(...'ab1 ="\'`<>/&;-.#'), maxLength: 8 });

it('a page in fewer bytes is read as the same page', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, hostile, hostile), { maxLength: 6 }), (parts) => {
      const children = parts.map(([title, value, text], i) => [
        createElement('p', { key: `p${i}`, title, 'data-value': value, hidden: true }, text),
        createElement('input', { key: `i${i}`, readOnly: true, value, title }),
      ]);
      const html = renderToStaticMarkup(createElement('div', { className: 'a b' }, children));
      const short = shortMarkup(html);
      expect(tokensOf(short)).toEqual(tokensOf(html));
      expect(short.length).toBeLessThanOrEqual(html.length);
    }),
    { numRuns: 300 },
  );
  expect(shortMarkup('<p class="a" title="a b"></p>')).toBe('<p class=a title="a b"></p>');
});

it('leaves comments and indentation of scripts out, and the rest of the page alone', () => {
  const page = '<p>  // a\n</p><script>\n  // why\n  var a = 1; // b\n\n  f(a);\n</script><script src=a></script>';
  expect(shortScripts(page)).toBe('<p>  // a\n</p><script>var a = 1; // b\nf(a);</script><script src=a></script>');
});

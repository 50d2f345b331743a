import { createElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortMarkup, shortScripts, shortTemplate } from '../scripts/build/short-markup.ts';

interface TreeNode {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  /** Elements, and texts. */
  readonly children: (TreeNode | string)[];
}

const VOID = new Set(['br', 'hr', 'img', 'input']);
/** What an element's start ends, if it is open: HTML's standard, "Optional tags". */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  li: ['p', 'li'],
  dt: ['p', 'dt', 'dd'],
  dd: ['p', 'dt', 'dd'],
  option: ['option'],
  td: ['p', 'td', 'th'],
  th: ['p', 'td', 'th'],
  tr: ['p', 'td', 'th', 'tr'],
  ...Object.fromEntries(
    ['p', 'div', 'ul', 'ol', 'dl', 'table', 'section', 'h3', 'figure'].map((name) => [name, ['p']]),
  ),
};
/** What an end may leave open: it is ended by that. */
const IMPLIED = new Set(['li', 'dt', 'dd', 'option', 'td', 'th', 'tr', 'p']);

/** The tree that an HTML parser makes of it. Throws where an end fits nothing. */
function treeOf(html: string): TreeNode {
  const root: TreeNode = { name: '', attributes: [], children: [] };
  const open = [root];
  const last = () => open.at(-1) as TreeNode;
  let at = 0;
  const upTo = (end: RegExp): string => {
    const length = html.slice(at).search(end);
    const taken = html.slice(at, length < 0 ? html.length : at + length);
    at += taken.length;
    return taken;
  };
  while (at < html.length) {
    const text = upTo(/<\/?[a-z]/);
    if (text !== '') last().children.push(text);
    if (at >= html.length) break;
    const name = upTo(/[\s>]|\/>/).slice(1);
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
    const isSelfClosed = html[at - 1] === '/';
    at++;
    if (name.startsWith('/')) {
      while (last().name !== name.slice(1))
        if (!IMPLIED.has(open.pop()?.name ?? '')) throw new Error(`${name} ends nothing`);
      open.pop();
      continue;
    }
    while (ENDS[name]?.includes(last().name)) open.pop();
    const element: TreeNode = { name, attributes, children: [] };
    last().children.push(element);
    const isEmpty = VOID.has(name) || (isSelfClosed && open.some((parent) => parent.name === 'svg'));
    if (!isEmpty) open.push(element);
  }
  return root;
}

const hostile = fc.string({ unit: fc.constantFrom(...'ab1 ="\'`<>/&;-.#'), maxLength: 8 });

/** Of React, with `content` at the places where HTML lets an end tag out. */
const nested = fc.letrec<{ block: ReactElement; content: ReactNode }>((tie) => {
  const many = (name: string, child: fc.Arbitrary<ReactNode>) =>
    fc.array(child, { maxLength: 3 }).map((children) => createElement(name, null, ...children));
  const each = (name: string) => tie('content').map((content) => createElement(name, { title: 'a b' }, content));
  const option = hostile.map((text) => createElement('option', { value: text }, text));
  const paragraph = fc.tuple(hostile, hostile).map(([title, text]) => createElement('p', { title }, text));
  const row = many('tr', fc.oneof(each('td'), each('th')));
  const shape = fc
    .tuple(fc.constantFrom('path', 'rect', 'circle', 'line'), hostile)
    .map(([name, d]) => createElement(name, { id: d, d }));
  const input = fc
    .tuple(hostile, hostile)
    .map(([value, title]) => createElement('input', { readOnly: true, value, title }));
  return {
    content: fc.oneof({ maxDepth: 4 }, hostile, input, tie('block'), paragraph),
    block: fc.oneof(
      { maxDepth: 4 },
      paragraph,
      many('div', fc.oneof(paragraph, tie('block'), hostile, input)),
      many('ul', each('li')),
      many('dl', fc.oneof(each('dt'), each('dd'))),
      many('select', option),
      many('svg', shape),
      many('tbody', row).map((body) => createElement('table', null, body)),
    ),
  };
}).block;

it('a page in fewer bytes is read as the same page', () => {
  fc.assert(
    fc.property(nested, (block) => {
      const html = renderToStaticMarkup(block);
      const short = shortMarkup(html);
      expect(treeOf(short)).toEqual(treeOf(html));
      expect(short.length).toBeLessThanOrEqual(html.length);
    }),
    { numRuns: 500 },
  );
  expect(shortMarkup('<p class="a" title="a b"></p>')).toBe('<p class=a title="a b"></p>');
  expect(shortMarkup('<ul><li>a</li><li><p>b</p></li></ul>')).toBe('<ul><li>a<li><p>b</ul>');
  expect(shortMarkup('<svg><path d="M0 0"></path></svg><input value="1"/>')).toBe(
    '<svg><path d="M0 0" /></svg><input value=1>',
  );
});

it('leaves comments and indentation of scripts out, and the rest of the page alone', () => {
  const page = '<p>  // a\n</p><script>\n  // why\n  var a = 1; // b\n\n  f(a);\n</script><script src=a></script>';
  expect(shortScripts(page)).toBe('<p>  // a\n</p><script>var a = 1; // b\nf(a);</script><script src=a></script>');
});

it('leaves indentation and comments around the content out, but for the place of the content', () => {
  const template = '<head>\n  <meta />\n  <!-- why -->\n</head>\n  <div><!--app--></div>\n';
  expect(shortTemplate(template)).toBe('<head>\n<meta />\n</head>\n<div><!--app--></div>\n');
});

/** KaTeX's drawings of a formula. It stands in KaTeX's own chunk, which comes late. */
import katex from 'katex';

/** The letters, digits and signs of a name that is text: all but braces, an underscore escaped. */
const TEXT = /\\text\{((?:[^{}\\]|\\_)*)\}/g;
const STAND_IN = /@(\d+)@/g;

/**
 * HTML of a piece of TeX, without KaTeX's two wrappers, or MathML. KaTeX knows the metrics of our faces' letters, and refuses others.
 * A name may have any: what is drawn is a stand-in, with a sign that nothing else of ours has, and the name takes its
 * place. (No character of a name means anything to HTML.)
 */
export function draw(tex: string, output: 'html' | 'mathml'): string {
  const names: string[] = [];
  const known = tex.replace(TEXT, (_, name: string) => `\\text{@${names.push(name.replaceAll('\\_', '_')) - 1}@}`);
  const html = katex.renderToString(known, { output, throwOnError: true, strict: 'error' });
  const drawn = output === 'html' ? inner(inner(html)) : bareMathml(html);
  return names.length === 0 ? drawn : drawn.replace(STAND_IN, (_, index: string) => names[Number(index)] ?? '');
}

/** The content of the one element that it consists of. */
function inner(element: string): string {
  return element.slice(element.indexOf('>') + 1, element.lastIndexOf('<'));
}

/** Without what says nothing to a reader: `math` is a row by itself, and the TeX stands beside it already. */
function bareMathml(drawn: string): string {
  const row = /<semantics>(?:<mrow>(.*)<\/mrow>|(.*))<annotation /s.exec(drawn);
  return `<math>${row?.[1] ?? row?.[2] ?? ''}</math>`;
}

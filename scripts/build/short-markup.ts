/** The same page in fewer bytes. What is left out says nothing. */

/** ` name="value"` before a space or the end of its tag; before a slash the value would go on. */
const NEEDLESS_QUOTES = / ([\w:-]+)="([^\s"'=<>`]+)"(?=[ >])/g;

/** End tags that HTML lets out (its standard, "Optional tags"): what comes next ends the element as well. */
const NEEDLESS_ENDS = [
  [
    'p',
    '<(?:details|div|dl|figure|form|h[1-6]|[ou]l|p|section|table)[ >]|</(?:dd|details|div|figure|form|li|section)>',
  ],
  ['li', '<li[ >]|</[ou]l>'],
  ['d[td]', '<d[td][ >]|</dl>'],
  ['option', '<option[ >]|</select>'],
  ['t[dh]', '<t[dh][ >]|</tr>'],
  ['tr', '<tr[ >]|</t(?:body|head|able)>'],
].map(([name, next]) => new RegExp(`</${name}>(?=${next})`, 'g'));

/** An element that never has content; React ends it with a slash, which says nothing in HTML. */
const VOID = /(<(?:br|hr|img|input)\b[^>]*)\/>/g;

/** Shapes of SVG have no content, and SVG has tags that say so. */
const EMPTY_SHAPE = / ?><\/(?:circle|ellipse|line|path|rect)>/g;

/**
 * Without quotes around values that need none, and without end tags that say nothing. Only for what React writes: in its
 * text and values no quote and no `<` stands bare.
 */
export function shortMarkup(html: string): string {
  const tags = html.replace(VOID, '$1>').replace(NEEDLESS_QUOTES, ' $1=$2').replace(EMPTY_SHAPE, ' />');
  return NEEDLESS_ENDS.reduce((short, end) => short.replace(end, ''), tags);
}

/** What is around the page's content: comments that have a line of their own, and indentation. */
export function shortTemplate(html: string): string {
  return html.replace(/^ +/gm, '').replace(/^<!-- .* -->\n/gm, '');
}

/** Scripts in the page: lines that are only a comment, and indentation. None has text of several lines. */
export function shortScripts(html: string): string {
  return html.replace(/(?<=<script>)[\s\S]*?(?=<\/script>)/g, (script) =>
    script
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('//'))
      .join('\n'),
  );
}

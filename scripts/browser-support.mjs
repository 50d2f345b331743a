// Whether the built CSS and script use only what the supported browsers have: those of "browserslist" in package.json, by
// the tables of MDN. Syntax is not looked at: the build writes ES2023.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ROOT } from './install.mjs';

/** @typedef {import('@mdn/browser-compat-data').CompatStatement} Compat */
/** @typedef {import('@mdn/browser-compat-data').Identifier} Feature */
/** @typedef {import('@mdn/browser-compat-data').BrowserName} Browser */

const require = createRequire(import.meta.url);
/** @type {import('@mdn/browser-compat-data').CompatData} */
const data = require('@mdn/browser-compat-data');

/** What is used where it is there, and not missed elsewhere, and why. */
const NOT_MISSED = new Map([
  // Looks.
  ['accent-color', 'the colour of a native control'],
  ['backdrop-filter', 'behind a bar that is nearly opaque'],
  ['cursor', 'a finger has none'],
  ['resize', 'a text area keeps its height'],
  ['field-sizing', 'fields have a size in characters'],
  ['text-wrap', 'lines break elsewhere'],
  ['paint-order', 'SVG had it before text'],
  ['ascent-override', 'of the fallback faces: the page settles once when its own have come'],
  ['descent-override', 'the same'],
  ['line-gap-override', 'the same'],
  // Other ways are there, after @supports or a question.
  ['anchor', 'the button under a line has its place in the line'],
  ['anchor-name', 'the same'],
  ['position-anchor', 'the same'],
  ['requestIdleCallback', 'a timer'],
  ['cancelIdleCallback', 'the same'],
  // Only to save work.
  ['contain', 'what is not contained is laid out with the rest'],
  ['content-visibility', 'what is far from the screen is drawn too'],
  ['overscroll-behavior', 'the page behind a panel scrolls too'],
  ['overflow-clip-margin', 'a focus ring may be cut'],
  // Paper, and forced colours.
  ['page', 'pages end elsewhere'],
  ['zoom', 'the article takes more pages'],
  ['break-after', 'the same'],
  ['orphans', 'the same'],
  ['widows', 'the same'],
  ['details-content', 'a closed answer is not printed'],
  ['forced-color-adjust', 'Safari has no forced colours'],
  // React's, for what the page does not do.
  ['skipTransition', 'view transitions'],
  ['clamp', 'the scales of D3 have a method of that name'],
]);

/** @type {Record<string, Browser>} */
const NAMES = { chrome: 'chrome', edge: 'edge', firefox: 'firefox', safari: 'safari', ios_saf: 'safari_ios' };
/** @type {[Browser, number][]} */
const TARGETS = JSON.parse(readFileSync(ROOT + 'package.json', 'utf8')).browserslist.map(
  (/** @type {string} */ query) => {
    const [, name = '', version] = /^(\w+) >= ([\d.]+)$/.exec(query) ?? [];
    if (NAMES[name] === undefined) throw new Error(`"${query}" is not of the form "firefox >= 125"`);
    return [NAMES[name], Number(version)];
  },
);

/**
 * The target in which it is not there, or undefined.
 * @param {Compat | undefined} compat
 * @param {boolean} prefixed
 */
function missingIn(compat, prefixed) {
  return TARGETS.find(([browser, version]) => {
    const statements = [compat?.support[browser] ?? []].flat();
    return !statements.some(
      ({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }) =>
        typeof added === 'string' &&
        (added === 'preview' ? Infinity : Number.parseFloat(added.replace('≤', ''))) <= version &&
        !removed &&
        !flags &&
        !other &&
        (!prefix || prefixed),
    );
  });
}

/** @type {Map<string, string>} */
const missing = new Map();
/** @type {Set<string>} */
const looked = new Set();

/**
 * `features`: all that bear the name. The text does not say which of them is meant: one that is everywhere is enough.
 * @param {string} name
 * @param {(Feature | undefined)[]} features
 * @param {string} where
 * @param {boolean} [prefixed] whether it stands there with its prefix too
 */
function look(name, features, where, prefixed = false) {
  const known = features.filter((feature) => feature?.__compat !== undefined);
  if (known.length === 0) return;
  looked.add(name);
  const gaps = known.map((feature) => missingIn(feature?.__compat, prefixed));
  if (gaps.includes(undefined) || NOT_MISSED.has(name.split(':')[0] ?? '')) return;
  const [browser, version] = gaps[0] ?? [];
  missing.set(name, `${where}: ${name} is not in ${browser} ${version}`);
}

/**
 * Every feature under `tree` by its last name.
 * @param {Feature} tree
 * @param {Map<string, Feature[]>} [found]
 */
function byName(tree, found = new Map()) {
  for (const [name, feature] of /** @type {[string, any][]} */ (Object.entries(tree))) {
    if (name === '__compat') continue;
    found.set(name, [...(found.get(name) ?? []), feature]);
    byName(feature, found);
  }
  return found;
}

const { properties, selectors, 'at-rules': atRules, types } = /** @type {Record<string, any>} */ (data.css);
const functions = byName(types);

/**
 * @param {string} css
 * @param {string} file
 */
function lookAtStyles(css, file) {
  const text = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '""');
  for (const [, name = ''] of text.matchAll(/@([a-z-]+)/g)) look(name, [atRules[name]], file);
  for (const [, name = ''] of text.matchAll(/\(([a-z-]+)[:)]/g)) look(name, [atRules.media[name]], file);
  /** Rules that are open: what stands before their braces, and their declarations so far. */
  const open = [{ prelude: '', declarations: /** @type {string[]} */ ([]) }];
  for (const [, part = '', end] of text.matchAll(/([^{};]*)([{};]|$)/g)) {
    if (end === '{') open.push({ prelude: part.trim(), declarations: [] });
    else open.at(-1)?.declarations.push(part);
    if (end !== '}') continue;
    const { prelude = '', declarations = [] } = open.pop() ?? {};
    lookAtRule(prelude, declarations, file);
  }
}

/**
 * @param {string} prelude
 * @param {string[]} declarations
 * @param {string} file
 */
function lookAtRule(prelude, declarations, file) {
  const isStyle = !prelude.startsWith('@');
  for (const [, name = ''] of isStyle ? prelude.matchAll(/::?([a-z-]+)/g) : []) {
    // A browser drops a rule with a selector that it does not know: those of one engine stand in rules of their own.
    if (!name.startsWith('-')) look(name, [selectors[name]], file);
  }
  for (const declaration of declarations) {
    const [, property = '', value = ''] = /^\s*([a-z-]+)\s*:(.*)$/s.exec(declaration) ?? [];
    if (property.startsWith('-')) continue;
    // In a media query stand properties of the rule around it.
    const feature = atRules[prelude.slice(1)]?.[property] ?? properties[property];
    const prefixed = declarations.some((other) => other.trimStart().startsWith(`-webkit-${property}:`));
    look(property, [feature], file, prefixed);
    for (const [, word = ''] of prefixed ? [] : value.matchAll(/(?<![\w#.-])([a-z][a-z-]*)(?![\w(-])/g))
      look(`${property}: ${word}`, [feature?.[word]], file);
    for (const [, word = ''] of value.matchAll(/(?<![\w-])([a-z-]+)\(/g)) look(word, functions.get(word) ?? [], file);
  }
}

const builtins = /** @type {Feature} */ (data.javascript['builtins']);
/** Of the interfaces and built-in objects: what they offer, by name. */
const members = new Map();
for (const group of [data.api, builtins])
  for (const [owner, feature] of Object.entries(group)) {
    members.set(owner, [...(members.get(owner) ?? []), feature]);
    for (const [name, member] of Object.entries(feature)) {
      const plain = name.replace(/_(?:static|event)$/, '');
      if (name !== '__compat') members.set(plain, [...(members.get(plain) ?? []), member]);
    }
  }

const WINDOW = data.api['Window'] ?? {};
/** What our own objects are asked for: names that their literals give. */
const own = new Set();

/**
 * @param {string} script
 * @param {string} file
 */
function lookAtScript(script, file) {
  for (const [, name = ''] of script.matchAll(/[.](\w{3,})\(/g)) {
    if (!own.has(name)) look(name, members.get(name) ?? [], file);
  }
  for (const [, name = ''] of script.matchAll(/(?<![\w.$])(\w{4,})[.(]/g)) {
    if (/^[A-Z]/.test(name) || name in WINDOW) look(name, members.get(name) ?? [], file);
  }
}

const assets = ROOT + 'dist/assets/';
/** @param {string} ending */
const filesOf = (ending) =>
  readdirSync(assets)
    .filter((file) => file.endsWith(ending))
    .map((file) => ({ file, text: readFileSync(assets + file, 'utf8') }));
/** @param {string} text */
const withoutStrings = (text) => text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

for (const { file, text } of filesOf('.css')) lookAtStyles(text, file);
const scripts = filesOf('.js').map(({ file, text }) => ({ file, text: withoutStrings(text) }));
for (const { text } of scripts) for (const [, name = ''] of text.matchAll(/[{,](\w+):/g)) own.add(name);
for (const { file, text } of scripts) lookAtScript(text, file);

console.log(`${looked.size} features of CSS and script, in ${TARGETS.map((target) => target.join(' ')).join(', ')}`);
for (const line of missing.values()) console.log(`  ${line}`);
const unused = [...NOT_MISSED.keys()].filter((name) => !looked.has(name));
for (const name of unused) console.log(`  ${name} is allowed, and nothing uses it`);
process.exitCode = missing.size + unused.length > 0 || looked.size < 300 ? 1 : 0;

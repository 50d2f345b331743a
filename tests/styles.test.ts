/** Styles are neither dead nor missing, each has one owner, and sizes are those of `src/styles/sizes.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BREAKPOINTS,
  MOTION,
  RADIUS,
  ROOM,
  ROOM_ON_PAPER,
  SPACE,
  TYPE,
  TYPE_ON_PAPER,
  Z,
} from '../src/styles/sizes.ts';

const read = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

const withoutComments = (text: string) => text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/^\s*\/\/.*$/gm, '');
const SHEETS = read('src', /\.css$/).map(({ file, text }) => ({ file, text: withoutComments(text) }));
const SOURCES = read('src', /(?<!\.test)\.tsx?$/).map(({ file, text }) => ({ file, text: withoutComments(text) }));
const TESTS = read('tests', /\.ts$/).map(({ text }) => text);
const HTML = readFileSync('index.html', 'utf8');
const STYLES = SHEETS.map(({ text }) => text).join('\n');
const SCRIPT = [...SOURCES.map(({ text }) => text), HTML].join('\n');

/** Selectors of a style sheet. */
const selectors = (css: string) =>
  [...css.replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)/g, "''").matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector.trim())
    .filter((selector) => !selector.startsWith('@'));

/** What the :has() of a selector ask for, each element by itself. */
const askedFor = (selector: string): string[] =>
  [...selector.matchAll(/:has\(/g)].flatMap(({ index }) => {
    const from = index + ':has('.length;
    let depth = 1;
    let to = from;
    while (depth > 0) depth += { '(': 1, ')': -1 }[selector[to++] as string] ?? 0;
    const inner = selector.slice(from, to - 1);
    // Lists and elements are parted outside of brackets only.
    let inside = 0;
    const parts = [...inner].map((sign) => {
      inside += { '(': 1, ')': -1 }[sign] ?? 0;
      return inside === 0 && /[\s>+~,]/.test(sign) ? '\n' : sign;
    });
    return parts.join('').split('\n').filter(Boolean);
  });
const declarations = (css: string) => [...css.matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+);/g)];
const classesIn = (selector: string) => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);

/** Words in the strings of a source. */
const words = (source: string) =>
  [...source.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].flatMap(([, single, double, template]) =>
    (single ?? double ?? template ?? '').split(/[^\w-]+/),
  );

/** What a source gives to elements as their class: the strings in the braces behind `className=`. */
function givenClasses(source: string): string[] {
  return [...source.matchAll(/className=("[^"]*"|\{)/g)].flatMap(({ 1: start = '', index }) => {
    if (start !== '{') return words(start);
    const from = index + 'className='.length;
    let depth = 0;
    let to = from;
    do depth += { '{': 1, '}': -1 }[source[to++] as string] ?? 0;
    while (depth > 0);
    // What is asked for, or compared with, is no class.
    return words(source.slice(from, to).replaceAll(/===? '[^']*'|\b\w+(?: \?|\()/g, ''));
  });
}

/** KaTeX gives these to its own elements. */
const OF_KATEX = new Set(['katex', 'katex-base', 'mfrac']);
const styled = new Set(selectors(STYLES).flatMap(classesIn));

describe('style rules', () => {
  // A :has() of whatever element is asked of every ancestor of what comes or goes: each part of the page that came had
  // the styles of the whole page found out anew.
  it('ask what an element has of a class only', () => {
    const asked = selectors(STYLES).filter((selector) => selector.includes(':has('));
    expect(asked).not.toEqual([]);
    expect(asked.filter((selector) => /(?:^|[\s>+~,(*]):has\(/.test(selector.replaceAll(':not(', '')))).toEqual([]);
  });

  // What is asked for decides what is looked at: where it may be any element, each formula that came in a drag had the
  // styles of the whole card found out anew, 600 elements.
  it('ask for elements of a class or a kind, and for what they are, not for what they are not', () => {
    const wanted = selectors(STYLES).flatMap(askedFor);
    expect(wanted).not.toEqual([]);
    expect(wanted.filter((part) => !/^(?:\.|\[|:is\(|[a-z])/.test(part) || part.includes(':not('))).toEqual([]);
  });

  // Any element as a sibling: what stands behind one that came or went was styled anew with all in it, up to 1,275 elements.
  it('ask for no sibling of any element', () => {
    expect(selectors(STYLES).filter((selector) => /\*\s*[+~]|>\s*[+~]/.test(selector))).toEqual([]);
  });

  it('name no class that no source names', () => {
    const named = new Set(words(SCRIPT));
    expect([...styled].filter((name) => !named.has(name) && !OF_KATEX.has(name))).toEqual([]);
  });

  it('or a test names every class that a source gives', () => {
    const given = SOURCES.flatMap(({ text }) => givenClasses(text)).filter((name) =>
      /^(?!null$)[a-z][\w-]*$/.test(name),
    );
    expect(given.length).toBeGreaterThan(200);
    const isNamed = (name: string) =>
      styled.has(name) ||
      styled.has(`is-${name}`) ||
      OF_KATEX.has(name) ||
      [...TESTS, SCRIPT].some((text) => text.includes(`.${name}`));
    expect([...new Set(given)].filter((name) => !isNamed(name))).toEqual([]);
  });

  it('name no attribute that no source sets', () => {
    const asked = new Set([...STYLES.matchAll(/\[((?:data|aria)-[a-z-]+)/g)].map(([, name = '']) => name));
    const camel = (name: string) =>
      name.slice('data-'.length).replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const isSet = (name: string) =>
      SCRIPT.includes(name) || new RegExp(`dataset(?:\\.|\\[')${camel(name)}\\b`).test(SCRIPT);
    expect([...asked].filter((name) => !isSet(name))).toEqual([]);
  });

  it('of their own a class has in one style sheet only', () => {
    const owners = new Map<string, Set<string>>();
    for (const { file, text } of SHEETS)
      for (const selector of selectors(text))
        for (const part of selector.split(/,(?![^(]*\))/)) {
          const first = /^\s*(?:[a-z]\w*)?\.([\w-]+)/.exec(part)?.[1];
          if (first !== undefined && !first.startsWith('is-'))
            owners.set(first, (owners.get(first) ?? new Set()).add(file));
        }
    expect([...owners].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual([]);
  });

  it('use every animation and custom property, and only those that there are', () => {
    const sizes = [
      ...[TYPE, ROOM, MOTION].flatMap(Object.keys),
      ...Object.keys(RADIUS).map((name) => `radius-${name}`),
      ...Object.keys(Z).map((name) => `z-${name}`),
      'page',
      'wide-page',
      'target',
    ];
    const set = new Set([...STYLES, '\n', SCRIPT].join('').match(/--[\w-]+(?=['"]?\]?\s*:)|(?<=['"`])--[\w-]+/g));
    const used = new Set([...STYLES, '\n', SCRIPT].join('').match(/(?<=var\()--[\w-]+/g));
    const known = new Set([...set, ...sizes.map((name) => `--${name}`)]);
    expect([...used].filter((name) => !known.has(name) && !/^--h(\d|$)/.test(name))).toEqual([]);
    const frames = [...STYLES.matchAll(/@keyframes ([\w-]+)/g)].map(([, name = '']) => name);
    expect(frames.filter((name) => !new RegExp(`animation[^;]*\\b${name}\\b`).test(STYLES))).toEqual([]);
  });
});

describe('sizes', () => {
  const found = (pattern: RegExp, isFine: (value: string) => boolean) =>
    SHEETS.filter(({ file }) => !/(?:tokens|fonts)\.css$/.test(file)).flatMap(({ file, text }) =>
      declarations(text)
        .filter(([, property = '', value = '']) => pattern.test(property) && !isFine(value))
        .map(([declaration]) => `${basename(file)}: ${declaration}`),
    );
  const lengths = (value: string) => [...value.matchAll(/(?<![\w.])(\d+(?:\.\d+)?)px/g)].map(([, px]) => Number(px));

  it('of type, corners and layers are tokens', () => {
    // 16 px: a smaller text in a field makes an iPhone enlarge the page. pt: on paper.
    expect(
      found(
        /^font(?:-size)?$/,
        (value) => lengths(value.replace('max(16px, 1em)', '').replaceAll(/\/[\d.]+px/g, '')).length === 0,
      ),
    ).toEqual([]);
    expect(found(/radius$/, (value) => lengths(value).length === 0)).toEqual([]);
    expect(found(/^z-index$/, (value) => !/^\d/.test(value))).toEqual([]);
  });

  it('of type are eight at most, none under 12 px', () => {
    const sizes = [...Object.values(TYPE), ...Object.values(TYPE_ON_PAPER)].map((size) =>
      Number.parseFloat(size.replace('clamp(', '')),
    );
    expect(Object.keys(TYPE).length).toBeLessThanOrEqual(8);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  it('of margins, paddings and gaps are steps of the scale', () => {
    const steps = new Set<number>(SPACE);
    expect(
      found(/^(?:margin|padding|gap|row-gap|column-gap)/, (value) => lengths(value).every((px) => steps.has(px))),
    ).toEqual([]);
    const rooms = [ROOM, ROOM_ON_PAPER].flatMap((room) => Object.values(room));
    expect(rooms.flatMap(lengths).filter((px) => !steps.has(px))).toEqual([]);
  });

  it('of screens and frames are the five breakpoints', () => {
    const queries = SHEETS.flatMap(({ file, text }) =>
      [...text.matchAll(/@(?:media|container)[^{]*\d+px[^{]*/g)].map(([query]) => `${file}: ${query}`),
    );
    expect(queries).toEqual([]);
    expect(Object.keys(BREAKPOINTS)).toHaveLength(5);
  });
});

import type { Plugin } from 'vite';

/** The faces that our formulas use: letters and digits, and the sizes of brackets. */
const FACES = new Set([
  'Main-Regular',
  'Math-Italic',
  'Size1-Regular',
  'Size2-Regular',
  'Size3-Regular',
  'Size4-Regular',
]);

/** The sizes that text is set in within a formula: plain, subscript, and subscript of a subscript. */
const SIZES = /\.reset-size(?:6\.size(?:1|3|6)|3\.size(?:1|3|6))\b/;

/**
 * KaTeX brings 20 faces: its stylesheet names each in three formats, all of which a bundler copies, and its script has
 * the metrics of every letter of each. This keeps the faces that we use, as woff2. A formula that needs another face
 * throws ("Font metrics not found"), so none is left out unnoticed. Left out too are the outlines of roots and of arrows
 * and braces that stretch (6.7 kB compressed), letters with accents, the rules of all other text sizes, and the symbols,
 * macros, commands and styles that no formula of ours has: such a formula would throw.
 */
export function katexParts(): Plugin {
  return {
    name: 'katex-parts',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]katex[\\/]dist[\\/]katex(?:\.min\.css|\.mjs)$/ },
      handler: (code, id) =>
        id.endsWith('.css')
          ? withoutStyles(withoutSizes(withoutFaces(code)))
          : {
              code: withoutParts(withoutCommands(withoutSymbols(withoutTables(withoutMetrics(code))))),
              map: null,
            },
    },
  };
}

function withoutFaces(css: string): string {
  return replaced(css, /@font-face\s*\{[^}]*\}/g, (rule) => {
    const face = /fonts\/KaTeX_([\w-]+)\.woff2/.exec(rule)?.[1];
    if (face === undefined || !FACES.has(face)) return '';
    return replaced(rule, /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, () => '');
  });
}

/** Letters, digits and signs of a keyboard end here in Unicode. */
const LAST_KEY = 0x7e;
/** Of all others only these are ours: a space, ± × … and accents, α σ Φ, ′ − ⋅ ≈ ≤ ≥ ∣, and brackets' parts. */
const OTHERS = new Set(
  Array.from('\u00a0±×…ˆˉ˜\u0302\u0303ασΦ′−⋅≈≤≥∣', (letter) => letter.codePointAt(0)).concat(
    Array.from({ length: 0x14 }, (_, i) => 0x239b + i),
  ),
);

function isOurs(letter: number): boolean {
  return letter <= LAST_KEY || OTHERS.has(letter);
}

/** The metrics are one object: for each face a line with its name, then a line for each letter, then a closing one. */
function withoutMetrics(script: string): string {
  return replaced(script, /^  "(\w+-\w+)": \{\n(?: {4}.*\n)+ {2}\},?\n/gm, (metrics, face = '') =>
    FACES.has(face)
      ? metrics.replace(/^ {4}"(\d+)": .*\n/gm, (line, letter: string) => (isOurs(Number(letter)) ? line : ''))
      : '',
  );
}

/** Outlines, which of them a stretched sign takes, and letters with accents: names of inputs have none. */
const TABLES = ['path', 'katexImagesData', 'stretchyCodePoint', 'unicodeSymbols', 'extraCharacterMap'];

function withoutTables(script: string): string {
  return TABLES.reduce(
    (rest, name) =>
      replaced(rest, new RegExp(`^var ${name} = \\{\\n[^]*?\\n\\};\\n`, 'm'), () => `var ${name} = {};\n`),
    script,
  );
}

function withoutSizes(css: string): string {
  return replaced(css, /[^{}]*\.reset-size\d+\.size\d+[^{}]*\{[^}]*\}/g, (rule) => {
    const [selectors = '', body = ''] = rule.split('{');
    const used = selectors.split(',').filter((selector) => SIZES.test(selector));
    return used.length === 0 ? '' : `${used.join(',')}{${body}`;
  });
}

/**
 * The classes of what such commands, equation numbers and formulas on a line of their own would set (see `UNUSED`), and of
 * large operators, overlaps and bold or slanted text.
 */
const UNUSED_STYLES =
  /\.(?:katex-(?:display|stretchy|sout|rule|overline|underline|root|version|newline|vbox|thinbox|smash|hline|hdashline|inner|fix|overlay)|text(?:bf|it|rm)|math(?:it|bf)|boldsymbol|mainrm|[lrc]lap|op-symbol|op-limits|vertical-separator|fontsize-ensurer|hide-tail|svg-align|halfarrow-|brace-|x-arrow|cd-|boxpad|fbox|fcolorbox|cancel-|angl|reflectbox|eqn-num|mml-eqn-num|mtr-glue)|\.katex (?:svg|img)\b/;

/** Rules of commands that are left out, and of faces that are. */
function withoutStyles(css: string): string {
  const families = [...FACES].map((face) => `KaTeX_${face.split('-')[0]}`);
  return replaced(css, /([^{}]+)\{([^{}]*)\}/g, (rule, selectors = '', body = '') => {
    const family = rule.startsWith('@') ? undefined : /KaTeX_\w+/.exec(body)?.[0];
    if (family !== undefined && !families.includes(family)) return '';
    const used = selectors.split(',').filter((selector) => !UNUSED_STYLES.test(selector));
    return used.length === 0 ? '' : `${used.join(',')}{${body}}`;
  });
}

/**
 * The macros that our commands are, or expand to: spaces, dots, operator names, and KaTeX's own helpers (with an @).
 */
const MACROS =
  /@|^(?:[;,:!> ]|tmspace|nobreak|allowbreak|operatorname|operatornamewithlimits|ldots|mathellipsis|bmod|ne|neq|not|text\w+|prime|TextOrMath|relax|empty)$/;

/** Symbols of a face that is left out or with a sign that is not ours, and macros that nothing of ours expands to. */
function withoutSymbols(script: string): string {
  const withMain = replaced(script, /^defineSymbol\((?:math|text), ams, .*\);\n/gm, () => '');
  const withOurs = replaced(
    withMain,
    /^defineSymbol\((?:math|text), main, \w+, "\\u([0-9a-f]{4})", .*\);\n/gim,
    (symbol, letter = '') => (isOurs(parseInt(letter, 16)) ? symbol : ''),
  );
  return replaced(withOurs, /^defineMacro\("\\\\([^"]+)", .*\);\n/gm, (macro, name = '') =>
    MACROS.test(name) ? macro : '',
  );
}

/** Kinds of commands that no formula of ours uses: arrows that stretch, boxes, rules, roots, links, pictures, diagrams. */
const UNUSED =
  /^(?:accentUnder|xArrow|pmb|cdlabel|cdlabelparent|enclose|horizBrace|href|hbox|html|includegraphics|infix|lap|mathchoice|middle|delimsizing|overline|phantom|raisebox|reflectbox|rule|sizing|smash|sqrt|underline|vcenter|verb|vphantom)$/;

/** Definitions, and fractions and stacks of other shapes, by their first command. */
const UNUSED_COMMANDS = /\n {2}names: \[\s*"\\\\(?:def|let|futurelet|global|genfrac|stackrel|@char)"/;

/** One call defines a kind's commands, from the margin to the margin. Such a formula throws, too. */
function withoutCommands(script: string): string {
  return replaced(script, /^defineFunction\(\{\n {2}type: "(\w+)",\n(?:.*\n)*?^\}\);\n/gm, (commands, kind = '') =>
    UNUSED.test(kind) || UNUSED_COMMANDS.test(commands) ? '' : commands,
  );
}

/** What is drawn only where something stretches, or is taller than ours. Operators stand on one line (one-line.ts). */
const UNUSED_STEPS = ['stretchySvg', 'tallDelim', 'innerPath', 'assembleSupSub'];
const OPERATORS = /^var (htmlBuilder\$\d+) = \(grp, options\) => \{\n {2}\/\/ Operators are handled [^]*?^\};\n/gm;

function withoutParts(script: string): string {
  let rest = script;
  for (const name of UNUSED_STEPS)
    rest = replaced(rest, new RegExp(`^var ${name} = [^\\n]*\\{\\n[^]*?^\\};\\n`, 'm'), () => `var ${name};\n`);
  rest = replaced(rest, OPERATORS, (_, name = '') => `var ${name};\n`);
  return replaced(
    rest,
    /^defineEnvironment\(\{\n {2}type: "\w+",\n {2}names: \[("[^\]]*)\][^]*?^\}\);\n/gm,
    (all, names = '') => (/"cases"|"bmatrix"/.test(names) ? all : ''),
  );
}

/** Fails the build when a new version of KaTeX has moved what is looked for. */
function replaced(text: string, pattern: RegExp, by: (match: string, ...groups: string[]) => string): string {
  const shorter = text.replace(pattern, by);
  if (shorter === text) throw new Error(`katex-parts: nothing in KaTeX is left out by ${String(pattern)}`);
  return shorter;
}

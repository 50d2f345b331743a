// Size budgets of the built page, as a browser downloads it: gzip -9, in kB (1000 bytes).
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ROOT } from './install.mjs';

const DIST = ROOT + 'dist/';
const BUDGET = { beforeInteractive: 140, firstLoad: 190 };
/** The page's HTML as the browser parses it, kB: to be lowered with every part that gets lighter. */
const HTML_BUDGET = 180;

/** @param {string} file */
const size = (file) => gzipSync(readFileSync(DIST + file), { level: 9 }).length / 1000;

/** @param {string[]} files */
const sum = (files) => files.reduce((total, file) => total + size(file), 0);

/**
 * The files and all that they import statically, by the names that a chunk writes in its own text.
 * @param {string[]} files
 * @param {Set<string>} [seen]
 * @returns {string[]}
 */
function withImports(files, seen = new Set()) {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(DIST + file, 'utf8');
    const imports = [...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)];
    withImports(
      imports.map(([, name]) => `assets/${name}`),
      seen,
    );
  }
  return [...seen];
}

// What stands in <noscript> is fetched by nobody who fetches the scripts.
const html = readFileSync(DIST + 'index.html', 'utf8').replace(/<noscript>.*?<\/noscript>/gs, '');
/** @param {RegExp} pattern */
const named = (pattern) => [...new Set([...html.matchAll(pattern)].map(([, file = '']) => file))];
const scripts = withImports(named(/(?:src|href)="\.\/([^"]+\.js)"/g));
const styles = named(/href="\.\/([^"]+\.css)"/g);
const assets = readdirSync(DIST + 'assets');
// KaTeX comes with the first edit (the formulas are in the HTML until then), and so does what imports it; both count.
const lazy = assets.filter((file) => file.endsWith('.js')).map((file) => withImports([`assets/${file}`]));
const katex = [...new Set(lazy.filter((files) => files.some((file) => /\/katex-/.test(file))).flat())].filter(
  (file) => !scripts.includes(file),
);
// The late styles come as soon as the page is live.
const afterwards = [...katex, ...assets.filter((file) => /^late-styles-.*\.css$/.test(file)).map((f) => `assets/${f}`)];
const fonts = assets.filter((file) => /\.(?:woff2?|ttf|otf|eot)$/.test(file));

const rows = [...scripts, ...styles, ...afterwards].map((file) => [file, size(file)]);
for (const [file, kB] of rows) console.log(`  ${String(file).padEnd(44)} ${Number(kB).toFixed(1).padStart(7)} kB`);

let over = false;
/**
 * @param {string} what
 * @param {number} kB
 * @param {number} budget
 */
function check(what, kB, budget) {
  const isOver = kB > budget;
  over ||= isOver;
  console.log(`${what.padEnd(46)} ${kB.toFixed(1).padStart(7)} kB of ${budget}${isOver ? '   OVER' : ''}`);
}
const beforeInteractive = sum([...scripts, ...styles]);
check('before the page answers to touch', beforeInteractive, BUDGET.beforeInteractive);
check('first load, with KaTeX and the late styles', beforeInteractive + sum(afterwards), BUDGET.firstLoad);

const fontBytes = fonts.reduce((total, file) => total + readFileSync(`${DIST}assets/${file}`).length, 0);
console.log(
  `${`fonts (${fonts.length} files, each loaded when used)`.padEnd(46)} ${(fontBytes / 1000).toFixed(1).padStart(7)} kB`,
);
const notWoff2 = fonts.filter((file) => !file.endsWith('.woff2'));
if (notWoff2.length > 0) console.log(`Not woff2: ${notWoff2.join(', ')}`);
const parsed = readFileSync(DIST + 'index.html').length / 1000;
const isLarge = parsed > HTML_BUDGET;
console.log(
  `index.html ${size('index.html').toFixed(1)} kB, ${parsed.toFixed(0)} of ${HTML_BUDGET} kB when unpacked${isLarge ? '   OVER' : ''}`,
);
process.exitCode = over || isLarge || notWoff2.length > 0 ? 1 : 0;

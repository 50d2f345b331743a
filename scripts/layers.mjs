// The folders of src, layer by layer: the one list of them. A folder imports only from layers below its own; folders of
// one layer don't import each other. Of this list are made the rules of the linter (`npm run layers` writes them into
// .oxlintrc.json), and tests compare it with tsconfig.pure.json and with the drawing in docs/architecture.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {object} Folder
 * @property {string} name
 * @property {'none' | 'store' | 'views'} packages which packages it may import
 * @property {boolean} isPure compiles without the DOM
 * @property {'controls' | 'views' | 'stage' | 'article'} [styles] the cascade layer of its style sheets
 */

/** @param {string} name @returns {Folder} */
const pure = (name) => ({ name, packages: 'none', isPure: true });
/** @param {string} name @param {Folder['styles']} [styles] @returns {Folder} */
const views = (name, styles) => ({ name, packages: 'views', isPure: false, ...(styles && { styles }) });

/** From the bottom up. @type {readonly (readonly Folder[])[]} */
export const LAYERS = [
  [pure('number')],
  [pure('activation')],
  [pure('model')],
  [pure('algebra')],
  [pure('train')],
  [pure('facts')],
  [{ name: 'state', packages: 'store', isPure: true }],
  [pure('words'), { name: 'browser', packages: 'none', isPure: false }],
  [views('live')],
  [views('controls', 'controls')],
  [views('diagram', 'views'), views('equation', 'views'), views('plot', 'views')],
  [views('share', 'stage'), views('chapter', 'article'), views('stage', 'stage')],
];

/** Files beside the folders: they put the layers together. */
const ENTRIES = ['main', 'page', 'prerender'];

/**
 * The folder and all below its layer, as they may be bundled into a command.
 * @param {string} name
 * @returns {string[]}
 */
export function foldersUpTo(name) {
  const line = LAYERS.findIndex((folders) => folders.some((folder) => folder.name === name));
  return [...LAYERS.slice(0, line).flatMap((folders) => folders.map((folder) => folder.name)), name];
}

/** The rules on packages, for each kind of folder. */
const PACKAGES = {
  none: [
    {
      regex: '^(react|react-dom|zustand|katex|d3(-[a-z]+)?)(/|$)',
      message: 'No packages here: see scripts/layers.mjs.',
    },
  ],
  store: [
    {
      regex: '^(react|react-dom|katex|d3(-[a-z]+)?)(/|$)',
      message: "No packages here but the store's: see scripts/layers.mjs.",
    },
    { regex: '^zustand$', message: "The store without React: 'zustand/vanilla'." },
  ],
  views: [
    {
      regex: '^d3(-(selection|transition|axis|drag|zoom|brush))?$',
      message: 'D3 computes, React draws: import from the modules of scale, shape, array and the like.',
    },
  ],
};

/** Words are asked for by the name that a language is chosen by (package.json), never by their folder. */
const BY_NAME = '^#words/';
const WORDS = [
  { regex: '^(\\.\\.?/)+words/', message: "The words of a language: '#words/…', see docs/architecture.md." },
  { regex: BY_NAME, message: 'Words are above this layer: see docs/architecture.md.' },
];

/**
 * The linter's rule for a folder.
 * @param {Folder} folder
 * @param {number} line
 */
function ruleOf({ name, packages }, line) {
  const others = LAYERS.slice(line)
    .flat()
    .map((folder) => folder.name)
    .filter((other) => other !== name);
  const patterns = [
    {
      regex: `^(\\.\\.?/)+(${others.join('|')})/`,
      message: `${name} imports only from the layers below it: see docs/architecture.md.`,
    },
    ...(name === 'words' ? [] : WORDS.filter(({ regex }) => others.includes('words') || regex !== BY_NAME)),
    {
      regex: `^(\\.\\.?/)+(${ENTRIES.join('|')})\\.tsx$`,
      message: 'The entry points import the layers, not the other way round.',
    },
    ...PACKAGES[packages],
  ];
  return { files: [`src/${name}/**`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/**
 * The linter's configuration with the rules of the layers, in place of those that it has.
 * @template {{ overrides: { rules: Record<string, unknown> }[] }} Config
 * @param {Config} config
 */
export function withLayers(config) {
  const others = config.overrides.filter(({ rules }) => !('no-restricted-imports' in rules));
  return {
    ...config,
    overrides: [...others, ...LAYERS.flatMap((folders, line) => folders.map((f) => ruleOf(f, line)))],
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = fileURLToPath(new URL('../.oxlintrc.json', import.meta.url));
  const { format, resolveConfig } = await import('prettier');
  const text = JSON.stringify(withLayers(JSON.parse(readFileSync(file, 'utf8'))));
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

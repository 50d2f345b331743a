import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LAYERS as LAYER_LIST, withLayers } from '../scripts/layers.mjs';

const LAYERS = LAYER_LIST.map((folders) => folders.map(({ name }) => name));
const FOLDERS = LAYERS.flat();
const lineOf = (folder: string) => LAYERS.findIndex((line) => line.includes(folder));
const pairs = FOLDERS.flatMap((from) => FOLDERS.filter((to) => to !== from).map((to) => [from, to] as const));
const isAllowed = (from: string, to: string) => lineOf(to) < lineOf(from);

/** Every way to name another module. Each is planted for each pair of folders, from two depths. */
const FORMS: readonly ((path: string) => string)[] = [
  (path) => `import { a } from '${path}';\nexport const b = a;\n`,
  (path) => `import type { A } from '${path}';\nexport type B = A;\n`,
  (path) => `export * from '${path}';\n`,
  (path) => `import '${path}';\n`,
  (path) => `export const later = () => import('${path}');\n`,
];
const DEPTHS = [
  { folder: '', up: '../' },
  { folder: 'part/', up: '../../' },
];

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

/** Runs the linter with our configuration in a folder that holds the given files; names those that it reports. */
function reported(files: Readonly<Record<string, string>>): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), 'layering-'));
  try {
    copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const linter = join(process.cwd(), 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [linter, '-f', 'json', '-A', 'correctness', 'src'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    const { diagnostics } = JSON.parse(stdout) as Report;
    return new Set(
      diagnostics
        .filter(({ code }) => code.includes('no-restricted-imports'))
        .map(({ filename }) => filename.replaceAll('\\', '/')),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Words have a name that a language is chosen by. */
const nameOf = (to: string, up: string) => (to === 'words' ? '#words/thing.ts' : `${up}${to}/thing.ts`);
const fileOf = (from: string, to: string, form: number, depth: string) => `src/${from}/${depth}to-${to}-${form}.ts`;

describe('the layering rule', () => {
  let found: ReadonlySet<string>;
  beforeAll(() => {
    const files: Record<string, string> = {};
    for (const [from, to] of pairs) {
      for (const { folder, up } of DEPTHS) {
        FORMS.forEach((form, i) => {
          files[fileOf(from, to, i, folder)] = form(nameOf(to, up));
        });
      }
    }
    for (const entry of ['main', 'page', 'prerender']) {
      files[`src/${entry}.tsx`] = FOLDERS.map((to) => `import '${nameOf(to, './')}';\n`).join('');
      for (const from of FOLDERS) files[`src/${from}/to-${entry}.ts`] = `import '../${entry}.tsx';\n`;
    }
    found = reported(files);
  }, 60_000);

  const where = (from: string, to: string) =>
    DEPTHS.flatMap(({ folder }) => FORMS.map((_, i) => fileOf(from, to, i, folder)));

  it.each(pairs.filter(([from, to]) => !isAllowed(from, to)))('%s may not import %s', (from, to) => {
    expect(where(from, to).filter((file) => !found.has(file))).toEqual([]);
  });

  it('a folder may import those below it', () => {
    const allowed = pairs.filter(([from, to]) => isAllowed(from, to)).flatMap(([from, to]) => where(from, to));
    expect(allowed.filter((file) => found.has(file))).toEqual([]);
  });

  it('the entry points may import every folder, and no folder imports them', () => {
    const entries = ['main', 'page', 'prerender'];
    expect(entries.filter((entry) => found.has(`src/${entry}.tsx`))).toEqual([]);
    const planted = entries.flatMap((entry) => FOLDERS.map((from) => `src/${from}/to-${entry}.ts`));
    expect(planted.filter((file) => !found.has(file))).toEqual([]);
  });

  it('nobody but words themselves asks for them by their folder', () => {
    const from = FOLDERS.filter((folder) => folder !== 'words');
    const files = from.map((folder) => [`src/${folder}/a.ts`, `import '../words/en/thing.ts';\n`] as const);
    expect([...reported(Object.fromEntries(files))].sort()).toEqual(files.map(([file]) => file).sort());
  });

  it('every folder of the source has its place, and every place its folder', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.sort()).toEqual([...FOLDERS, 'styles'].sort());
  });
});

describe('the list of layers', () => {
  const json = (file: string) => JSON.parse(readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '')) as unknown;

  it('is what the linter checks: `npm run layers` writes it there', () => {
    const config = json('.oxlintrc.json') as Parameters<typeof withLayers>[0];
    expect(config).toEqual(withLayers(config));
  });

  it('is what compiles without the DOM', () => {
    const { include } = json('tsconfig.pure.json') as { readonly include: readonly string[] };
    expect(include).toEqual(LAYER_LIST.flat().flatMap(({ name, isPure }) => (isPure ? [`src/${name}`] : [])));
  });

  it('is what docs/architecture.md draws, from the top down', () => {
    const [, drawing = ''] = /```\n([^]*?)```/.exec(readFileSync('docs/architecture.md', 'utf8')) ?? [];
    const drawn = drawing
      .trim()
      .split('\n')
      .map((line) => (line.split(/ {2,}/)[0] ?? '').split(' · ').flatMap((part) => part.split(' ')[0] ?? []));
    expect(drawn).toEqual(LAYERS.toReversed());
  });
});

describe('the files of the source', () => {
  it('have names of their own: no two that differ only in their folder', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    // A second language has the files of the first.
    const once = files.filter((file) => !/^words[\\/](?!en[\\/])/.test(file) && !file.includes('.test.'));
    const names = once.map((file) => basename(file).replace(/\.tsx?$/, ''));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe('packages', () => {
  const good = `import { scaleLinear } from 'd3-scale';\nimport { line } from 'd3-shape';\nexport const a = [scaleLinear, line];\n`;
  const bad = {
    'src/plot/all.ts': `import { scaleLinear } from 'd3';\nexport const a = scaleLinear;\n`,
    'src/diagram/select.ts': `import { select } from 'd3-selection';\nexport const a = select;\n`,
    'src/stage/axis.ts': `import { axisBottom } from 'd3-axis';\nexport const a = axisBottom;\n`,
    'src/chapter/glide.ts': `import 'd3-transition';\n`,
    'src/controls/drag.ts': `import { drag } from 'd3-drag';\nexport const a = drag;\n`,
    'src/model/react.ts': `import { useState } from 'react';\nexport const a = useState;\n`,
    'src/algebra/d3.ts': `import { max } from 'd3-array';\nexport const a = max;\n`,
    'src/state/hook.ts': `import { useStore } from 'zustand';\nexport const a = useStore;\n`,
    'src/state/react.ts': `import { useMemo } from 'react';\nexport const a = useMemo;\n`,
    'src/words/store.ts': `import { createStore } from 'zustand/vanilla';\nexport const a = createStore;\n`,
  };

  it('are refused where they would let D3 draw, or a pure layer depend on them', () => {
    const found = reported({ ...bad, 'src/plot/good.ts': good });
    expect([...found].sort()).toEqual(Object.keys(bad).sort());
  });
});

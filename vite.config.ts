import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentPolicy } from './scripts/build/content-policy.ts';
import { katexParts } from './scripts/build/katex-parts.ts';
import { words } from './scripts/build/language.ts';
import { offline } from './scripts/build/offline.ts';
import { plainStylesheets } from './scripts/build/plain-stylesheets.ts';
import { preloadFonts } from './scripts/build/preload-fonts.ts';
import { prerender } from './scripts/build/prerender.ts';
import { styles } from './scripts/build/styles.ts';
import { stylesWithoutScript } from './scripts/build/styles-without-script.ts';

const TESTS = ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'];

/** What a test puts in a module's place stays there for the tests after it. */
const REPLACES_MODULES = ['src/stage/edit-cost.test.tsx', 'src/stage/redraw.test.tsx'];

export default defineConfig({
  // Relative addresses: the built folder works wherever it is put.
  base: './',
  resolve: { alias: [words] },
  // The order matters at the end: the policy hashes the script that `offline` puts in.
  plugins: [
    react(),
    prerender('/src/prerender.tsx'),
    katexParts(),
    styles(),
    preloadFonts(),
    stylesWithoutScript('late-styles'),
    plainStylesheets(),
    offline(),
    contentPolicy(),
  ],
  build: {
    target: 'es2023',
    // The oldest that the page is made for: what they lack is written in another way (docs/browsers.md).
    cssTarget: ['chrome121', 'edge121', 'firefox125', 'safari17.4', 'ios17.4'],
    // Every browser that runs ES2023 preloads modules by itself.
    modulePreload: { polyfill: false },
    // Files, never data: addresses: the policy forbids those for fonts, and a font in the CSS delays the first paint.
    assetsInlineLimit: 0,
    // The dependencies' licences, as one file beside the page instead of comments in every chunk.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        comments: { legal: false },
        codeSplitting: {
          groups: [
            // Its scripts only: its stylesheet is needed at once, for the formulas in the HTML.
            { name: 'katex', test: /(?:node_modules[\\/]katex[\\/].*\.m?js|katex-drawing\.ts)$/ },
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
            // What the first screen needs is one file: it compresses better than a dozen small ones.
            { name: 'stage', tags: ['$initial'], priority: -1 },
            // All other styles are one file: a sheet that gets in between two that are there has every face loaded and
            // every element styled and laid out again, and of several that are on their way the first may come last.
            { name: 'late-styles', test: /\.css$/, priority: -2 },
            // What comes by itself once the page is quiet, too: each file is another request, and work for the page.
            {
              name: 'quiet',
              test: /src[\\/](?:share[\\/](?:section-links|printed-link)|stage[\\/](?:display-panel|fold-motion|fold-looks|fold-player|first-fold|kept-focus|verdict-announcement)|equation[\\/](?:copy-button|copy-formats|term-flights)|controls[\\/](?:popover|show-beside|field-problem)|diagram[\\/](?:fold|fold-view|route|direct-edges)|words[\\/]\w+[\\/](?:preset-captions|edit-label|activation-lessons))\.\w+$/,
              priority: -2,
            },
            // What several late parts need is one file, too: a dozen names of small ones would be carried by the first.
            {
              name: 'shared',
              test: /[\\/](?:(?:algebra|browser|facts|live|state|words|d3-\w+)[\\/].*|bring-into-view|delimited|guess|nice|shown-formula|use-node-colour|use-take-back|use-theme-changes)\.m?[jt]s$/,
              minShareCount: 2,
              priority: -3,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    // Properties take their time on a busy machine.
    testTimeout: 60_000,
    pool: 'threads',
    projects: [
      // A file costs four times its tests where it brings all of its modules with it: these share them.
      { extends: true, test: { name: 'shared', include: TESTS, exclude: REPLACES_MODULES, isolate: false } },
      { extends: true, test: { name: 'alone', include: REPLACES_MODULES } },
    ],
  },
});

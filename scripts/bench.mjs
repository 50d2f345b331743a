// npm run bench: what an edit costs on the page, what opening a link does, and what the exact engine and
// the training engine do in a second. It asserts nothing.
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, ROOT } from './install.mjs';

ensureInstalled();
await ensureBuilt();
const { benchDrag } = await import('./bench-drag.mjs');
await benchDrag();
const { benchLoad } = await import('./bench-load.mjs');
await benchLoad();
const { benchWorker } = await import('./bench-worker.mjs');
await benchWorker();

// The rest is TypeScript, which this version of Node does not run: bundle it first, as the page's build does.
const { build } = await import('vite');
for (const name of ['bench-engines', 'bench-pieces', 'bench-train']) {
  const outDir = `${ROOT}.cache/${name}`;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: `scripts/${name}.ts`, outDir, emptyOutDir: true, target: 'node20' },
  });
  console.log('');
  spawnSync(process.execPath, [`${outDir}/${name}.js`], { cwd: ROOT, stdio: 'inherit' });
}

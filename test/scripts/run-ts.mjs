// Turn a TypeScript script into a run of it: bundle in memory of a temporary folder, then import. Node 20 has no type stripping.
// usage: node test/scripts/run-ts.mjs SCRIPT.ts [ARG ...]
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('usage: node test/scripts/run-ts.mjs SCRIPT.ts [ARG ...]');
  process.exit(2);
}
// Inside node_modules, so that the bundle's bare imports resolve as the script's own would.
const dir = mkdtempSync(join(resolve('node_modules'), '.run-ts-'));
try {
  const outfile = join(dir, 'script.mjs');
  await build({
    entryPoints: [resolve(script)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  process.argv = [process.argv[0], resolve(script), ...args];
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(dir, { recursive: true, force: true });
}

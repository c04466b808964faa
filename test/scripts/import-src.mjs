// Turn files of src/ into one module of a script that runs without the compiler, gone when the script ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Everything that the files, given below src/ and without their ending, export. `dist/` must be there: readers of files of others stand in it. */
export async function importSrc(...names) {
  // Inside node_modules, so that the bundle's bare imports resolve as the sources' own would.
  const folder = mkdtempSync(join(resolve('node_modules'), '.fuzz-'));
  try {
    const outfile = join(folder, 'module.mjs');
    await build({
      stdin: { contents: names.map((name) => `export * from '${resolve(`src/${name}.ts`)}';`).join('\n'), resolveDir: process.cwd() },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(resolve('dist/cli.js')).href) },
      sourcemap: 'inline',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

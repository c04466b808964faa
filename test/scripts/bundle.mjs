// Turn src/ into dist/: the program that `bin` points to, the library and its declarations; heavy parts in chunks that load when they are needed.
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeDeclarations } from './declarations.mjs';
import { thirdPartyLicences } from './third-party.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const require = createRequire(join(root, 'package.json'));

/** Tables that pdfkit's dependencies inflate in JavaScript at load; zlib does it in a tenth of the time. */
const inflate = `const { inflateRawSync } = require('node:zlib');
module.exports = (source, dest) => { dest.set(inflateRawSync(source)); return dest; };`;
/** Only WOFF2 fonts need it, and fonts.yaml admits none. */
const brotli = `module.exports = () => { throw new Error('WOFF2 fonts are not supported'); };`;
/** pdfkit opens fonts with it; ours are cut and embedded by src/pdf, so it would only be loaded for nothing. */
const fontkit = `export const create = () => { throw new Error('pdfkit is not asked to open fonts'); };`;
const substitutes = { 'tiny-inflate': inflate, 'brotli/decompress.js': brotli, brotli, fontkit };

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'data'), { recursive: true });
const declared = writeDeclarations(root, join(dist, 'types'));
const { metafile } = await build({
  absWorkingDir: root,
  // Files of others are read by a program of its own, in a process with limits.
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', 'pdf-reader': 'src/pdf/engine/pdf-reader.ts' },
  outdir: dist,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // A fault names lines of src/: the stack is read against these when it is printed, and they cost nothing before.
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  plugins: [
    {
      name: 'substitutes',
      setup(b) {
        b.onResolve({ filter: /^(tiny-inflate|brotli(\/decompress\.js)?|fontkit)$/ }, ({ path }) => ({ path, namespace: 'substitute' }));
        b.onLoad({ filter: /.*/, namespace: 'substitute' }, ({ path }) => ({
          contents: substitutes[path],
          loader: 'js',
          resolveDir: root,
        }));
      },
    },
  ],
});
await declared;
writeFileSync(join(dist, 'third-party-licences.txt'), thirdPartyLicences(root, Object.keys(metafile.inputs)));
chmodSync(join(dist, 'cli.js'), 0o755);
// pdfkit reads its colour profile, PDFium its program, from a file beside the code.
cpSync(join(dirname(require.resolve('pdfkit')), 'data/sRGB_IEC61966_2_1.icc'), join(dist, 'data/sRGB_IEC61966_2_1.icc'));
cpSync(join(dirname(require.resolve('@hyzyla/pdfium')), 'pdfium.wasm'), join(dist, 'pdfium.wasm'));
if (process.argv.includes('--sizes')) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(String(bytes).padStart(9), file);
}

// Turn src/ into dist/: the program that `bin` points to, the library and its declarations; what both are made of in one script, kept compiled.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { asciiScript } from './ascii-script.mjs';
import { writeDeclarations } from './declarations.mjs';
import { plainSyntax } from './plain-syntax.mjs';
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
/** pdfkit encrypts with it when it is asked to, and no release is encrypted: its tables alone would take a tenth of the start. */
const ciphers = `const refuse = () => { throw new Error('pdfkit is not asked to encrypt'); };
export const cbc = refuse;
export const ecb = refuse;`;
/** commander starts commands that are programs of their own with it, and there are none. */
const processes = `exports.spawn = () => { throw new Error('no command is a program of its own'); };`;
const substitutes = { processes, 'tiny-inflate': inflate, 'brotli/decompress.js': brotli, brotli, fontkit, '@noble/ciphers/aes': ciphers };

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const declared = writeDeclarations(root, join(dist, 'types'));
const substitute = {
  name: 'substitutes',
  setup(b) {
    b.onResolve({ filter: /^(tiny-inflate|brotli(\/decompress\.js)?|fontkit|@noble\/ciphers\/aes)$/ }, ({ path }) => ({
      path,
      namespace: 'substitute',
    }));
    b.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer) ? { path: 'processes', namespace: 'substitute' } : undefined,
    );
    b.onLoad({ filter: /.*/, namespace: 'substitute' }, ({ path }) => ({ contents: substitutes[path], loader: 'js', resolveDir: root }));
  },
};
const shared = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  // A third less to read at every start. A fault tells places, and a profile of the program is made with --names.
  minifyIdentifiers: !process.argv.includes('--names'),
  legalComments: 'none',
  // A fault names lines of src/: the stack is read against these when it is printed, and they cost nothing before.
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: 'warning',
};
/** CommonJS: the loader of the other kind takes node some milliseconds to start, in each of two threads. Importers see no difference. */
const module = {
  ...shared,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__url', 'import.meta.filename': '__filename', 'import.meta.dirname': '__dirname' },
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
};
const metafiles = [];

const program = await writeProgram();
const fromProgram = `import { loadScript } from './src/commands/load-script.ts';
const { exports: program } = loadScript(new URL('./${program.name}', import.meta.url).href);`;
const library = `${fromProgram}\nexport const { ${program.offered.join(', ')} } = program.offer();`;
await writeModule('index', { stdin: { contents: library, resolveDir: root } });
await writeModule(
  'cli',
  { entryPoints: ['src/cli.ts'] },
  {
    name: 'commands of the program',
    setup(b) {
      b.onResolve({ filter: /\/command-line\.ts$/ }, () => ({ path: 'command-line', namespace: 'program' }));
      b.onLoad({ filter: /.*/, namespace: 'program' }, () => ({
        contents: `${fromProgram}\nexport const { runCommandLine } = program.commandLine();`,
        resolveDir: root,
      }));
      b.onResolve({ filter: /\/help-thread\.ts$/ }, () => ({ path: './help-thread.js', external: true }));
    },
  },
);
// Processes that build releases beside each other.
await writeModule('build-worker', {
  stdin: {
    contents: `${fromProgram}
program.worker();`,
    resolveDir: root,
  },
});
// Files of others are read by a program of its own, in a process with limits.
await writeModule('pdf-reader', { entryPoints: ['src/pdf/engine/pdf-reader.ts'] });
await writeModule('workbook-reader', { entryPoints: ['src/workbook/open/workbook-reader.ts'] });
// What the first thread does for the one that runs a command: it needs no more of the program.
await writeModule('help-thread', { entryPoints: ['src/project/help-thread.ts'] });

await writeClient();

await declared;
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
const inputs = metafiles.flatMap((each) => Object.keys(each.inputs));
writeFileSync(join(dist, 'third-party-licences.txt'), thirdPartyLicences(root, [...new Set(inputs)]));
chmodSync(join(dist, 'cli.js'), 0o755);
// PDFium reads its program from a file beside the code.
cpSync(join(dirname(require.resolve('@hyzyla/pdfium')), 'pdfium.wasm'), join(dist, 'pdfium.wasm'));
// Messages in other languages than the one that they are written in.
mkdirSync(join(dist, 'messages'));
for (const lang of readdirSync(join(root, 'src/language'))) {
  const file = join(root, 'src/language', lang, 'messages.json');
  if (existsSync(file)) cpSync(file, join(dist, 'messages', `${lang}.json`));
}
// In processes of their own, since an engine keeps what it did; without them the program runs all the same.
for (const script of ['keep-prepared.mjs', 'keep-compiled.mjs', 'keep-warm-up.mjs'])
  spawnSync(process.execPath, [join(root, 'test/scripts', script)], { cwd: root, stdio: 'inherit' });
if (process.argv.includes('--sizes')) {
  for (const file of readdirSync(dist)) console.log(String(statSync(join(dist, file)).size).padStart(9), file);
}

/** The commands and the library, each part run when it is first asked for; answers the file's name, which its text decides, and what the library exports. */
async function writeProgram() {
  const parts = `export const offer = () => require('./src/index.ts');
export const commandLine = () => require('./src/commands/command-line.ts');
export const worker = () => require('./src/project/build-worker.ts');`;
  const files = await bundled({
    ...shared,
    stdin: { contents: parts, resolveDir: root },
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
    banner: { js: '(function(require,module,exports,__url){"use strict";' },
    footer: { js: '})' },
  });
  const [mapFile, file] = [...files].sort((a, b) => (a.path < b.path ? 1 : -1));
  const { code, map } = asciiScript(file.text, JSON.parse(mapFile.text));
  const bare = code.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
  const name = `program-${createHash('sha256').update(bare).digest('hex').slice(0, 12)}.js`;
  writeFileSync(join(dist, name), `${bare}//# sourceMappingURL=${name}.map\n`);
  writeFileSync(join(dist, `${name}.map`), JSON.stringify(map));
  const loaded = { exports: {} };
  new Script(bare).runInThisContext()(require, loaded, loaded.exports, pathToFileURL(join(dist, name)).href);
  return { name, offered: Object.keys(loaded.exports.offer()).filter((each) => each !== '__esModule') };
}

async function writeModule(name, entry, ...plugins) {
  const files = await bundled({ ...module, ...entry, plugins });
  for (const { path, text } of files) {
    const ending = path.endsWith('.map') ? '.js.map' : '.js';
    writeFileSync(join(dist, `${name}${ending}`), text.replace(/(?<=\n\/\/# sourceMappingURL=).*/, `${name}.js.map`));
  }
}

/** The page in the browser, which the server gives out: a script, a style and the page that asks for them. */
async function writeClient() {
  const folder = join(dist, 'client');
  mkdirSync(folder);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { client: 'src/server/client/main.tsx' },
    outdir: folder,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  metafiles.push(metafile);
  for (const file of ['index.html', 'client.css']) cpSync(join(root, 'src/server/client', file), join(folder, file));
}

async function bundled({ plugins = [], ...options }) {
  const { metafile, outputFiles } = await build({ ...options, plugins: [...plugins, substitute, plainSyntax] });
  metafiles.push(metafile);
  return outputFiles;
}

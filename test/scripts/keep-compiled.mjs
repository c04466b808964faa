// Turn the built program into its compiled form for this version of node, kept beside it: what a build of the sample uses need not be compiled again.
// usage: node test/scripts/keep-compiled.mjs   after bundle.mjs, which runs it; before packing, once with each version of node that is to start fast; --check tells whether this one takes what is kept
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { importSrc } from './import-src.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const { compiledContent, compiledFile, loadScript } = await importSrc('commands/load-script');

const [name] = readdirSync(dist).filter((each) => /^program-[0-9a-f]+\.js$/.test(each));
const file = join(dist, name);
if (process.argv.includes('--check')) {
  const { fromCompiled } = loadScript(pathToFileURL(file).href);
  console.log(fromCompiled ? 'taken' : 'not taken');
  process.exit(fromCompiled ? 0 : 1);
}
rmSync(compiledFile(file), { force: true });
// A compiled form is good for the flags that stand when it is made; until then, nothing that was compiled is to be let go of.
setFlagsFromString('--no-flush-bytecode');
const { exports, script } = loadScript(pathToFileURL(file).href);
const out = mkdtempSync(join(tmpdir(), 'kessan-compiled-'));
let told = '';
try {
  const note = (text) => {
    told += text;
  };
  const quiet = { cwd: root, out: note, err: note, colour: false, terminal: false, now: () => performance.now() };
  if ((await exports.commandLine().runCommandLine(['build', 'iij/2q02', '--out', out], '0', quiet)) !== 0) throw new Error(told);
} finally {
  rmSync(out, { recursive: true, force: true });
}
setFlagsFromString('--flush-bytecode');
writeFileSync(compiledFile(file), compiledContent(readFileSync(file), script.createCachedData()));

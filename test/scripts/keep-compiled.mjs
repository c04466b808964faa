// Turn the built program into its compiled form for this version of node, kept beside it: what a build of the sample uses need not be compiled again.
// usage: node test/scripts/keep-compiled.mjs   after bundle.mjs, which runs it; before packing, once with each version of node that is to start fast
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
  const console = { cwd: root, out: note, err: note, colour: false, terminal: false, now: () => performance.now() };
  if ((await exports.runCommandLine(['build', 'iij/2q02', '--out', out], '0', console)) !== 0) throw new Error(told);
} finally {
  rmSync(out, { recursive: true, force: true });
}
setFlagsFromString('--flush-bytecode');
writeFileSync(compiledFile(file), compiledContent(readFileSync(file), script.createCachedData()));

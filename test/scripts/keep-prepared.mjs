// Turn the layouts, the dictionary and the font manifest of the package into dist/prepared/: what was read of each, kept by its content, so that it is not parsed at every start.
// usage: node test/scripts/keep-prepared.mjs   after bundle.mjs, which runs it; without them the program runs all the same, and starts later
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSrc } from './import-src.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'dist/prepared');
// What is kept is what parsing gives, not what was kept before.
rmSync(folder, { recursive: true, force: true });
const { preparedName } = await importSrc('model/prepared');
const { yamlToKeep } = await importSrc('load/parse-yaml');
const { programToKeep } = await importSrc('template/parse-template');

mkdirSync(folder, { recursive: true });
const parsers = { '.yaml': ['yaml', yamlToKeep], '.hbs': ['template', programToKeep] };
for (const place of ['templates', 'fonts'])
  for (const entry of readdirSync(join(root, place), { recursive: true, withFileTypes: true })) {
    // The project that a layout begins with is the user's from then on.
    if (entry.isDirectory() || /[\\/]starter[\\/]/.test(`${entry.parentPath ?? entry.path}/`)) continue;
    const [kind, toKeep] = parsers[entry.name.slice(entry.name.lastIndexOf('.'))] ?? [];
    if (!toKeep) continue;
    const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8');
    const kept = toKeep(text);
    if (kept === undefined) throw new Error(`${entry.name} of the package cannot be read`);
    writeFileSync(join(folder, preparedName(kind, text)), JSON.stringify(kept));
  }

// Turn src/index.ts into dist/types: the declarations of the library, and of what they name, and no more.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Writes the declarations to `target`. Whether types are right is asked by `npm test`, not here. */
export async function writeDeclarations(root, target) {
  const emitted = mkdtempSync(join(tmpdir(), 'kessan-types-'));
  try {
    const args = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'test/scripts/tsconfig.types.json', '--outDir', emitted];
    await run(process.execPath, args, { cwd: root });
    const source = join(emitted, 'src');
    const seen = new Set();
    const queue = [join(source, 'index.d.ts')];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const folder = dirname(file);
      const text = readFileSync(file, 'utf8').replace(/(['"])(\.{1,2}\/[^'"]*)\.ts\1/g, (_, quote, path) => {
        queue.push(join(folder, `${path}.d.ts`));
        return `${quote}${path}.js${quote}`;
      });
      const written = join(target, relative(source, file));
      mkdirSync(dirname(written), { recursive: true });
      writeFileSync(written, text);
    }
  } finally {
    rmSync(emitted, { recursive: true, force: true });
  }
}

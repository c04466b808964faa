// Turn the sources of the program, a folder of German and its line in the list into a program that knows one language more.
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The path of its entry, and the files of src that differ from the program's own: those that a person would touch. */
export async function programWithGerman(): Promise<{ readonly program: string; readonly touched: readonly string[] }> {
  const root = temporaryFolder('german');
  cpSync(join(projectRoot, 'src'), join(root, 'src'), { recursive: true });
  for (const folder of ['fonts', 'node_modules']) symlinkSync(join(projectRoot, folder), join(root, folder));
  // Files of the package that are read as texts may not lead out of it.
  cpSync(join(projectRoot, 'templates'), join(root, 'templates'), { recursive: true });
  cpSync(join(projectRoot, 'package.json'), join(root, 'package.json'));

  mkdirSync(join(root, 'src/language/de'));
  const german = join(import.meta.dirname, 'german');
  for (const file of readdirSync(german)) {
    const text = readFileSync(join(german, file), 'utf8');
    writeFileSync(
      join(root, 'src/language/de', file),
      text.replaceAll('../../../src/language/', '../').replaceAll('../../../src/', '../../'),
    );
  }
  const list = join(root, 'src/language/languages.ts');
  const before = readFileSync(list, 'utf8');
  const after = before
    .replace('import { english }', "import { german } from './de/german.ts';\nimport { english }")
    .replace('[japanese, english];', '[japanese, english, german];');
  if (after.split('\n').length !== before.split('\n').length + 1) throw new Error('languages.ts: the list is not where it was');
  writeFileSync(list, after);

  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli.ts', 'pdf-reader': 'src/pdf/engine/pdf-reader.ts' },
    outdir: join(root, 'dist'),
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const touched = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && read(join(root, 'src', file)) !== read(join(projectRoot, 'src', file)),
  );
  return { program: join(root, 'dist/cli.js'), touched: touched.sort() };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

// Turn the imports of the test files into those whose name says something else than they do: `x.whole.test.ts` starts things, `x.test.ts` does not.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What makes a test a whole one: it starts programs or a browser, or runs releases of its own through all stages. */
const starts: ReadonlySet<string> = new Set([
  'node:child_process',
  'playwright-core',
  'src/cli.ts',
  'src/session.ts',
  'src/index.ts',
  'src/project/project.ts',
  'src/project/build-release.ts',
  'src/server/serve-project.ts',
]);

/** The sample in place is built once for all who read it, and counts for nobody. */
const sample = 'test/support/sample.ts';

export interface Misnamed {
  /** Path from the project's root. */
  readonly file: string;
  /** The path that the rule asks for. */
  readonly rightly: string;
}

/** Test files to be renamed, in order of their paths. */
export function misnamedTests(root: string): readonly Misnamed[] {
  const imports = new Map(scripts(root, 'test').map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]));
  const whole = (file: string, seen: Set<string>): boolean => {
    if (seen.has(file) || file === sample) return false;
    seen.add(file);
    return (imports.get(file) ?? []).some((name) => starts.has(name) || whole(name, seen));
  };
  return [...imports.keys()]
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => ({ file, rightly: file.replace(/(?:\.whole)?\.test\.ts$/, whole(file, new Set()) ? '.whole.test.ts' : '.test.ts') }))
    .filter(({ file, rightly }) => file !== rightly)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Modules that a file loads, types aside: names of packages, and paths from the project's root. */
function importsOf(file: string, text: string): readonly string[] {
  const found = text.matchAll(
    /^(?:import|export)\b(?!\s+type\b)[^;'"]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\s*\(\s*'([^']+)'/gm,
  );
  return [...found]
    .map(([, from, alone, late]) => from ?? alone ?? late ?? '')
    .map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name));
}

function scripts(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return scripts(root, path);
    return /\.m?[jt]s$/.test(entry.name) ? [path] : [];
  });
}

// Turn the repository into the program as a user has it: packed, and installed in a folder of its own, with what its package asks for and no more.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './sample.ts';

export interface Installed {
  /** The package's folder, as npm would have made it below the prefix. */
  readonly folder: string;
  /** Its package.json. */
  readonly manifest: { readonly dependencies: Readonly<Record<string, string>> };
  /** Installs it once more, as a dependency of a project: in its node_modules, with what it depends on beside it. */
  readonly hoisted: (project: string) => void;
  /** Runs `kessan` through the link that npm puts on the path. */
  readonly kessan: (args: readonly string[], cwd: string) => { readonly code: number | null; readonly out: string; readonly err: string };
}

/**
 * Packs what `npm run prepare` has built, and unpacks it below `prefix`. No registry is asked: the packages that it depends on are linked from
 * the repository, each by its name, so that one that is missing in package.json is missing here.
 */
export function installPacked(prefix: string): Installed {
  mkdirSync(prefix, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', prefix], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  const folder = join(prefix, 'lib/node_modules/kessan');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', join(prefix, packed.trim()), '-C', folder, '--strip-components=1']);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Installed['manifest'];
  const linkDependencies = (modules: string) => {
    for (const name of Object.keys(manifest.dependencies)) link(join(projectRoot, 'node_modules', name), join(modules, name));
  };
  const hoisted = (project: string) => {
    const modules = join(project, 'node_modules');
    cpSync(folder, join(modules, 'kessan'), { recursive: true, filter: (path) => path !== join(folder, 'node_modules') });
    linkDependencies(modules);
  };
  linkDependencies(join(folder, 'node_modules'));
  const program = join(prefix, 'bin/kessan');
  link('../lib/node_modules/kessan/dist/cli.js', program);
  const kessan: Installed['kessan'] = (args, cwd) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    return { code: status, out: stdout, err: stderr };
  };
  return { folder, manifest, hoisted, kessan };
}

/** Every file below a folder, by its path from there; links to packages are not followed. */
export function filesBelow(folder: string, below = ''): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`],
  );
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

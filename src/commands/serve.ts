// Turn a project into a page in the browser: prints its address, opens it, and answers until a signal ends it.
import { spawn } from 'node:child_process';
import { UsageError } from '../model/finding.ts';
import { say, sayAll } from '../model/say.ts';
import { releaseName } from '../model/sources.ts';
import { findRelease, projectRoot } from '../project/find-release.ts';
import { serveProject } from '../server/serve-project.ts';
import type { Console } from './console.ts';
import { stackOf } from './supervise.ts';
import { wholeNumber } from './whole-number.ts';

export interface ServeOptions {
  /** As it is typed. */
  readonly port?: string;
  /** Opens the page in the user's browser. */
  readonly open: boolean;
}

/** Never resolves once it serves. */
export async function serve(names: readonly string[], options: ServeOptions, console: Console): Promise<number> {
  const places = names.map((name) => findRelease(name, console.cwd));
  const roots = new Set(places.map(({ root }) => root));
  const root = [...roots][0] ?? projectRoot(console.cwd);
  if (root === undefined)
    throw new UsageError(
      say`no project here: neither ${console.cwd} nor a folder above it has data/<issuer>/issuer.yaml; kessan init begins one`,
    );
  if (roots.size > 1) throw new UsageError(say`one project is served: ${sayAll([...roots], ' and ')} are two`);
  const port = options.port === undefined ? undefined : wholeNumber(options.port, '--port', 65_535);
  const { address } = await serveProject({
    root,
    releases: places.map(releaseName),
    ...(port !== undefined && { port }),
    fault: (fault) => console.err(say`kessan: this is a fault of the program, not of your data\n${stackOf(fault)}\n`),
  });
  console.out(`${address}\n`);
  console.err('kessan: serving; whoever has the address may change the project; Ctrl-C ends it\n');
  if (options.open) openPage(address);
  return new Promise<number>(() => {});
}

/** By the system's own way; where it has none, the address is printed all the same. */
function openPage(address: string): void {
  const [program, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(program as string, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

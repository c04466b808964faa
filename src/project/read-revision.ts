// Turn a revision of the git repository that a project stands in into its files in a folder, and the repository into its revisions.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';

/** One revision that touched the project. */
export interface Revision {
  /** Its whole name. */
  readonly id: string;
  /** Its day, YYYY-MM-DD. */
  readonly date: string;
  /** First line of what it says. */
  readonly subject: string;
}

/** What of a project releases are made of. */
const folders = ['data', 'templates', 'fonts'] as const;

/** The newest first; none where there is no repository, or no git. */
export async function revisionsOf(root: string, most = 30): Promise<readonly Revision[]> {
  const format = '--format=%H%x09%cs%x09%s';
  const told = await run('git', ['-C', root, 'log', `-n${most}`, format, '--', ...folders]).catch(() => undefined);
  return (told?.toString('utf8') ?? '').split('\n').flatMap((line) => {
    const [id = '', date = '', ...subject] = line.split('\t');
    return isRevision(id) ? [{ id, date, subject: subject.join(' ') }] : [];
  });
}

/** Names of revisions only: nothing that git might take for an option or a path. */
export const isRevision = (id: string): boolean => /^[0-9a-f]{7,64}$/.test(id);

/** Writes the project as it was into a new folder; refuses, as wrong usage, a revision that is not there. */
export async function readRevision(root: string, id: string, folder: string): Promise<void> {
  if (!isRevision(id)) throw new UsageError(say`${JSON.stringify(id)} is no revision`);
  const one = async (...args: readonly string[]) => (await run('git', ['-C', root, ...args])).toString('utf8').trim();
  // The project may be a folder of its repository.
  const [repository, tree] = await Promise.all([
    one('rev-parse', '--absolute-git-dir'),
    one('rev-parse', '--verify', '--quiet', `${id}:./`),
  ]);
  const there = (await run('git', [`--git-dir=${repository}`, 'ls-tree', '--name-only', tree])).toString('utf8').split('\n');
  const archive = await run('git', [
    `--git-dir=${repository}`,
    'archive',
    '--format=tar',
    tree,
    '--',
    ...folders.filter((name) => there.includes(name)),
  ]);
  mkdirSync(folder, { recursive: true });
  await run('tar', ['-xf', '-', '-C', folder], archive);
}

/** What it prints; refused, as wrong usage, with what it says of its trouble. */
function run(program: string, args: readonly string[], input?: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.stdin.on('error', () => {});
    child.on('error', (fault) => reject(new UsageError(say`${program} cannot be run: ${fault.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else
        reject(
          new UsageError(say`${program} ${args[2] ?? ''}: ${Buffer.concat(err).toString('utf8').trim() || say`it ends with ${code}`}`),
        );
    });
    child.stdin.end(input);
  });
}

// Turn a list of releases into their files by several processes: one that is wrong, hangs, or is killed costs its own and no other.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childrenOf, type Ended, listening, runBuilt, runs, type Started, signalled, sleep, startBuilt } from '../support/built-program.ts';
import { carryTitles } from '../support/carried-release.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const issuers = ['aoba1', 'aoba2', 'aoba3', 'aoba4'];
const releases = issuers.map((issuer) => `${issuer}/2026h1`);

/** A project of some issuers that are alike. */
function project(): string {
  const root = temporaryFolder('many');
  for (const issuer of issuers) {
    const folder = join(root, 'data', issuer);
    cpSync(join(projectRoot, 'data/aoba'), folder, { recursive: true });
    rmSync(join(folder, 'releases/2026h1/approved'), { recursive: true, force: true });
    edit(root, `data/${issuer}/issuer.yaml`, /^id: aoba$/m, `id: ${issuer}`);
  }
  return root;
}

function edit(root: string, file: string, from: RegExp, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

const manifestOf = (root: string, release: string): string => join(root, 'out', release, 'manifest.json');
const isBuilt = (root: string, release: string): boolean => existsSync(manifestOf(root, release));
const told = ({ out }: Ended): readonly string[] => out.split('\n').filter((line) => /^\S/.test(line));

/** The processes that build, once there are some. */
async function workersOf({ child }: Started): Promise<readonly number[]> {
  for (let tries = 0; tries < 600; tries++) {
    const found = childrenOf(child);
    if (found.length > 0) return found;
    await sleep(10);
  }
  throw new Error('no process builds');
}

describe('many releases', () => {
  it('are built as one process builds them, told in the order of the list, and not again while they are as they were', async () => {
    const root = project();
    writeFileSync(join(root, 'list'), `# the morning\n${releases[2]}\n\n  ${releases[0]} # first\n${releases[2]}\n`);
    const first = await runBuilt(['build', '--list', 'list', '--jobs', '2'], root);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(told(first)).toEqual([`${releases[2]}: 12 pages`, `${releases[0]}: 12 pages`, '2 releases: 2 built']);
    const alone = await runBuilt(['build', releases[2] ?? '', '--out', 'alone'], root);
    expect(alone.code).toBe(0);
    expect(readFileSync(join(root, 'alone/manifest.json'), 'utf8')).toBe(readFileSync(manifestOf(root, releases[2] ?? ''), 'utf8'));

    const all = ['build', '--all', '--jobs', '2'];
    expect(told(await runBuilt(all, root)).at(-1)).toBe('4 releases: 2 built, 2 as they were');
    // A file that is no longer as it was built, and one that the release is made of.
    writeFileSync(join(root, 'out', releases[1] ?? '', 'release.pdf'), 'no PDF');
    edit(root, 'data/aoba4/issuer.yaml', /Water Metrics Co/, 'Water Metering Co');
    const again = await runBuilt(all, root);
    expect(told(again)).toEqual([
      `${releases[0]}: as it was`,
      `${releases[1]}: 12 pages`,
      `${releases[2]}: as it was`,
      `${releases[3]}: 12 pages`,
      '4 releases: 2 built, 2 as they were',
    ]);
    expect(told(await runBuilt([...all, '--text'], root)).at(-1)).toBe('4 releases: 4 built');
    expect(told(await runBuilt([...all, '--text', '--force'], root)).at(-1)).toBe('4 releases: 4 built');
  }, 300_000);

  it('of which one is wrong are the others, and it is named', async () => {
    const root = project();
    edit(root, 'data/aoba2/issuer.yaml', /^standard: j-gaap/m, 'standard: jgaap');
    const text = await runBuilt(['build', '--all', '--jobs', '2'], root);
    expect(text.code).toBe(1);
    expect(text.err).toContain('data/aoba2/issuer.yaml');
    expect(text.err).toContain(`${releases[1]}: nothing written`);
    expect(told(text).at(-1)).toBe(`4 releases: 3 built, 1 with errors (${releases[1]})`);
    expect(releases.map((release) => isBuilt(root, release))).toEqual([true, false, true, true]);
    const json = await runBuilt(['build', ...releases, '--jobs', '2', '--force', '--format', 'json'], root);
    const lines = json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(4);
    expect(lines.filter(({ kind }) => kind === 'built').map(({ pages }) => pages)).toEqual([12, 12, 12]);
    expect(lines.find(({ kind }) => kind === 'errors')).toMatchObject({ release: releases[1], findings: [{ severity: 'error' }] });
    expect(json.code).toBe(1);
  }, 300_000);

  it('are drafts where that is asked for, as one process makes them, and are left alone while they are as they were', async () => {
    const root = project();
    const [first = '', second = ''] = releases;
    expect(carryTitles(join(root, 'data', first.replace('/', '/releases/')))).toBe(2);
    const one = await runBuilt(['build', '--draft', first, second], root);
    expect(one.code).toBe(0);
    const made = (release: string) => readFileSync(join(root, 'out', `${release}.draft/manifest.json`), 'utf8');
    const manifests = [first, second].map(made);
    const many = await runBuilt(['build', '--draft', '--jobs', '2', '--force', first, second], root);
    expect(many).toMatchObject({ code: 0, err: '' });
    expect([first, second].map(made)).toEqual(manifests);
    expect(told(many)).toEqual([`${first} as a draft: 12 pages`, `${second} as a draft: 12 pages`, '2 releases: 2 built']);
    expect(many.out).toContain(`2 texts carried over and neither changed nor confirmed: kessan confirm ${first} lists them`);
    expect(told(await runBuilt(['build', '--draft', '--jobs', '2', first, second], root)).at(-1)).toBe(
      '2 releases: 0 built, 2 as they were',
    );
    // A draft is no build of the release itself, which is refused while anything is open.
    const final = await runBuilt(['build', '--jobs', '2', first, second], root);
    expect([final.code, told(final).at(-1)]).toEqual([1, `2 releases: 1 built, 1 with errors (${first})`]);
  });

  it('whose process is killed are built by another; one that hangs is stopped and named', async () => {
    const root = project();
    const killed = startBuilt(['build', '--all', '--jobs', '2'], root);
    for (const pid of await workersOf(killed)) process.kill(pid, 'SIGKILL');
    const ended = await killed.ended;
    expect(told(ended).at(-1)).toBe('4 releases: 4 built');
    expect(ended.code).toBe(0);

    const hanging = startBuilt(['build', '--all', '--jobs', '1', '--force', '--time-limit', '25'], root);
    const [worker = 0] = await workersOf(hanging);
    process.kill(worker, 'SIGSTOP');
    const stopped = await hanging.ended;
    expect(stopped.err).toContain(`${releases[0]}: stopped, it was not done in 25 seconds; nothing written`);
    expect(told(stopped).at(-1)).toBe(`4 releases: 3 built, 1 stopped (${releases[0]})`);
    expect(stopped.code).toBe(2);
    expect(runs(worker)).toBe(false);
  }, 300_000);

  it('that are interrupted leave whole files and no process, and those that are missing are named', async () => {
    const root = project();
    const started = startBuilt(['build', '--all', '--jobs', '1'], root);
    await listening(started);
    const workers = await workersOf(started);
    for (let tries = 0; tries < 600 && !isBuilt(root, releases[0] ?? ''); tries++) await sleep(10);
    const { code, err, ms } = await signalled(started, 'SIGINT');
    expect(code).toBe(130);
    expect(ms).toBeLessThan(1000);
    const missing = releases.filter((release) => !isBuilt(root, release));
    expect(missing.length).toBeGreaterThan(0);
    for (const release of missing) expect(err.split('not built: ')[1]).toContain(release);
    await sleep(300);
    expect(workers.filter(runs)).toEqual([]);
    expect(told(await runBuilt(['build', '--all', '--jobs', '2'], root)).at(-1)).toContain(`${missing.length} built`);
  }, 300_000);
});

describe('what is not meant is refused', () => {
  it.each([
    [['build'], 'name a release, or give --all or --list'],
    [['build', '--list', 'nowhere'], 'nowhere is missing'],
    [['build', '--list', 'list'], "list:2: no release 'aoba1/2027'"],
    [['build', 'aoba1/2026h1', '--jobs', '0'], '--jobs takes a whole number from 1 to 64, and was given 0'],
    [['build', 'aoba1/2026h1', '--jobs', '2x'], 'was given 2x'],
    [['build', '--all', '--check', 'out'], '--check goes with releases that one process builds'],
    [['build', 'aoba1/2026h1', '--jobs', '1', '--timings'], '--timings goes with releases that one process builds'],
    [['build', 'aoba1/2026h1', '--force'], '--force goes with --all, --list, --jobs or --queue'],
  ])('%j', async (args, message) => {
    const root = project();
    writeFileSync(join(root, 'list'), 'aoba1/2026h1\naoba1/2027\n');
    const { code, err } = await runBuilt(args, root);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });
});

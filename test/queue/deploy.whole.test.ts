// Turn the recipes for a server and its workers into what can be tried without a container: their commands, and what they forbid.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { installPacked } from '../support/packed-program.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = join(projectRoot, 'src/queue/deploy');
const recipe = readFileSync(join(folder, 'Containerfile'), 'utf8');
const lines = (word: string): readonly string[] => [...recipe.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, rest]) => rest ?? '');

describe('the image of a worker', () => {
  it('has one command, which continuous integration runs as it stands, and an entry that the packed program knows', () => {
    expect(lines('RUN')).toHaveLength(1);
    expect(readFileSync(join(projectRoot, '.ci/run'), 'utf8')).toContain("sed -n 's/^RUN //p' src/queue/deploy/Containerfile");
    const [program, ...args]: string[] = JSON.parse(lines('ENTRYPOINT')[0] ?? '[]');
    expect(program).toBe('kessan');
    const { out, code } = installPacked(temporaryFolder('image')).kessan([...args, '--help'], projectRoot);
    expect(code).toBe(0);
    for (const option of JSON.parse(lines('CMD')[0] ?? '[]').filter((each: string) => each.startsWith('--'))) expect(out).toContain(option);
  }, 60_000);

  it('runs as nobody in particular, and writes nowhere but to its temporary folder', () => {
    expect(lines('USER')).toEqual(['node']);
    const { services } = parse(readFileSync(join(folder, 'compose.yaml'), 'utf8'));
    expect(services.worker).toMatchObject({ read_only: true, user: 'node', cap_drop: ['ALL'], build: { dockerfile: 'Containerfile' } });
    expect(services.server).toMatchObject({ read_only: true, ports: [expect.stringMatching(/^127\.0\.0\.1:/)] });
  });
});

it('the unit starts a command that there is, as a user of its own', () => {
  const unit = readFileSync(join(folder, 'kessan-worker.service'), 'utf8');
  expect(unit).toMatch(/^ExecStart=\/usr\/local\/bin\/kessan worker --queue \S+$/m);
  for (const line of ['DynamicUser=yes', 'ProtectSystem=strict', 'NoNewPrivileges=yes']) expect(unit).toContain(`${line}\n`);
});

it('the context has only what a context may have', () => {
  expect(Object.keys(parse(readFileSync(join(folder, 'queue.yaml'), 'utf8')))).toEqual(['servers', 'user', 'password']);
});
